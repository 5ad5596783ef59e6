import type { PageData, StoragePageData } from '@mgv/contracts';
import type { Response } from 'express';
import { contentPolicy } from './content-policy.ts';
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

/** A page: a shell with its data in it; its script puts the page's element into the body. */
export function appPage(data: PageData | StoragePageData, { script, preloads, styles }: PageAssets): string {
  const { title, noScript } = WORDS[data.language];
  return html`<!doctype html>
    <html lang="${data.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${('title' in data ? data.title : null) ?? title}</title>
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

interface Sent {
  data: PageData | StoragePageData;
  /** Values for `frame-ancestors`. */
  frameAncestors: readonly string[];
  /** Origins that forms may go to, beside our own. */
  formAction?: readonly string[];
}

/** Sends a page, for nobody to keep and for its platform alone to frame. */
export function sendPage(res: Response, assets: PageAssets, { data, frameAncestors, formAction = [] }: Sent): void {
  res
    .set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': contentPolicy({ frameAncestors, formAction }) })
    .type('html')
    .send(appPage(data, assets));
}
