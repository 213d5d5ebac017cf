-- Jobs of an organisation are cancelled by whoever asked for them, and by its admins and owners.

DROP POLICY own_jobs_cancel ON app.job;
CREATE POLICY own_jobs_cancel ON app.job FOR UPDATE TO valyra_api
  USING (account_id = app.caller_account()
    OR organisation_id IN (SELECT app.caller_organisations('{admin,owner}')))
  WITH CHECK (is_cancel_wanted AND state IN ('cancelled', 'running')
    AND (account_id = app.caller_account()
      OR organisation_id IN (SELECT app.caller_organisations('{admin,owner}'))));
