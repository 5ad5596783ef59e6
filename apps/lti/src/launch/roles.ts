import type { Role } from '@mgv/contracts';

const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const SHORT = new Set(['Administrator', 'ContentDeveloper', 'Instructor', 'Learner', 'Mentor']);
const TRAINERS = new Set(['Administrator', 'ContentDeveloper', 'Instructor']);
/** Sub-roles of Instructor that grade, and change nothing else. */
const ASSISTANTS = /^Instructor\/(TeachingAssistant\w*|Grader)$/;

/** Who runs the platform or the institution on it. */
const ADMINS =
  /^http:\/\/purl\.imsglobal\.org\/vocab\/lis\/v2\/(institution\/person#Administrator|system\/person#(Administrator|SysAdmin|AccountAdmin))$/;

/** A membership role as `Instructor` or `Instructor/TeachingAssistant`; `null` for every other kind of role. */
function membershipRole(role: string): string | null {
  if (SHORT.has(role)) return role;
  if (!role.startsWith(MEMBERSHIP)) return null;
  const [, principal, name] = /^(?:\/(\w+))?#(\w+)$/.exec(role.slice(MEMBERSHIP.length)) ?? [];
  if (name === undefined) return null;
  return principal === undefined ? name : `${principal}/${name}`;
}

/**
 * What somebody may do in this course. Membership roles decide: a teacher of the institution may be a student here. An
 * admin of the platform who has no role in the course is an admin, never a student. Who is both teacher and student is
 * a trainer. A platform that names the sub-role TeachingAssistant also names
 * Instructor, so that plain Instructor beside it says nothing more.
 *
 * @see https://www.imsglobal.org/spec/lti/v1p3/#role-vocabularies
 */
export function roleOf(roles: readonly string[]): Role {
  const here = roles.flatMap((role) => membershipRole(role) ?? []);
  const assists = here.some((role) => ASSISTANTS.test(role));
  const teaches = here.some((role) => {
    const principal = role.split('/')[0] ?? role;
    return TRAINERS.has(principal) && !ASSISTANTS.test(role) && !(assists && role === 'Instructor');
  });
  if (teaches) return 'trainer';
  if (assists) return 'assistant';
  if (here.some((role) => role === 'Learner' || role.startsWith('Learner/'))) return 'student';
  if (here.some((role) => role === 'Mentor' || role.startsWith('Mentor/'))) return 'observer';
  return here.length === 0 && roles.some((role) => ADMINS.test(role)) ? 'admin' : 'none';
}

/** Whether this is the platform's own test student ('student view'). */
export function isTestPerson(roles: readonly string[]): boolean {
  return roles.some((role) => role.endsWith('/system/person#TestUser'));
}
