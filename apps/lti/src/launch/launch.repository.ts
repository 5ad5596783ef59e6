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
  expiresAt: Date;
}

/** PostgreSQL's JSON takes no NUL and no half characters. */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;

const WrittenSchema = z.object({ rows: z.array(z.unknown()) });

/**
 * Uses up the state and writes person, course, link and session, in one statement: of any number of requests with one
 * state exactly one gets its session.
 *
 * @returns whether this request was the one.
 */
export async function insertLaunch(db: Db, launch: LaunchRecord, now: Date): Promise<boolean> {
  const { tenantId, contextId, facts } = launch;
  const { lmsUserId, name } = facts.person;
  const at = now.toISOString();
  const written = await db.execute(sql`
    with used as (
      update logins set used_at = ${at}::timestamptz
      where state_hash = ${launch.stateHash} and used_at is null and expires_at > ${at}::timestamptz
      returning 1
    ), known_person as (
      select id, name from people where tenant_id = ${tenantId}::uuid and lms_user_id = ${lmsUserId}
    ), new_person as (
      insert into people (tenant_id, lms_user_id, name)
      select ${tenantId}::uuid, ${lmsUserId}, ${name}::text from used
      where not exists (select 1 from known_person where name is not distinct from ${name}::text)
      on conflict (tenant_id, lms_user_id) do update set name = excluded.name
      returning id
    ), person as (
      select id from new_person union all select id from known_person limit 1
    ), known_course as (
      select id from courses where tenant_id = ${tenantId}::uuid and context_id = ${contextId}
    ), new_course as (
      insert into courses (tenant_id, context_id)
      select ${tenantId}::uuid, ${contextId} from used where not exists (select 1 from known_course)
      on conflict (tenant_id, context_id) do update set context_id = excluded.context_id
      returning id
    ), course as (
      select id from new_course union all select id from known_course limit 1
    ), new_link as (
      insert into links (course_id, lms_link_id)
      select course.id, ${facts.link?.id ?? null}::text from course, used where ${facts.link?.id ?? null}::text is not null
      on conflict do nothing
    )
    insert into sessions (token_hash, tenant_id, person_id, course_id, facts, last_seen_at, expires_at)
    select ${launch.tokenHash}, ${tenantId}::uuid, person.id, course.id, ${JSON.stringify(facts, storable)}::jsonb,
      ${at}::timestamptz, ${launch.expiresAt.toISOString()}::timestamptz
    from used, person, course
    returning 1`);
  return WrittenSchema.parse(written).rows.length === 1;
}
