/**
 * The timestamp of a new score: now in whole seconds, and at least one second after the student's last one, also when the
 * clock was set back. Moodle counts in seconds and refuses what is not newer.
 *
 * @see https://www.imsglobal.org/spec/lti-ags/v2p0#timestamp
 */
export function nextScoreTime(now: Date, last: Date | null): Date {
  const second = Math.floor(now.getTime() / 1000) * 1000;
  return new Date(last ? Math.max(second, last.getTime() + 1000) : second);
}
