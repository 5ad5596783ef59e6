import { PassbackListSchema, PassbackStateSchema, RetriedSchema } from '@mgv/contracts';
import type { InternalApi } from '../running/internal-api.ts';
import { CommandError } from '../running/settings.ts';
import { readArguments } from './arguments.ts';

/** `passback list [--state STATE] [--json]`. */
export async function listPassbacks(api: InternalApi, args: readonly string[]): Promise<void> {
  const options = { state: { type: 'string' }, json: { type: 'boolean' } } as const;
  const given = readArguments(args, options, 'npm run -s admin -- passback list');
  const state = given.text('state');
  if (state !== undefined && !PassbackStateSchema.safeParse(state).success) {
    throw new CommandError(`--state is one of: ${PassbackStateSchema.options.join(', ')}`);
  }
  const query = state === undefined ? '' : `?state=${state}`;
  const { passbacks } = await api({
    service: 'grading',
    path: `/internal/passbacks${query}`,
    answer: PassbackListSchema,
  });
  if (given.flag('json')) {
    console.log(JSON.stringify(passbacks, null, 2));
    return;
  }
  if (passbacks.length === 0) console.log('No marks on their way.');
  for (const row of passbacks) {
    const mark = `${String(row.scoreGiven)}/${String(row.scoreMaximum)}`;
    console.log(`${row.state.padEnd(13)} ${mark.padEnd(10)} ${row.timestamp}  ${row.assignmentTitle}`);
    console.log(`  ${row.id}  tries ${String(row.tries)}${row.reason === null ? '' : `  ${row.reason}`}`);
  }
}

/** `passback retry ID… | --all`. */
export async function retryPassbacks(api: InternalApi, args: readonly string[]): Promise<void> {
  const given = readArguments(args, { all: { type: 'boolean' } }, 'npm run -s admin -- passback retry');
  if (!given.flag('all') && given.rest.length === 0) throw new CommandError('Name the passbacks, or give --all.');
  const { retried } = await api({
    service: 'grading',
    path: '/internal/passbacks/retry',
    answer: RetriedSchema,
    body: { ids: given.flag('all') ? null : given.rest },
  });
  console.log(`${String(retried)} mark(s) will be sent again.`);
}
