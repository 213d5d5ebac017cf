-- Signing in at a provider (OpenID Connect): what is under way, and whose accounts are whose.

CREATE TABLE app.oidc_sign_in (
  state_hash bytea PRIMARY KEY,
  binding_hash bytea NOT NULL,
  provider text NOT NULL,
  nonce text NOT NULL,
  code_verifier text NOT NULL,
  origin text NOT NULL,
  account_id uuid REFERENCES app.account ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  CONSTRAINT oidc_sign_in_state CHECK (octet_length(state_hash) = 32 AND octet_length(binding_hash) = 32)
);
CREATE INDEX oidc_sign_in_by_expiry ON app.oidc_sign_in (expires_at);
CREATE INDEX oidc_sign_in_by_account ON app.oidc_sign_in (account_id);
COMMENT ON TABLE app.oidc_sign_in IS 'Sign-ins at providers that are under way; a row goes when it is used.';
COMMENT ON COLUMN app.oidc_sign_in.state_hash IS 'SHA-256 of the state that the provider sends back.';
COMMENT ON COLUMN app.oidc_sign_in.binding_hash IS 'SHA-256 of what only the page has that began.';
COMMENT ON COLUMN app.oidc_sign_in.provider IS 'Name of the provider in the settings.';
COMMENT ON COLUMN app.oidc_sign_in.nonce IS 'What the ID token must name.';
COMMENT ON COLUMN app.oidc_sign_in.code_verifier IS 'What the code is exchanged with (PKCE).';
COMMENT ON COLUMN app.oidc_sign_in.origin IS 'Origin of the page that began.';
COMMENT ON COLUMN app.oidc_sign_in.account_id IS 'Account that the identity is to be linked to; null for signing in.';
COMMENT ON COLUMN app.oidc_sign_in.expires_at IS 'Ten minutes after it was begun.';

CREATE TABLE app.oidc_identity (
  issuer text NOT NULL,
  subject text NOT NULL,
  provider text NOT NULL,
  account_id uuid NOT NULL REFERENCES app.account ON DELETE CASCADE,
  linked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (issuer, subject),
  CONSTRAINT oidc_identity_size CHECK (length(issuer) <= 400 AND length(subject) BETWEEN 1 AND 255),
  CONSTRAINT oidc_identity_one_each UNIQUE (account_id, provider)
);
COMMENT ON TABLE app.oidc_identity IS 'Whom providers know as which of our accounts.';
COMMENT ON COLUMN app.oidc_identity.issuer IS 'Provider, as its ID tokens say.';
COMMENT ON COLUMN app.oidc_identity.subject IS 'Its name for the person; never reused by it.';
COMMENT ON COLUMN app.oidc_identity.provider IS 'Name of the provider in the settings.';
COMMENT ON COLUMN app.oidc_identity.account_id IS 'Account that it opens.';
COMMENT ON COLUMN app.oidc_identity.linked_at IS 'When it was linked.';

ALTER TABLE app.oidc_sign_in ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.oidc_identity ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY identity ON app.oidc_sign_in TO valyra_identity USING (true);
CREATE POLICY identity ON app.oidc_identity TO valyra_identity USING (true);
GRANT SELECT, INSERT, DELETE ON app.oidc_sign_in, app.oidc_identity TO valyra_identity;
