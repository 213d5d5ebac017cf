-- Owners of an organisation read what was done in it, and an identity at a provider can be unlinked.

ALTER TABLE app.audit_entry ADD COLUMN organisation_id uuid;
CREATE INDEX audit_entry_by_organisation ON app.audit_entry (organisation_id, sequence)
  WHERE organisation_id IS NOT NULL;
COMMENT ON COLUMN app.audit_entry.organisation_id IS 'Organisation whose key, draft or invitation it was, or whose key did it; null for what concerns one account. Entries about an organisation itself name it as their entity.';

-- The same as before for every entry without an organisation: what was chained stays whole.
CREATE OR REPLACE FUNCTION app.audit_hash(entry app.audit_entry) RETURNS bytea
LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to((jsonb_build_array(
    entry.sequence, extract(epoch FROM entry.at)::text, entry.actor_kind, entry.actor_id,
    entry.credential, entry.action, entry.entity, entry.entity_id, entry.before, entry.after,
    entry.request_id, entry.client, entry.user_agent, encode(entry.previous_hash, 'hex')
  ) || CASE WHEN entry.organisation_id IS NULL THEN '[]'::jsonb
       ELSE jsonb_build_array(entry.organisation_id) END)::text, 'UTF8'))
$$;

-- Nobody writes into the log of an organisation that he does not belong to.
DROP POLICY add_own ON app.audit_entry;
CREATE POLICY add_own ON app.audit_entry FOR INSERT TO valyra_api
  WITH CHECK (actor_id IS NOT DISTINCT FROM app.caller_account()
    AND (organisation_id IS NULL OR organisation_id IN (SELECT app.caller_organisations())
      OR app.caller_has_role('admin')));
CREATE POLICY read_of_organisation ON app.audit_entry FOR SELECT TO valyra_api
  USING (organisation_id IN (SELECT app.caller_organisations('{owner}'))
    OR (entity = 'organisation'
      AND entity_id IN (SELECT id::text FROM app.caller_organisations('{owner}') AS owned (id))));
GRANT INSERT (organisation_id) ON app.audit_entry TO valyra_api, valyra_identity, valyra_worker;

ALTER TABLE app.session DROP CONSTRAINT session_end_reason;
ALTER TABLE app.session ADD CONSTRAINT session_end_reason CHECK (end_reason IN
  ('logout', 'logout_everywhere', 'reused_token', 'wallet_changed', 'password_changed', 'wallet_unlinked',
   'identity_unlinked', 'banned'));
COMMENT ON COLUMN app.session.end_reason IS 'Why it was ended: logout, logout_everywhere, reused_token, wallet_changed, password_changed, wallet_unlinked, identity_unlinked or banned.';
