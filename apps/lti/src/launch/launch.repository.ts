import type { Db } from '@mgv/service-kit/database';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { SessionFacts } from '../session/session-facts.ts';

/** A verified launch, ready to be written. */
export interface LaunchRecord {
  stateHash: string;
  tenantId: string;
  /** `''` when the platform named no course. */
  contextId: string;
  /** SHA-256 of the session's bearer token. */
  tokenHash: string;
  facts: SessionFacts;
  startedAt: Date;
  expiresAt: Date;
}

/** PostgreSQL's JSON takes no NUL and no half characters. */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;

const StartedSchema = z.object({
  rows: z.array(z.object({ token_hash: z.string(), person_id: z.uuid(), course_id: z.uuid() })),
});

/** Ids of a launch's person and course. */
export interface LaunchIds {
  personId: string;
  courseId: string;
}

const toRow = ({ facts, ...launch }: LaunchRecord): object => ({
  state_hash: launch.stateHash,
  token_hash: launch.tokenHash,
  tenant_id: launch.tenantId,
  lms_user_id: facts.person.lmsUserId,
  name: facts.person.name,
  context_id: launch.contextId,
  lms_link_id: facts.link?.id ?? null,
  facts,
  started_at: launch.startedAt,
  expires_at: launch.expiresAt,
});

/**
 * Uses up the states and writes people, courses, links and sessions, in one statement: of any number of launches with
 * one state exactly one gets its session. People and courses that are known and unchanged are only read. The `limit`
 * changes nothing but the planner's guess: without it, it expects 100 launches and reads whole tables.
 *
 * @returns for each launch the ids behind its session; `null` when it got none.
 */
export async function insertLaunches(db: Db, launches: readonly LaunchRecord[]): Promise<(LaunchIds | null)[]> {
  const written = await db.execute(sql`
    with launch as (
      select * from jsonb_to_recordset(${JSON.stringify(launches.map(toRow), storable)}::jsonb) as launch (
        state_hash text, token_hash text, tenant_id uuid, lms_user_id text, name text, context_id text,
        lms_link_id text, facts jsonb, started_at timestamptz, expires_at timestamptz)
      limit ${launches.length}
    ), used as (
      update logins set used_at = launch.started_at from launch
      where logins.state_hash = launch.state_hash and used_at is null and logins.expires_at > launch.started_at
      returning launch.*
    ), new_person as (
      insert into people (tenant_id, lms_user_id, name)
      select distinct on (used.tenant_id, used.lms_user_id) used.tenant_id, used.lms_user_id, used.name
      from used left join people using (tenant_id, lms_user_id)
      where people.id is null or people.name is distinct from used.name
      on conflict (tenant_id, lms_user_id) do update set name = excluded.name
      returning id, tenant_id, lms_user_id
    ), person as (
      select id, tenant_id, lms_user_id from new_person
      union select people.id, tenant_id, lms_user_id from used join people using (tenant_id, lms_user_id)
    ), new_course as (
      insert into courses (tenant_id, context_id)
      select distinct used.tenant_id, used.context_id from used left join courses using (tenant_id, context_id)
      where courses.id is null
      on conflict (tenant_id, context_id) do update set context_id = excluded.context_id
      returning id, tenant_id, context_id
    ), course as (
      select id, tenant_id, context_id from new_course
      union select courses.id, tenant_id, context_id from used join courses using (tenant_id, context_id)
    ), new_link as (
      insert into links (course_id, lms_link_id)
      select distinct course.id, used.lms_link_id from used join course using (tenant_id, context_id)
      left join links on links.course_id = course.id and links.lms_link_id = used.lms_link_id
      where used.lms_link_id is not null and links.id is null
      on conflict do nothing
    )
    insert into sessions (token_hash, tenant_id, person_id, course_id, facts, last_seen_at, expires_at)
    select used.token_hash, tenant_id, person.id, course.id, used.facts, used.started_at, used.expires_at
    from used join person using (tenant_id, lms_user_id) join course using (tenant_id, context_id)
    returning token_hash, person_id, course_id`);
  return idsOf(written, launches);
}

/**
 * As {@link insertLaunches}, for people, courses and links that are known to be there and unchanged: only the states are
 * used up and the sessions written.
 */
export async function insertKnownLaunches(
  db: Db,
  launches: readonly (LaunchRecord & LaunchIds)[],
): Promise<(LaunchIds | null)[]> {
  const rows = launches.map((launch) => ({
    ...toRow(launch),
    person_id: launch.personId,
    course_id: launch.courseId,
  }));
  const written = await db.execute(sql`
    with launch as (
      select * from jsonb_to_recordset(${JSON.stringify(rows, storable)}::jsonb) as launch (
        state_hash text, token_hash text, tenant_id uuid, person_id uuid, course_id uuid, facts jsonb,
        started_at timestamptz, expires_at timestamptz)
    ), used as (
      update logins set used_at = launch.started_at from launch
      where logins.state_hash = launch.state_hash and used_at is null and logins.expires_at > launch.started_at
      returning launch.*
    )
    insert into sessions (token_hash, tenant_id, person_id, course_id, facts, last_seen_at, expires_at)
    select token_hash, tenant_id, person_id, course_id, facts, started_at, expires_at from used
    returning token_hash, person_id, course_id`);
  return idsOf(written, launches);
}

function idsOf(written: unknown, launches: readonly LaunchRecord[]): (LaunchIds | null)[] {
  const { rows } = StartedSchema.parse(written);
  const byToken = new Map(rows.map((row) => [row.token_hash, { personId: row.person_id, courseId: row.course_id }]));
  return launches.map(({ tokenHash }) => byToken.get(tokenHash) ?? null);
}
