import { z } from 'zod';

/** One activity in the course: an LTI resource link. Its `id` is the resource link id. */
const ActivitySchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  /** Plain text under the title; may be empty. */
  text: z.string(),
  /** Where the launch goes, from the tool's origin on, so that the tool may move: `/lti/launch?scenario=…`. */
  path: z.string().startsWith('/'),
  /** Custom parameters, sent with each launch. */
  custom: z.record(z.string(), z.string()),
});
export type Activity = z.infer<typeof ActivitySchema>;

/** A column of the gradebook. */
const LineItemSchema = z.strictObject({
  id: z.string().min(1),
  label: z.string().min(1),
  /** In points, above 0. */
  scoreMaximum: z.number().positive(),
  resourceId: z.string(),
  tag: z.string(),
  /** The activity that it belongs to; `null` for a column that the tool made by itself. */
  resourceLinkId: z.string().nullable(),
});
export type LineItem = z.infer<typeof LineItemSchema>;

/** A score as it was accepted; the gradebook keeps them all. */
const AcceptedScoreSchema = z.strictObject({
  scoreGiven: z.number().nullable(),
  scoreMaximum: z.number().nullable(),
  activityProgress: z.string(),
  gradingProgress: z.string(),
  comment: z.string().nullable(),
  /** The tool's own timestamp, ISO-8601 in UTC. */
  timestamp: z.string(),
  /** When it came in, ISO-8601 in UTC. */
  receivedAt: z.string(),
});

/** What one cell of the gradebook holds. */
const GradeSchema = z.strictObject({
  lineItemId: z.string(),
  userId: z.string(),
  /** In points of the line item; `null` is no grade. */
  score: z.number().nullable(),
  comment: z.string().nullable(),
  /** Of the score that stands, ISO-8601 in UTC; `null` after a score that cleared the grade. */
  timestamp: z.string().nullable(),
  history: z.array(AcceptedScoreSchema),
});
export type Grade = z.infer<typeof GradeSchema>;

/** What the platform saw of an activity's last launch. */
const LaunchReportSchema = z.strictObject({
  activityId: z.string(),
  launchId: z.string(),
  userId: z.string(),
  /** ISO-8601 in UTC. */
  startedAt: z.string(),
  /** By check id; an absent one was not seen (yet). */
  checks: z.record(z.string(), z.boolean()),
});
export type LaunchReport = z.infer<typeof LaunchReportSchema>;

/** Everything that the practice LMS keeps. */
export const StateSchema = z.strictObject({
  version: z.literal(1),
  /** The next activity or line item gets this id. */
  nextId: z.int().positive(),
  activities: z.array(ActivitySchema),
  lineItems: z.array(LineItemSchema),
  grades: z.array(GradeSchema),
  reports: z.array(LaunchReportSchema),
});
export type State = z.infer<typeof StateSchema>;
