import { html, type Html } from '../pages/html.ts';
import { formatMoment, type PageLanguage } from '../pages/language.ts';
import { launchCheckLines } from '../platform/launch-checks.ts';
import type { ToolCheck } from '../platform/tool-checks.ts';
import type { LaunchReport } from '../storage/state.schema.ts';
import { selectOptionalPerson } from './people.ts';

const WORDS = {
  passed: { sign: '✓', nl: 'geslaagd', en: 'passed' },
  failed: { sign: '✗', nl: 'niet geslaagd', en: 'failed' },
  unseen: { sign: '–', nl: 'niet gezien', en: 'not seen' },
} as const;

/** What the tool says it looks at; a launch that shows its page has passed all of it. */
function toolChecksView(checks: readonly ToolCheck[], shown: boolean, nl: boolean): Html | null {
  if (checks.length === 0) return null;
  const heading = nl ? 'Wat de tool controleert' : 'What the tool checks';
  const passed = nl ? 'alles geslaagd' : 'all passed';
  return html`<details>
    <summary>${heading}: ${checks.length}${shown && `, ${passed} ✓`}</summary>
    <ol class="rules">
      ${checks.map(
        ({ code, rule, section }) =>
          html`<li lang="en">
            <span>${rule} <small>${section} · ${code}</small></span>
          </li>`,
      )}
    </ol>
  </details>`;
}

/** 'Launch-controles': what the platform saw at an activity's last launch, and what the tool looks at. */
export function launchChecksView(
  report: LaunchReport | null,
  language: PageLanguage,
  toolChecks: readonly ToolCheck[] = [],
): Html {
  const nl = language === 'nl';
  const heading = nl ? 'Launch-controles' : 'Launch checks';
  if (!report) {
    const text = nl ? 'Deze activiteit is nog niet geopend.' : 'This activity has not been opened yet.';
    return html`<details>
      <summary>${heading}</summary>
      <p>${text}</p>
    </details>`;
  }
  const lines = launchCheckLines(report.checks, language);
  const passed = lines.filter((line) => line.passed === true).length;
  const who = selectOptionalPerson(report.userId)?.givenName ?? '';
  const when = formatMoment(report.startedAt, language);
  const rows = lines.map((line) => {
    const state = line.passed === null ? 'unseen' : line.passed ? 'passed' : 'failed';
    const word = WORDS[state];
    return html`<li class="check ${state}">
      <span aria-hidden="true">${word.sign}</span>
      <span class="visually-hidden">${word[language]}:</span>
      <span>${line.text} <small>${line.section}</small></span>
    </li>`;
  });
  return html`<details>
    <summary>${heading}: ${passed} ${nl ? 'van' : 'of'} ${lines.length} ✓</summary>
    <p class="quiet">${nl ? 'Laatste launch' : 'Last launch'}: ${when}, ${who}</p>
    <ul class="checks">
      ${rows}
    </ul>
    ${toolChecksView(toolChecks, report.checks['tool-page'] === true, nl)}
  </details>`;
}
