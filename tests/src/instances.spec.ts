import type { ChildProcess } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { startLoadBalancer } from './load-balancer.ts';
import { gradeAndRelease, handInEverything, openActivity, readGradebook, signIn } from './people.ts';
import { createDatabase } from './postgres.ts';
import { end, freePort, startService } from './processes.ts';
import { startSystem } from './system.ts';

const ACTIVITY = 'In twee stappen';

test('two tool and two grading instances share the work on one PostgreSQL', async ({ browser }) => {
  const [toolPort, gradingPort] = [await freePort(), await freePort()];
  const system = await startSystem({
    DATABASE_URL_LTI: await createDatabase(),
    DATABASE_URL_GRADING: await createDatabase(),
    PUBLIC_URL: `http://127.0.0.1:${String(toolPort)}`,
    TOOL_URL: `http://127.0.0.1:${String(toolPort)}`,
    GRADING_URL: `http://127.0.0.1:${String(gradingPort)}`,
  });
  const second: ChildProcess[] = [];
  const closers: (() => Promise<void>)[] = [];
  try {
    const [secondTool, secondGrading] = [String(await freePort()), String(await freePort())];
    second.push(await startService('lti', { ...system.environment, LTI_PORT: secondTool }));
    second.push(await startService('grading', { ...system.environment, GRADING_PORT: secondGrading }));
    const at = (port: string | number): string => `http://127.0.0.1:${String(port)}`;
    const tool = await startLoadBalancer(toolPort, [system.toolUrl, at(secondTool)]);
    const grading = await startLoadBalancer(gradingPort, [system.gradingUrl, at(secondGrading)]);
    closers.push(tool.close, grading.close);

    for (const person of ['Sam', 'Noor'] as const) {
      await handInEverything(await openActivity(await signIn(browser, system, person), system, ACTIVITY));
    }
    const trainer = await openActivity(await signIn(browser, system, 'Tineke'), system, ACTIVITY);
    for (const person of ['Sam', 'Noor'] as const) {
      await gradeAndRelease(trainer, person, 1);
      await trainer.getByRole('button', { name: 'Terug naar de lijst' }).click();
    }
    for (const person of ['Sam', 'Noor'] as const) {
      await expect.poll(async () => (await readGradebook(system, ACTIVITY, person)).score).not.toBeNull();
      await expect(trainer.getByRole('row').filter({ hasText: person })).toContainText('in de cijferlijst');
      expect((await readGradebook(system, ACTIVITY, person)).history).toHaveLength(1);
    }
    for (const counts of [tool.counts(), grading.counts()]) expect(Math.min(...counts)).toBeGreaterThan(5);

    await system.kill('grading');
    await expect
      .poll(async () => (await fetch(`${system.environment['GRADING_URL'] ?? ''}/health/live`)).status)
      .toBe(200);
  } finally {
    for (const close of closers) await close();
    await Promise.all(second.map((child) => end(child)));
    await system.close();
  }
});
