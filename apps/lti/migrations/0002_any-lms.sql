CREATE TABLE "notice_handlers" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"service_url" text NOT NULL,
	"handler" text NOT NULL,
	"tried_at" timestamp with time zone NOT NULL,
	"registered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"tenant_id" uuid NOT NULL,
	"notice_id" text NOT NULL,
	"type" text NOT NULL,
	"context_id" text,
	"origin_contexts" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notices_tenant_id_notice_id_pk" PRIMARY KEY("tenant_id","notice_id")
);
--> statement-breakpoint
CREATE TABLE "registration_links" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"name" text,
	"person_data" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"claimed_until" timestamp with time zone,
	"claim_id" text,
	"claimed_for" text
);
--> statement-breakpoint
CREATE TABLE "roster_members" (
	"roster_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "roster_members_roster_id_person_id_pk" PRIMARY KEY("roster_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "rosters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"lms_link_id" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"whole_at" timestamp with time zone NOT NULL,
	"differences_url" text,
	CONSTRAINT "rosters_link" UNIQUE("course_id","lms_link_id")
);
--> statement-breakpoint
ALTER TABLE "platform_keys" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "platforms" ADD COLUMN "registration_host" text;--> statement-breakpoint
ALTER TABLE "platforms" ADD COLUMN "account_id" text;--> statement-breakpoint
ALTER TABLE "platforms" ADD COLUMN "product_family" text;--> statement-breakpoint
ALTER TABLE "platforms" ADD COLUMN "missing_scopes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "status" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "notice_handlers" ADD CONSTRAINT "notice_handlers_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_members" ADD CONSTRAINT "roster_members_roster_id_rosters_id_fk" FOREIGN KEY ("roster_id") REFERENCES "public"."rosters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_members" ADD CONSTRAINT "roster_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_context" ON "notices" USING btree ("tenant_id","context_id");--> statement-breakpoint
CREATE INDEX "roster_members_person" ON "roster_members" USING btree ("person_id");