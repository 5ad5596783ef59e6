CREATE TABLE "course_staff" (
	"tenant_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "course_staff_tenant_id_course_id_person_id_pk" PRIMARY KEY("tenant_id","course_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "settings_from" text DEFAULT 'link' NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "item_id" text;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "copied_from" uuid;--> statement-breakpoint
CREATE INDEX "assignments_by_link" ON "assignments" USING btree ("tenant_id","link_id");