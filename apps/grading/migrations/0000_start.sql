CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"link_id" text NOT NULL,
	"scenario_id" text NOT NULL,
	"scenario_version" text NOT NULL,
	"settings" jsonb NOT NULL,
	"gradebook" jsonb,
	"own_line_item" text,
	"platform_family" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"lms_user_id" text NOT NULL,
	"name" text,
	"test" boolean NOT NULL,
	"ordinal" integer NOT NULL,
	"last_score_at" timestamp with time zone,
	"opened_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scenario_versions" (
	"tenant_id" uuid NOT NULL,
	"version" text NOT NULL,
	"scenario_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "scenario_versions_tenant_id_version_pk" PRIMARY KEY("tenant_id","version")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"tenant_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"answer" jsonb NOT NULL,
	"sequence" bigint NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"locked_at" timestamp with time zone,
	CONSTRAINT "answers_attempt_id_step_id_pk" PRIMARY KEY("attempt_id","step_id")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"scenario_version" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"saved_at" timestamp with time zone,
	"handed_in_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "delivery_leases" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"owner" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passbacks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"mark_version_id" uuid NOT NULL,
	"score_given" double precision NOT NULL,
	"score_maximum" double precision NOT NULL,
	"comment" text NOT NULL,
	"timestamp" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"tries" integer NOT NULL,
	"reason" text,
	"next_try_at" timestamp with time zone,
	"waiting_since" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mark_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"points" double precision NOT NULL,
	"maximum" double precision NOT NULL,
	"complete" boolean NOT NULL,
	"judgements" jsonb NOT NULL,
	"comment" text NOT NULL,
	"reason" text NOT NULL,
	"author_id" uuid,
	"author_name" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"mark_version_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"released_by" uuid NOT NULL,
	"released_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passbacks" ADD CONSTRAINT "passbacks_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passbacks" ADD CONSTRAINT "passbacks_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passbacks" ADD CONSTRAINT "passbacks_mark_version_id_mark_versions_id_fk" FOREIGN KEY ("mark_version_id") REFERENCES "public"."mark_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark_versions" ADD CONSTRAINT "mark_versions_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_mark_version_id_mark_versions_id_fk" FOREIGN KEY ("mark_version_id") REFERENCES "public"."mark_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_link" ON "assignments" USING btree ("tenant_id","course_id","link_id");--> statement-breakpoint
CREATE UNIQUE INDEX "participants_person" ON "participants" USING btree ("assignment_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "participants_ordinal" ON "participants" USING btree ("assignment_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_number" ON "attempts" USING btree ("participant_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_one_open" ON "attempts" USING btree ("participant_id") WHERE handed_in_at is null;--> statement-breakpoint
CREATE INDEX "passbacks_participant" ON "passbacks" USING btree ("participant_id","timestamp");--> statement-breakpoint
CREATE INDEX "passbacks_assignment" ON "passbacks" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "passbacks_due" ON "passbacks" USING btree ("tenant_id","next_try_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "passbacks_newest" ON "passbacks" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "mark_versions_version" ON "mark_versions" USING btree ("attempt_id","version");--> statement-breakpoint
CREATE INDEX "releases_participant" ON "releases" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "releases_attempt" ON "releases" USING btree ("attempt_id");