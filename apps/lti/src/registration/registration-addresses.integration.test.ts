import { PlatformListSchema } from '@mgv/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { startTestTool, type TestTool } from '../testing/test-tool.ts';
import { makeCode, openLink } from './testing/admin-browser.ts';
import { RegisteringPlatform } from './testing/registering-platform.ts';

describe.each(ENGINES.slice(0, 1))('addresses of a registration on %s', (engine) => {
  let platform: RegisteringPlatform;
  let tool: TestTool;

  beforeAll(async () => {
    platform = await RegisteringPlatform.start();
    tool = await startTestTool({ database: await openTestDatabase(engine), allowPrivateNetworks: false });
  });
  afterAll(async () => {
    await tool.close();
    await platform.close();
  });

  it.each([
    { name: 'http', url: () => platform.configurationUrl },
    { name: 'this machine', url: () => platform.configurationUrl.replace('http:', 'https:') },
    { name: 'this machine by its name', url: () => `https://localhost:${new URL(platform.issuer).port}/config` },
    { name: 'this machine in one number', url: () => `https://2130706433:${new URL(platform.issuer).port}/config` },
    { name: 'this machine in IPv6', url: () => 'https://[::1]/config' },
    { name: 'this machine as IPv4 in IPv6', url: () => 'https://[::ffff:127.0.0.1]/config' },
    { name: 'metadata of a cloud', url: () => 'https://169.254.169.254/latest/meta-data' },
    { name: 'a private network', url: () => 'https://10.0.0.1/config' },
  ])('lti-207 asks nothing of $name by default', async ({ url }) => {
    const { status, code, page } = await openLink(tool, url(), { code: await makeCode(tool) });
    expect([status, code]).toEqual([400, 'registration-address-refused']);
    expect(page).toContain('de link blijft geldig');
    expect(platform.calls).toEqual([]);
    expect(PlatformListSchema.parse(await (await tool.internal('/platforms')).json()).platforms).toEqual([]);
  });
});
