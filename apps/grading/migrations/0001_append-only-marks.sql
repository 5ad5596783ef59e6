CREATE FUNCTION refuse_mark_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'mark versions are only added, never changed' USING ERRCODE = 'restrict_violation';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER mark_versions_append_only BEFORE UPDATE ON "mark_versions"
FOR EACH ROW EXECUTE FUNCTION refuse_mark_update();
