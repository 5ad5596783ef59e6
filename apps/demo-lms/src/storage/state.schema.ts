import { z } from 'zod';

/** Client id of the tool that is registered by hand, from the start. */
export const FIXED_CLIENT_ID = 'mgv-practice';

/** From and until when, ISO-8601 with a zone; `null` is open. */
const PeriodSchema = z.strictObject({ start: z.string().nullable(), end: z.string().nullable() });
export type Period = z.infer<typeof PeriodSchema>;

/** A course: an LTI context. */
const CourseSchema = z.strictObject({
  id: z.string().min(1),
  label: z.string().min(1),
  title: z.string().min(1),
  /** Ids of the courses that it was copied from, the latest first. */
  history: z.array(z.string()),
  /** Made-up students besides the persons of the sign-in page. */
  extraStudents: z.int().min(0),
});
export type Course = z.infer<typeof CourseSchema>;

/** One activity in a course: an LTI resource link. Its `id` is the resource link id. */
const ActivitySchema = z.strictObject({
  id: z.string().min(1),
  courseId: z.string().default('1'),
  /** The tool that it opens. */
  clientId: z.string().default(FIXED_CLIENT_ID),
  title: z.string().min(1),
  /** Plain text under the title; may be empty. */
  text: z.string(),
  /** Where the launch goes, from the tool's origin on, so that the tool may move: `/lti/launch?scenario=…`. */
  path: z.string().startsWith('/'),
  /** Custom parameters, sent with each launch. */
  custom: z.record(z.string(), z.string()),
  /** Ids of the activities that it was copied from, the latest first. */
  history: z.array(z.string()).default([]),
  available: PeriodSchema.nullable().default(null),
  submission: PeriodSchema.nullable().default(null),
  /** Whether it opens in a window of its own instead of in the page. */
  newWindow: z.boolean().default(false),
});
export type Activity = z.infer<typeof ActivitySchema>;

/** A column of the gradebook. */
const LineItemSchema = z.strictObject({
  id: z.string().min(1),
  courseId: z.string().default('1'),
  clientId: z.string().default(FIXED_CLIENT_ID),
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
  /** Where the tool shows what was handed in, as it came with a score (Canvas's extension). */
  submissionUrl: z.string().nullable().default(null),
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

/** A tool that registered itself. */
const StoredToolSchema = z.strictObject({
  clientId: z.string().min(1),
  deploymentId: z.string().min(1),
  name: z.string().min(1),
  loginUrl: z.url(),
  /** Target of launches that name none of their own. */
  launchUrl: z.url(),
  deepLinkingUrl: z.url(),
  reviewUrl: z.url(),
  redirectUris: z.array(z.url()).min(1),
  jwksUrl: z.url(),
  /** Custom parameters of every launch. */
  custom: z.record(z.string(), z.string()),
  /** What its access tokens may hold at most. */
  scopes: z.array(z.string()),
  /** Claims about persons that it asked for; others are not sent. */
  claims: z.array(z.string()),
  /** An administrator lets it in. */
  active: z.boolean(),
});
export type StoredTool = z.infer<typeof StoredToolSchema>;

/** Where a tool wants notices of one type. */
const NoticeHandlerSchema = z.strictObject({ clientId: z.string(), type: z.string(), handler: z.url() });
export type NoticeHandler = z.infer<typeof NoticeHandlerSchema>;

/** Somebody's place in a course, where it is not simply active. */
const EnrolmentSchema = z.strictObject({
  courseId: z.string(),
  userId: z.string(),
  status: z.enum(['Active', 'Inactive', 'Deleted']),
  /** Rises with every change. */
  revision: z.int().positive(),
});
export type Enrolment = z.infer<typeof EnrolmentSchema>;

/** The courses that are there from the start. */
const COURSES: Course[] = [
  { id: '1', label: 'GV1', title: 'Gesprekken voeren 1', history: [], extraStudents: 0 },
  { id: '2', label: 'GV-G', title: 'Grote groep', history: [], extraStudents: 1994 },
];

/** Everything that the practice LMS keeps. What an older file lacks is filled in. */
export const StateSchema = z.strictObject({
  version: z.literal(1),
  /** The next course, activity, line item or deployment gets this id. */
  nextId: z.int().positive(),
  courses: z.array(CourseSchema).default(COURSES),
  activities: z.array(ActivitySchema).default([]),
  lineItems: z.array(LineItemSchema).default([]),
  grades: z.array(GradeSchema).default([]),
  reports: z.array(LaunchReportSchema).default([]),
  tools: z.array(StoredToolSchema).default([]),
  noticeHandlers: z.array(NoticeHandlerSchema).default([]),
  enrolments: z.array(EnrolmentSchema).default([]),
});
export type State = z.infer<typeof StateSchema>;
