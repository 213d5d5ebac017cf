-- What is private of accounts, encrypted before it comes here: each row has a key of its own, which is
-- wrapped by a key of the operator (core/encryption). To replace that one, only the wrapped keys change.

CREATE TABLE app.account_profile (
  account_id uuid PRIMARY KEY REFERENCES app.account ON DELETE CASCADE,
  key_id text NOT NULL,
  data_key bytea NOT NULL,
  contact bytea,
  payout bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT account_profile_key_id CHECK (key_id ~ '^[a-z0-9][a-z0-9-]{0,31}$'),
  -- A byte of form, a nonce, 32 bytes and a tag.
  CONSTRAINT account_profile_data_key CHECK (octet_length(data_key) = 61),
  CONSTRAINT account_profile_contact CHECK (octet_length(contact) BETWEEN 29 AND 16384),
  CONSTRAINT account_profile_payout CHECK (octet_length(payout) BETWEEN 29 AND 16384)
);
CREATE INDEX account_profile_by_key ON app.account_profile (key_id);
CREATE TRIGGER account_profile_updated_at BEFORE UPDATE OF contact, payout ON app.account_profile
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
COMMENT ON TABLE app.account_profile IS 'Contact data and wishes about payment, as ciphertext (AES-256-GCM) bound to row and column.';
COMMENT ON COLUMN app.account_profile.account_id IS 'Whose they are.';
COMMENT ON COLUMN app.account_profile.key_id IS 'Key of the operator that wraps the key of this row.';
COMMENT ON COLUMN app.account_profile.data_key IS 'Key of this row, wrapped.';
COMMENT ON COLUMN app.account_profile.contact IS 'How its owner can be reached, encrypted; null when he never said.';
COMMENT ON COLUMN app.account_profile.payout IS 'How he wants to be paid, encrypted; null when he never said.';
COMMENT ON COLUMN app.account_profile.created_at IS 'When he said the first of it.';
COMMENT ON COLUMN app.account_profile.updated_at IS 'When he last changed it; a new wrapping changes nothing.';

ALTER TABLE app.account_profile ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_profile ON app.account_profile TO valyra_api
  USING (account_id = app.caller_account()) WITH CHECK (account_id = app.caller_account());
CREATE POLICY rotation ON app.account_profile TO valyra_identity USING (true);
GRANT SELECT, INSERT, UPDATE (contact, payout) ON app.account_profile TO valyra_api;
-- Whoever wraps keys anew reads nothing of what they open. An account that goes takes its row along.
GRANT SELECT (account_id, key_id, data_key), UPDATE (key_id, data_key) ON app.account_profile TO valyra_identity;
