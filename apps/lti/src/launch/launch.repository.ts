import type { Db } from '@mgv/service-kit/database';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { SessionFacts } from '../session/session-facts.ts';

/** A verified launch, ready to be written. */
export interface LaunchRecord {
  /** Of the login that it answers. */
  loginId: string;
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
  login_id: launch.loginId,
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
 * Uses up the logins and writes people, courses, links and sessions, in one statement: of any number of launches with
 * one login exactly one gets its session. People and courses that are known and unchanged are only read. The `limit`
 * changes nothing but the planner's guess: without it, it expects 100 launches and reads whole tables.
 *
 * @returns for each launch the ids behind its session; `null` when it got none.
 */
export async function insertLaunches(db: Db, launches: readonly LaunchRecord[]): Promise<(LaunchIds | null)[]> {
  const written = await db.execute(sql`
    with launch as (
      select * from json_to_recordset(${JSON.stringify(launches.map(toRow), storable)}::json) as launch (
        login_id text, token_hash text, tenant_id uuid, lms_user_id text, name text, context_id text,
        lms_link_id text, facts jsonb, started_at timestamptz, expires_at timestamptz)
      limit ${launches.length}
    ), new_person as (
      insert into people (tenant_id, lms_user_id, name)
      select distinct on (launch.tenant_id, launch.lms_user_id) launch.tenant_id, launch.lms_user_id, launch.name
      from launch left join people using (tenant_id, lms_user_id)
      where people.id is null or people.name is distinct from launch.name
      on conflict (tenant_id, lms_user_id) do update set name = excluded.name
      returning id, tenant_id, lms_user_id
    ), person as (
      select id, tenant_id, lms_user_id from new_person
      union select people.id, tenant_id, lms_user_id from launch join people using (tenant_id, lms_user_id)
    ), new_course as (
      insert into courses (tenant_id, context_id)
      select distinct launch.tenant_id, launch.context_id from launch left join courses using (tenant_id, context_id)
      where courses.id is null
      on conflict (tenant_id, context_id) do update set context_id = excluded.context_id
      returning id, tenant_id, context_id
    ), course as (
      select id, tenant_id, context_id from new_course
      union select courses.id, tenant_id, context_id from launch join courses using (tenant_id, context_id)
    ), new_link as (
      insert into links (course_id, lms_link_id)
      select distinct course.id, launch.lms_link_id from launch join course using (tenant_id, context_id)
      left join links on links.course_id = course.id and links.lms_link_id = launch.lms_link_id
      where launch.lms_link_id is not null and links.id is null
      on conflict do nothing
    )
    insert into sessions (login_id, token_hash, tenant_id, person_id, course_id, facts, last_seen_at, expires_at)
    select login_id, token_hash, tenant_id, person.id, course.id, facts, started_at, expires_at
    from launch join person using (tenant_id, lms_user_id) join course using (tenant_id, context_id)
    on conflict (login_id) do nothing
    returning token_hash, person_id, course_id`);
  return idsOf(written, launches);
}

/**
 * As {@link insertLaunches}, for people, courses and links that are known and unchanged: only the logins are used up
 * and the sessions written. A launch of a person who has been deleted meanwhile gets none either.
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
    insert into sessions (login_id, token_hash, tenant_id, person_id, course_id, facts, last_seen_at, expires_at)
    select login_id, token_hash, launch.tenant_id, person_id, course_id, facts, started_at, expires_at
    from json_to_recordset(${JSON.stringify(rows, storable)}::json) as launch (
      login_id text, token_hash text, tenant_id uuid, person_id uuid, course_id uuid, facts jsonb,
      started_at timestamptz, expires_at timestamptz)
    join people on people.id = person_id
    on conflict (login_id) do nothing
    returning token_hash, person_id, course_id`);
  return idsOf(written, launches);
}

function idsOf(written: unknown, launches: readonly LaunchRecord[]): (LaunchIds | null)[] {
  const { rows } = StartedSchema.parse(written);
  const byToken = new Map(rows.map((row) => [row.token_hash, { personId: row.person_id, courseId: row.course_id }]));
  return launches.map(({ tokenHash }) => byToken.get(tokenHash) ?? null);
}
