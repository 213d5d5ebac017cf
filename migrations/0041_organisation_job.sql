-- Jobs of organisations: what a key of one asks for is seen by all members. And what 0026 could not know.

ALTER TABLE app.job
  ADD COLUMN organisation_id uuid DEFAULT app.caller_organisation() REFERENCES app.organisation ON DELETE SET NULL;
CREATE INDEX job_by_organisation ON app.job (organisation_id, created_at) WHERE organisation_id IS NOT NULL;
COMMENT ON COLUMN app.job.organisation_id IS 'Organisation whose key asked for it; null for an account alone and for the system.';
DROP POLICY own_jobs ON app.job;
CREATE POLICY own_jobs ON app.job FOR SELECT TO valyra_api
  USING ((account_id = app.caller_account() AND organisation_id IS NULL AND app.caller_organisation() IS NULL)
    OR organisation_id IN (SELECT app.caller_organisations())
    OR app.caller_has_role('admin'));

CREATE TRIGGER mail_preference_updated_at BEFORE UPDATE ON app.mail_preference
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();

-- Valuations that a key of an organisation asked for, in the same way.
ALTER TABLE app.valuation
  ADD CONSTRAINT valuation_organisation FOREIGN KEY (organisation_id) REFERENCES app.organisation ON DELETE SET NULL;
CREATE INDEX valuation_by_organisation ON app.valuation (organisation_id, created_at) WHERE organisation_id IS NOT NULL;
DROP POLICY own_valuations ON app.valuation;
CREATE POLICY own_valuations ON app.valuation FOR SELECT TO valyra_api
  USING ((account_id = app.caller_account() AND organisation_id IS NULL AND app.caller_organisation() IS NULL)
    OR organisation_id IN (SELECT app.caller_organisations())
    OR app.caller_has_role('reviewer') OR app.caller_has_role('admin'));
DROP POLICY own_requests ON app.valuation;
CREATE POLICY own_requests ON app.valuation FOR INSERT TO valyra_api
  WITH CHECK (account_id = app.caller_account() AND state = 'queued'
    AND organisation_id IS NOT DISTINCT FROM app.caller_organisation()
    AND (organisation_id IS NULL OR organisation_id IN (SELECT app.caller_organisations())));
