import { html, type Html } from '../pages/html.ts';
import type { PageLanguage } from '../pages/language.ts';
import type { Tool } from './tool.ts';

/** A tool with what may be done to it. */
export interface ToolView {
  tool: Tool;
  /** The one registered by hand stays as it is. */
  fixed: boolean;
  /** Nothing in a course uses it. */
  unused: boolean;
}

const button = (tool: Tool, action: string, label: string): Html =>
  html`<form method="post" action="/tools/${tool.clientId}/${action}">
    <button class="button plain">${label}<span class="visually-hidden">: ${tool.name}, ${tool.clientId}</span></button>
  </form>`;

function toolCard({ tool, fixed, unused }: ToolView, nl: boolean): Html {
  const state = tool.active ? (nl ? 'actief' : 'active') : nl ? 'wacht op activering' : 'waiting to be activated';
  const rights = tool.scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1)).join(', ');
  const actions = [
    !tool.active && button(tool, 'activate', nl ? 'Activeren' : 'Activate'),
    tool.active && button(tool, 'deactivate', nl ? 'Uitzetten' : 'Switch off'),
    unused && button(tool, 'remove', nl ? 'Verwijderen' : 'Remove'),
  ];
  return html`<li class="card">
    <h2>${tool.name}</h2>
    <p><strong>${state}</strong>${fixed && (nl ? ', met de hand geregistreerd' : ', registered by hand')}</p>
    <dl class="facts">
      <div>
        <dt>Client-id</dt>
        <dd><code>${tool.clientId}</code></dd>
      </div>
      <div>
        <dt>Deployment-id</dt>
        <dd><code>${tool.deploymentId}</code></dd>
      </div>
      <div>
        <dt>${nl ? 'Adres' : 'Address'}</dt>
        <dd>${tool.origin}</dd>
      </div>
      <div>
        <dt>${nl ? 'Mag' : 'May'}</dt>
        <dd>${rights === '' ? (nl ? 'niets' : 'nothing') : rights}</dd>
      </div>
    </dl>
    ${fixed ? null : html`<div class="actions">${actions}</div>`}
  </li>`;
}

/** 'Externe tools': the tools of this platform, and the form that registers another. */
export function toolsPage(views: readonly ToolView[], language: PageLanguage, message: string | null): Html {
  const nl = language === 'nl';
  return html`<p class="crumbs"><a href="/courses">${nl ? 'Cursussen' : 'Courses'}</a></p>
    <h1>${nl ? 'Externe tools' : 'External tools'}</h1>
    ${message !== null && html`<p role="status" class="notice">${message}</p>`}
    <form class="card" method="post" action="/tools/registrations">
      <label for="link">${nl ? 'Registratielink van de tool' : 'Registration link of the tool'}</label>
      <input id="link" name="link" type="url" required autocomplete="off" spellcheck="false" />
      <p class="quiet">
        ${
          nl
            ? 'De tool opent, vraagt wat hij nodig heeft, en wacht dan tot je hem activeert.'
            : 'The tool opens, asks for what it needs, and then waits until you activate it.'
        }
      </p>
      <p><button class="button">${nl ? 'Tool toevoegen' : 'Add the tool'}</button></p>
    </form>
    <ul class="activities">
      ${views.map((view) => toolCard(view, nl))}
    </ul>`;
}
