import type { Page, TestInfo } from '@playwright/test';

/** What a page did and shows, for when a test fails. */
export interface Witness {
  tell: () => Promise<string>;
}

/** Follows a page: its console, its failed requests and every answer that is not a success. */
export function follow(page: Page, who: string): Witness {
  const lines: string[] = [];
  const note = (line: string): void => {
    lines.push(`${new Date().toISOString().slice(11, 23)} ${line}`);
  };
  page.on('console', (message) => {
    note(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    note(`error in a script: ${error.message}`);
  });
  page.on('requestfailed', (request) => {
    note(`failed: ${request.method()} ${request.url().split('?')[0] ?? ''} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('response', (response) => {
    if (!response.ok())
      note(`${String(response.status())} ${response.request().method()} ${response.url().split('?')[0] ?? ''}`);
  });
  return {
    tell: async () => {
      const frames = await Promise.all(
        page.frames().map(async (frame) => {
          const shown = await frame.locator('body').ariaSnapshot({ timeout: 3000 }).catch(String);
          return `frame ${frame.url().split('?')[0] ?? ''}\n${shown.slice(0, 3000)}`;
        }),
      );
      return [`## ${who}`, ...lines.slice(-80), ...frames].join('\n');
    },
  };
}

/** Puts what the witnesses saw beside the report, and on the screen, where a test failed. */
export async function tellIfFailed(info: TestInfo, witnesses: readonly Witness[]): Promise<void> {
  if (info.status === info.expectedStatus) return;
  const told = (await Promise.all(witnesses.map((witness) => witness.tell()))).join('\n\n');
  await info.attach('what the browsers saw', { body: told, contentType: 'text/plain' });
  process.stdout.write(`${told}\n`);
}
