import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type LaunchOptions } from '@playwright/test';
import type { System } from './system.ts';

/** Where the tool's cookies, and with them its storage, are blocked: in frames of the LMS, or everywhere. */
export type Blocked = 'in-frames' | 'everywhere';

/**
 * A browser that blocks what the tool keeps in it: as Safari does in frames, or as somebody who switched cookies off.
 *
 * @returns the browser's context, and what closes it and clears it away.
 */
export async function blockCookies(
  { lmsUrl, toolUrl }: System,
  blocked: Blocked,
  options: LaunchOptions,
): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'mgv-profile-'));
  const where = blocked === 'everywhere' ? '*' : lmsUrl;
  const cookies = { [`${toolUrl},${where}`]: { setting: 2 } };
  mkdirSync(join(profile, 'Default'));
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ profile: { content_settings: { exceptions: { cookies } } } }),
  );
  const context = await chromium.launchPersistentContext(profile, { ...options, locale: 'nl-NL' });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
