import type { PageData } from '@mgv/contracts';
import { html, jsonForScript } from './html.ts';
import type { PageAssets } from './page-assets.ts';

const WORDS = {
  nl: {
    title: 'Motiverende gespreksvoering',
    noScript:
      'Deze opdracht heeft JavaScript nodig. Zet JavaScript aan in je browser en open de opdracht opnieuw vanuit de cursus.',
  },
  en: {
    title: 'Motivational interviewing',
    noScript:
      'This assignment needs JavaScript. Switch JavaScript on in your browser and open the assignment again from the course.',
  },
} as const;

/** The page of a launch: a shell with the session's data in it; its script puts the page's element into the body. */
export function appPage(data: PageData, { script, preloads, styles }: PageAssets): string {
  const { title, noScript } = WORDS[data.language];
  return html`<!doctype html>
    <html lang="${data.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${data.title ?? title}</title>
        ${styles.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        ${preloads.map((href) => html`<link rel="modulepreload" href="${href}" />`)}
        <script type="application/json" id="mgv-page">
          ${jsonForScript(data)}
        </script>
        <script type="module" src="${script}"></script>
      </head>
      <body>
        <noscript><p>${noScript}</p></noscript>
      </body>
    </html> `.markup;
}
