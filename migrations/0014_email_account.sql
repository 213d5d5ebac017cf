-- Accounts by e-mail: passwords, the secrets of links in mails, and what slows guessing down.

CREATE TABLE app.account_password (
  account_id uuid PRIMARY KEY REFERENCES app.account ON DELETE CASCADE,
  hash text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT account_password_hash CHECK (hash ~ '^\$(argon2id|2[aby])\$')
);
CREATE TRIGGER account_password_updated_at BEFORE UPDATE ON app.account_password
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
COMMENT ON TABLE app.account_password IS 'Passwords of accounts that have one, hashed.';
COMMENT ON COLUMN app.account_password.account_id IS 'Account that it opens.';
COMMENT ON COLUMN app.account_password.hash IS 'argon2id with its parameters; bcrypt where it was imported, until the next login.';
COMMENT ON COLUMN app.account_password.updated_at IS 'When it was set or hashed anew.';

CREATE TABLE app.mail_token (
  token_hash bytea PRIMARY KEY,
  purpose text NOT NULL,
  email text NOT NULL,
  account_id uuid REFERENCES app.account ON DELETE CASCADE,
  password_hash text,
  expires_at timestamptz NOT NULL,
  CONSTRAINT mail_token_hash CHECK (octet_length(token_hash) = 32),
  CONSTRAINT mail_token_purpose CHECK (purpose IN ('register', 'reset')),
  CONSTRAINT mail_token_email CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
  CONSTRAINT mail_token_password CHECK ((purpose = 'register') = (password_hash IS NOT NULL)),
  CONSTRAINT mail_token_account CHECK (purpose = 'register' OR account_id IS NOT NULL)
);
CREATE INDEX mail_token_by_expiry ON app.mail_token (expires_at);
CREATE INDEX mail_token_by_account ON app.mail_token (account_id);
COMMENT ON TABLE app.mail_token IS 'Links in mails that somebody still may follow; a row goes when it is used.';
COMMENT ON COLUMN app.mail_token.token_hash IS 'SHA-256 of the secret of the link, which is nowhere else.';
COMMENT ON COLUMN app.mail_token.purpose IS 'register: to show that the mail is read; reset: to set another password.';
COMMENT ON COLUMN app.mail_token.email IS 'Where the mail went, in lower case.';
COMMENT ON COLUMN app.mail_token.account_id IS 'Account that gets the address or the password; null for one that is yet to be made.';
COMMENT ON COLUMN app.mail_token.password_hash IS 'Password that was chosen with the registration, hashed; null for reset.';
COMMENT ON COLUMN app.mail_token.expires_at IS '24 hours after a registration, one hour after a reset was asked for.';

CREATE TABLE app.login_guard (
  subject_hash bytea PRIMARY KEY,
  failures integer NOT NULL,
  locked_until timestamptz NOT NULL,
  forget_at timestamptz NOT NULL,
  CONSTRAINT login_guard_subject CHECK (octet_length(subject_hash) = 32),
  CONSTRAINT login_guard_failures CHECK (failures > 0)
);
CREATE INDEX login_guard_by_time ON app.login_guard (forget_at);
COMMENT ON TABLE app.login_guard IS 'Failed logins by address, whether or not there is such an account: each costs more time than the last.';
COMMENT ON COLUMN app.login_guard.subject_hash IS 'SHA-256 of the address in lower case.';
COMMENT ON COLUMN app.login_guard.failures IS 'Failures in a row.';
COMMENT ON COLUMN app.login_guard.locked_until IS 'No password is looked at before.';
COMMENT ON COLUMN app.login_guard.forget_at IS 'When the row may go, a day after the last failure.';

ALTER TABLE app.account_password ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.mail_token ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.login_guard ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY identity ON app.account_password TO valyra_identity USING (true);
CREATE POLICY identity ON app.mail_token TO valyra_identity USING (true);
CREATE POLICY identity ON app.login_guard TO valyra_identity USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON app.account_password, app.mail_token, app.login_guard TO valyra_identity;
