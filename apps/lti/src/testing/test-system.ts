import type { Actor, PageData, PlatformRequest } from '@mgv/contracts';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { pageData, type Seen, TestBrowser } from './test-browser.ts';
import { type Engine, openTestDatabase } from './test-database.ts';
import { actorOfSession, callApi, startTestGrading, type TestGrading } from './test-grading.ts';
import { type Claims, TestPlatform } from './test-platform.ts';
import { startTestTool, type TestTool } from './test-tool.ts';

/** Changes of the login's parameters; `undefined` leaves one out. */
export type LoginChanges = Record<string, string | undefined>;

/** A launch that went well: the page, its data, and who grading hears is asking. */
export interface Opened extends Seen {
  data: PageData;
  actor: Actor | null;
}

/** A platform, the tool and grading, as one file of tests sees them: everything over HTTP. */
export class TestSystem {
  tool!: TestTool;
  platform!: TestPlatform;
  grading!: TestGrading;
  readonly log: string[] = [];
  /** Added to the tool's clock, in milliseconds. */
  later = 0;

  /** @param options - `quiet` keeps no log. */
  async start(engine: Engine, registration: Partial<PlatformRequest> = {}, { quiet = false } = {}): Promise<void> {
    [this.platform, this.grading] = await Promise.all([TestPlatform.start(), startTestGrading()]);
    this.tool = await startTestTool({
      database: await openTestDatabase(engine),
      gradingUrl: this.grading.url,
      now: () => new Date(Date.now() + this.later),
      ...(!quiet && { log: (line: string) => this.log.push(line) }),
    });
    await this.tool.register(this.platform.registration(registration));
  }

  async close(): Promise<void> {
    await this.tool.close();
    await Promise.all([this.platform.close(), this.grading.close()]);
  }

  browse(): TestBrowser {
    return new TestBrowser(this.tool, this.platform);
  }

  /** Login and launch, whatever comes of it. */
  launch(claims: Claims = {}, login: LoginChanges = {}): Promise<Seen> {
    return this.browse().launch(claims, login);
  }

  /** Login and launch of somebody who gets in. */
  async open(claims: Claims = {}, login: LoginChanges = {}): Promise<Opened> {
    const seen = await this.launch(claims, login);
    if (seen.status !== 200) throw new Error(`refused: ${String(seen.status)} ${String(seen.code)}`);
    const data = pageData(seen.page);
    return { ...seen, data, actor: await actorOfSession(this.tool, this.grading, data.token) };
  }

  /** A request of a page. */
  call(token: string, path: string, init?: RequestInit): Promise<Response> {
    return callApi(this.tool, token, path, init);
  }
}

/** A system for the tests of one `describe`. */
export function testSystem(engine: Engine, registration?: Partial<PlatformRequest>): TestSystem {
  const system = new TestSystem();
  beforeAll(() => system.start(engine, registration));
  beforeEach(() => {
    system.platform.reset();
    system.later = 0;
    system.log.length = 0;
    system.grading.actors.length = 0;
  });
  afterAll(() => system.close());
  return system;
}
