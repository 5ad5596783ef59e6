ALTER TABLE "logins" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "logins" CASCADE;--> statement-breakpoint
ALTER TABLE "sessions" DROP CONSTRAINT "sessions_person_id_people_id_fk";
--> statement-breakpoint
DROP INDEX "sessions_person";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "login_id" text DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_login_id_unique" UNIQUE("login_id");