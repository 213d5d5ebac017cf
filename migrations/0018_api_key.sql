-- Keys by which programs act for an account, and what was done with them.

CREATE TABLE app.api_key (
  key_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES app.account ON DELETE CASCADE,
  organisation_id uuid,
  name text NOT NULL,
  prefix text NOT NULL,
  secret_hash bytea NOT NULL,
  scopes text[] NOT NULL,
  tier text NOT NULL DEFAULT 'free',
  replaces uuid REFERENCES app.api_key ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  CONSTRAINT api_key_name CHECK (length(name) BETWEEN 1 AND 80),
  CONSTRAINT api_key_prefix CHECK (prefix ~ '^vly_[\w-]{8}$'),
  CONSTRAINT api_key_secret_hash CHECK (octet_length(secret_hash) = 32),
  CONSTRAINT api_key_tier CHECK (tier IN ('free', 'paid')),
  CONSTRAINT api_key_scopes CHECK (cardinality(scopes) <= 32)
);
CREATE UNIQUE INDEX api_key_by_secret ON app.api_key (secret_hash);
CREATE INDEX api_key_by_account ON app.api_key (account_id, created_at, key_id);
CREATE TRIGGER api_key_updated_at BEFORE UPDATE ON app.api_key
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
CREATE FUNCTION app.guard_api_key() RETURNS trigger
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at THEN
    RAISE EXCEPTION 'a revoked key stays revoked' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.tier <> OLD.tier AND current_user = 'valyra_api' AND NOT app.caller_has_role('admin') THEN
    RAISE EXCEPTION 'only an administrator changes the plan of a key' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.guard_api_key() IS 'Keeps revoked keys revoked, and plans in the hands of administrators.';
CREATE TRIGGER api_key_guard BEFORE UPDATE ON app.api_key
  FOR EACH ROW EXECUTE FUNCTION app.guard_api_key();
COMMENT ON TABLE app.api_key IS 'Keys of accounts. What opens the door is not here, only its hash.';
COMMENT ON COLUMN app.api_key.key_id IS 'Names the key; it opens nothing.';
COMMENT ON COLUMN app.api_key.account_id IS 'Account that the key acts for.';
COMMENT ON COLUMN app.api_key.organisation_id IS 'Organisation that it belongs to; null for the account alone.';
COMMENT ON COLUMN app.api_key.name IS 'What its owner calls it; untrusted text.';
COMMENT ON COLUMN app.api_key.prefix IS 'Beginning of the secret, to tell keys apart: 48 of its 256 bits.';
COMMENT ON COLUMN app.api_key.secret_hash IS 'SHA-256 of the secret, which was shown once and is stored nowhere.';
COMMENT ON COLUMN app.api_key.scopes IS 'What it may do.';
COMMENT ON COLUMN app.api_key.tier IS 'Plan that its calls are counted by; never more than the plan of its account.';
COMMENT ON COLUMN app.api_key.replaces IS 'Key whose successor it is.';
COMMENT ON COLUMN app.api_key.created_at IS 'When it was made.';
COMMENT ON COLUMN app.api_key.updated_at IS 'When the row last changed.';
COMMENT ON COLUMN app.api_key.last_used_at IS 'When it was last used, to some seconds; null before.';
COMMENT ON COLUMN app.api_key.expires_at IS 'When it ends by itself; null for never.';
COMMENT ON COLUMN app.api_key.revoked_at IS 'When it was ended by somebody; null while it is good.';

CREATE TABLE app.api_key_usage (
  key_id uuid NOT NULL REFERENCES app.api_key ON DELETE CASCADE,
  day date NOT NULL,
  route text NOT NULL,
  requests bigint NOT NULL,
  failures bigint NOT NULL,
  PRIMARY KEY (key_id, day, route)
);
COMMENT ON TABLE app.api_key_usage IS 'How often each key was used, by day and route.';
COMMENT ON COLUMN app.api_key_usage.key_id IS 'Key that was used.';
COMMENT ON COLUMN app.api_key_usage.day IS 'Day in UTC.';
COMMENT ON COLUMN app.api_key_usage.route IS 'Method and pattern of the route.';
COMMENT ON COLUMN app.api_key_usage.requests IS 'Requests of that day.';
COMMENT ON COLUMN app.api_key_usage.failures IS 'Those of them that were answered with a problem.';

ALTER TABLE app.api_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.api_key_usage ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_keys ON app.api_key TO valyra_api USING (account_id = app.caller_account());
CREATE POLICY admins_read ON app.api_key FOR SELECT TO valyra_api USING (app.caller_has_role('admin'));
CREATE POLICY admins_change ON app.api_key FOR UPDATE TO valyra_api USING (app.caller_has_role('admin'));
CREATE POLICY own_usage ON app.api_key_usage FOR SELECT TO valyra_api
  USING (EXISTS (SELECT FROM app.api_key AS own WHERE own.key_id = api_key_usage.key_id));
CREATE POLICY identity ON app.api_key TO valyra_identity USING (true);
CREATE POLICY identity ON app.api_key_usage TO valyra_identity USING (true);

-- The hash is written by its owner's transaction and read by nobody but the role that compares it.
GRANT SELECT (key_id, account_id, organisation_id, name, prefix, scopes, tier, replaces, created_at, updated_at, last_used_at, expires_at, revoked_at)
  ON app.api_key TO valyra_api;
GRANT INSERT (key_id, account_id, organisation_id, name, prefix, secret_hash, scopes, tier, replaces, expires_at)
  ON app.api_key TO valyra_api;
GRANT UPDATE (name, tier, expires_at, revoked_at) ON app.api_key TO valyra_api;
GRANT SELECT ON app.api_key_usage TO valyra_api;
GRANT SELECT, INSERT, UPDATE ON app.api_key, app.api_key_usage TO valyra_identity;
