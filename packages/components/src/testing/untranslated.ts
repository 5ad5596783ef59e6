import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';

/**
 * Compares the texts in the source with the English translations. Runs in Node, called by a test in the browser.
 *
 * @returns one line per text that has no translation or an empty one, and per translation that no longer fits.
 */
export function untranslated(): string[] {
  const config = readConfigFileAndWriteSchema(`${import.meta.dirname}/../../lit-localize.json`);
  if (config.output.mode !== 'runtime') throw new Error('lit-localize.json is not for runtime mode');
  const localizer = new RuntimeLitLocalizer({ ...config, output: config.output });
  const { messages, errors } = localizer.extractSourceMessages();
  const { translations } = localizer.readTranslationsSync();
  const filled = new Set(
    [...translations.values()]
      .flat()
      .flatMap(({ name, contents }) =>
        contents.some((part) => (typeof part === 'string' ? part : part.untranslatable).trim() !== '') ? [name] : [],
      ),
  );
  return [
    ...errors.map(({ messageText }) => `source: ${JSON.stringify(messageText)}`),
    ...messages
      .filter(({ name }) => !filled.has(name))
      .map(({ name, contents }) => `missing: ${name} ${contents.filter((part) => typeof part === 'string').join('…')}`),
    ...localizer.validateTranslations().errors,
  ];
}
