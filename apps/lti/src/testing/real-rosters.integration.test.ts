import { type Roster, RosterSchema } from '@mgv/contracts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CLAIM } from '../launch/claims.ts';
import { readJson } from './payloads.ts';
import { ENGINES } from './test-database.ts';
import { type Answer, freshId } from './test-platform.ts';
import { testSystem } from './test-system.ts';

const SCOPE = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
const HOSTS = /https?:\/\/(moodle|canvas\.school)\.example/g;
const RosterPayloadSchema = z.strictObject({
  what: z.string(),
  status: z.int(),
  link: z.string().nullable(),
  body: z.unknown(),
});

/** Lists that Moodle gave, and what the trainer's list makes of them. A suspended student is simply not there. */
const LISTS = [
  {
    payload: 'moodle/nrps-members',
    people: ['Nora Noneditor', 'Sam Student', 'Tina Teacher', "Zoë Ünïcode-O'Neil", '李 小龙'],
  },
  {
    payload: 'moodle/nrps-accept-any',
    people: ['Nora Noneditor', 'Sam Student', 'Tina Teacher', "Zoë Ünïcode-O'Neil", '李 小龙'],
  },
  {
    payload: 'moodle/nrps-rlid',
    people: ['Nora Noneditor', 'Sam Student', 'Tina Teacher', "Zoë Ünïcode-O'Neil", '李 小龙'],
  },
  {
    payload: 'moodle/nrps-with-suspended',
    people: ['Nora Noneditor', 'Sam Student', 'Tina Teacher', "Zoë Ünïcode-O'Neil"],
  },
  { payload: 'moodle/nrps-role-learner', people: ['Nora Noneditor', 'Sam Student', "Zoë Ünïcode-O'Neil", '李 小龙'] },
  { payload: 'moodle/nrps-role-instructor', people: ['Tina Teacher'] },
  {
    payload: 'moodle/nrps-other-course',
    people: [
      'Admin User',
      'Guest user',
      'Nora Noneditor',
      'Otto Outsider',
      'Sam Student',
      'Tina Teacher',
      "Zoë Ünïcode-O'Neil",
      '李 小龙',
    ],
  },
  { payload: 'canvas/nrps-members', people: ['-', 'Karel Jansen', 'Sanne de Vries'] },
];

/** Refusals of Moodle, and what the trainer reads. */
const REFUSALS = [
  { payload: 'moodle/nrps-no-scope', problem: 'not-allowed' },
  { payload: 'moodle/nrps-bad-token', problem: 'not-allowed' },
  { payload: 'moodle/nrps-accept-json', problem: 'not-allowed' },
];

describe.each(ENGINES)('rosters as real platforms give them, on %s', (engine) => {
  const system = testSystem(engine);

  /** What the platform answered then, at our own test platform. */
  const answerOf = (payload: string): Answer => {
    const { status, link, body } = RosterPayloadSchema.parse(readJson(payload));
    const moved = (text: string): string => text.replaceAll(HOSTS, system.platform.issuer);
    return {
      status,
      body: moved(typeof body === 'string' ? body : JSON.stringify(body)),
      ...(link !== null && { headers: { link: moved(link) } }),
    };
  };

  /** The trainer's list when the platform answers like this, by the query of the request. */
  async function rosterWith(answers: Record<string, string>, path = `/members/${freshId()}`): Promise<Roster> {
    const token = { access_token: freshId(), token_type: 'Bearer', expires_in: 3600, scope: SCOPE };
    system.platform.answers['/token'] = () => ({ status: 200, body: JSON.stringify(token) });
    for (const [query, payload] of Object.entries(answers)) {
      system.platform.answers[query.startsWith('/') ? query : `${path}${query}`] = () => answerOf(payload);
    }
    const { data } = await system.open({
      [CLAIM.roles]: ['Instructor'],
      [CLAIM.context]: { id: freshId() },
      [CLAIM.nrps]: { context_memberships_url: `${system.platform.issuer}${path}`, service_versions: ['1.0', '2.0'] },
    });
    return RosterSchema.parse(await (await system.call(data.token, '/roster')).json());
  }
  const peopleOf = ({ members }: Roster): string[] => members.map(({ name }) => name ?? '-').sort();

  it.each(LISTS)('lti-157, lti-158 reads $payload', async ({ payload, people }) => {
    // Pages that were not recorded are empty.
    const next = '/api/lti/courses/42/names_and_roles?page=2&per_page=50';
    const roster = await rosterWith({ '?rlid=link-1&limit=100': payload, [next]: 'moodle/nrps-role-instructor' });
    const more = payload.startsWith('canvas') ? ['Tina Teacher'] : [];
    expect(roster.problem).toBeNull();
    expect(peopleOf(roster)).toEqual([...people, ...more].sort());
    expect(new Set(roster.members.map(({ status }) => status))).toEqual(new Set(['active']));
  });

  it('lti-153 follows the page that moodle/nrps-limit2 names', async () => {
    const path = '/mod/lti/services.php/CourseSection/2/bindings/1/memberships';
    const answers = {
      '?rlid=link-1&limit=100': 'moodle/nrps-limit2',
      '?limit=2&from=2': 'moodle/nrps-role-instructor',
    };
    const roster = await rosterWith(answers, path);
    expect(peopleOf(roster)).toContain('Tina Teacher');
    expect(roster.members.length).toBeGreaterThanOrEqual(2);
    expect(system.platform.requests.some((request) => request.path === `${path}?limit=2&from=2`)).toBe(true);
  });

  it('lti-159 asks for the whole course after moodle/nrps-rlid-unknown', async () => {
    const roster = await rosterWith({
      '?rlid=link-1&limit=100': 'moodle/nrps-rlid-unknown',
      '?limit=100': 'moodle/nrps-members',
    });
    expect(peopleOf(roster)).toContain('Sam Student');
  });

  it.each(REFUSALS)('lti-152 $payload is told as it is', async ({ payload, problem }) => {
    const roster = await rosterWith({ '?rlid=link-1&limit=100': payload, '?limit=100': payload });
    expect(roster).toMatchObject({ members: [], readAt: null, problem });
  });
});
