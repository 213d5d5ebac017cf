-- Who may be asking: accounts, their wallets, roles and sessions. All of it is private: the API sees
-- the rows of its caller alone, whom it names at the beginning of each transaction
-- (core/db/as-caller.ts). What proves an identity is beyond its reach altogether: the role
-- valyra_identity reads and writes that, and the API takes that role for nothing else.

CREATE FUNCTION app.touch_updated_at() RETURNS trigger
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.touch_updated_at() IS 'Keeps updated_at true whoever writes the row.';

CREATE TABLE app.account (
  account_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  username text,
  display_name text,
  email text,
  email_verified_at timestamptz,
  kyc_status text NOT NULL DEFAULT 'none',
  trust_score smallint NOT NULL DEFAULT 50,
  tier text NOT NULL DEFAULT 'free',
  banned_at timestamptz,
  ban_reason text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT account_username CHECK (username ~ '^[a-z0-9](-?[a-z0-9]){2,29}$'),
  CONSTRAINT account_display_name CHECK (length(display_name) BETWEEN 1 AND 80),
  CONSTRAINT account_email CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
  CONSTRAINT account_email_verified CHECK (email_verified_at IS NULL OR email IS NOT NULL),
  CONSTRAINT account_kyc_status CHECK (kyc_status IN ('none', 'pending', 'verified', 'rejected')),
  CONSTRAINT account_trust_score CHECK (trust_score BETWEEN 0 AND 100),
  CONSTRAINT account_tier CHECK (tier IN ('free', 'paid')),
  CONSTRAINT account_ban CHECK ((banned_at IS NULL) = (ban_reason IS NULL))
);
CREATE UNIQUE INDEX account_by_email ON app.account (email);
CREATE UNIQUE INDEX account_by_username ON app.account (username);
CREATE TRIGGER account_updated_at BEFORE UPDATE ON app.account
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
COMMENT ON TABLE app.account IS 'One row for each person or program that has signed in; deleted with the account.';
COMMENT ON COLUMN app.account.account_id IS 'Random; says nothing about its owner.';
COMMENT ON COLUMN app.account.username IS 'Name in addresses, lower case; null until one is chosen.';
COMMENT ON COLUMN app.account.display_name IS 'Name as it is shown; untrusted text.';
COMMENT ON COLUMN app.account.email IS 'Address for mail in lower case; null for an account that has wallets alone.';
COMMENT ON COLUMN app.account.email_verified_at IS 'When its owner showed that he reads mail sent there.';
COMMENT ON COLUMN app.account.kyc_status IS 'none, pending, verified or rejected.';
COMMENT ON COLUMN app.account.trust_score IS '0 to 100; 50 says nothing either way.';
COMMENT ON COLUMN app.account.tier IS 'Plan by which limits are told apart: free or paid.';
COMMENT ON COLUMN app.account.banned_at IS 'When an administrator shut it out; null for all others.';
COMMENT ON COLUMN app.account.ban_reason IS 'Why, in words for its owner.';
COMMENT ON COLUMN app.account.created_at IS 'When it was made.';
COMMENT ON COLUMN app.account.updated_at IS 'When the row last changed.';

CREATE TABLE app.account_wallet (
  address text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES app.account ON DELETE CASCADE,
  proof text NOT NULL,
  chain_id integer NOT NULL,
  linked_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT account_wallet_address CHECK (address ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT account_wallet_proof CHECK (proof IN ('key', 'contract'))
);
CREATE INDEX account_wallet_by_account ON app.account_wallet (account_id, linked_at);
COMMENT ON TABLE app.account_wallet IS 'Wallets of accounts; each has signed that it belongs there, and belongs to one account.';
COMMENT ON COLUMN app.account_wallet.address IS 'In lower case.';
COMMENT ON COLUMN app.account_wallet.account_id IS 'Account that it belongs to.';
COMMENT ON COLUMN app.account_wallet.proof IS 'key: the signature gave the address; contract: its code accepted the signature (ERC-1271).';
COMMENT ON COLUMN app.account_wallet.chain_id IS 'EIP-155 chain id on which it signed.';
COMMENT ON COLUMN app.account_wallet.linked_at IS 'When it signed.';

CREATE TABLE app.account_role (
  account_id uuid NOT NULL REFERENCES app.account ON DELETE CASCADE,
  role text NOT NULL,
  granted_by uuid REFERENCES app.account ON DELETE SET NULL,
  granted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, role),
  CONSTRAINT account_role_known CHECK (role IN ('reviewer', 'admin', 'resolver'))
);
COMMENT ON TABLE app.account_role IS 'What accounts may do beyond their own affairs; every account is a user without a row.';
COMMENT ON COLUMN app.account_role.account_id IS 'Account that has the role.';
COMMENT ON COLUMN app.account_role.role IS 'reviewer, admin or resolver.';
COMMENT ON COLUMN app.account_role.granted_by IS 'Administrator who gave it; null for the operator, or when that account is gone.';
COMMENT ON COLUMN app.account_role.granted_at IS 'When it was given.';

CREATE TABLE app.session (
  session_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES app.account ON DELETE CASCADE,
  method text NOT NULL,
  wallet text,
  chain_id integer,
  user_agent text,
  signed_in_at timestamptz NOT NULL DEFAULT now(),
  checked_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  end_reason text,
  CONSTRAINT session_method CHECK (method IN ('wallet', 'password', 'oidc')),
  CONSTRAINT session_wallet CHECK ((method = 'wallet') = (wallet IS NOT NULL AND chain_id IS NOT NULL)),
  CONSTRAINT session_end CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  CONSTRAINT session_end_reason CHECK (end_reason IN
    ('logout', 'logout_everywhere', 'reused_token', 'wallet_changed', 'password_changed', 'wallet_unlinked', 'banned'))
);
CREATE INDEX session_by_account ON app.session (account_id, signed_in_at);
CREATE INDEX session_by_expiry ON app.session (expires_at);
COMMENT ON TABLE app.session IS 'Sign-ins; each is a family of refresh tokens of which one at most is good.';
COMMENT ON COLUMN app.session.session_id IS 'Named by access tokens as sid.';
COMMENT ON COLUMN app.session.account_id IS 'Who signed in.';
COMMENT ON COLUMN app.session.method IS 'wallet, password or oidc.';
COMMENT ON COLUMN app.session.wallet IS 'Wallet that signed in, in lower case; null for other methods.';
COMMENT ON COLUMN app.session.chain_id IS 'EIP-155 chain id that the wallet signed for; null for other methods.';
COMMENT ON COLUMN app.session.user_agent IS 'What the client called itself, for the list of sessions; untrusted text.';
COMMENT ON COLUMN app.session.signed_in_at IS 'When the proof was given.';
COMMENT ON COLUMN app.session.checked_at IS 'When a contract wallet last confirmed the signature it signed in with.';
COMMENT ON COLUMN app.session.used_at IS 'When tokens were last issued.';
COMMENT ON COLUMN app.session.expires_at IS 'End of the session unless tokens are refreshed before.';
COMMENT ON COLUMN app.session.ended_at IS 'When it was ended early; null while it is good.';
COMMENT ON COLUMN app.session.end_reason IS 'Why it was ended: logout, logout_everywhere, reused_token, wallet_changed, password_changed, wallet_unlinked or banned.';

CREATE TABLE app.session_proof (
  session_id uuid PRIMARY KEY REFERENCES app.session ON DELETE CASCADE,
  digest text NOT NULL,
  signature text NOT NULL,
  CONSTRAINT session_proof_digest CHECK (digest ~ '^0x[0-9a-f]{64}$')
);
COMMENT ON TABLE app.session_proof IS 'What a contract wallet signed, so that it can be asked again whether the signer still owns it.';
COMMENT ON COLUMN app.session_proof.session_id IS 'Session that rests on it.';
COMMENT ON COLUMN app.session_proof.digest IS 'EIP-191 hash of the sign-in message.';
COMMENT ON COLUMN app.session_proof.signature IS 'Signature over it; its nonce is used up, so it opens no other session.';

CREATE TABLE app.refresh_token (
  token_hash bytea PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES app.session ON DELETE CASCADE,
  generation integer NOT NULL,
  issued_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz,
  UNIQUE (session_id, generation),
  CONSTRAINT refresh_token_hash CHECK (octet_length(token_hash) = 32)
);
COMMENT ON TABLE app.refresh_token IS 'Tokens by which sessions are prolonged; all but the newest of a session are used up.';
COMMENT ON COLUMN app.refresh_token.token_hash IS 'SHA-256 of the token, which is nowhere else.';
COMMENT ON COLUMN app.refresh_token.session_id IS 'Session that it prolongs.';
COMMENT ON COLUMN app.refresh_token.generation IS 'Counts the tokens of a session from 0.';
COMMENT ON COLUMN app.refresh_token.issued_at IS 'When it was issued.';
COMMENT ON COLUMN app.refresh_token.used_at IS 'When its successor was issued; null for the newest.';

CREATE TABLE app.sign_in_nonce (
  nonce text PRIMARY KEY,
  purpose text NOT NULL,
  address text NOT NULL,
  account_id uuid REFERENCES app.account ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  CONSTRAINT sign_in_nonce_length CHECK (nonce ~ '^[a-zA-Z0-9]{16,64}$'),
  CONSTRAINT sign_in_nonce_purpose CHECK (purpose IN ('sign_in', 'link')),
  CONSTRAINT sign_in_nonce_address CHECK (address ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT sign_in_nonce_account CHECK ((purpose = 'link') = (account_id IS NOT NULL))
);
CREATE INDEX sign_in_nonce_by_expiry ON app.sign_in_nonce (expires_at);
COMMENT ON TABLE app.sign_in_nonce IS 'Numbers that wallets sign to sign in or to be linked; a row goes when it is used.';
COMMENT ON COLUMN app.sign_in_nonce.nonce IS 'Random, at least 16 letters and digits.';
COMMENT ON COLUMN app.sign_in_nonce.purpose IS 'sign_in or link.';
COMMENT ON COLUMN app.sign_in_nonce.address IS 'The only wallet that can use it, in lower case.';
COMMENT ON COLUMN app.sign_in_nonce.account_id IS 'Account that the wallet is to be linked to; null for sign_in.';
COMMENT ON COLUMN app.sign_in_nonce.expires_at IS 'Five minutes after it was issued.';

-- Who is asking, as policies see it. The roles of the caller are looked up: what a transaction says of
-- itself can only take some of them away.
CREATE FUNCTION app.caller_account() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.account_id', true), '')::uuid
$$;
COMMENT ON FUNCTION app.caller_account() IS 'Account that this transaction acts for; null for nobody.';

CREATE FUNCTION app.caller_has_role(wanted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT wanted = ANY (string_to_array(current_setting('app.roles', true), ','))
    AND EXISTS (
      SELECT FROM app.account_role
      WHERE account_id = app.caller_account() AND role = wanted
    )
$$;
COMMENT ON FUNCTION app.caller_has_role(text) IS 'Whether this transaction acts for somebody who has the role and came with it.';

CREATE FUNCTION app.caller_wallets() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT address FROM app.account_wallet WHERE account_id = app.caller_account()
$$;
COMMENT ON FUNCTION app.caller_wallets() IS 'Wallets of the account that this transaction acts for.';

-- Its owner changes of an account what is his to say; the rest is for administrators.
CREATE FUNCTION app.guard_account() RETURNS trigger
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF current_user = 'valyra_api' AND NOT app.caller_has_role('admin')
    AND (OLD.account_id, OLD.email, OLD.email_verified_at, OLD.kyc_status, OLD.trust_score, OLD.tier,
      OLD.banned_at, OLD.ban_reason)
    IS DISTINCT FROM (NEW.account_id, NEW.email, NEW.email_verified_at, NEW.kyc_status, NEW.trust_score,
      NEW.tier, NEW.banned_at, NEW.ban_reason)
  THEN
    RAISE EXCEPTION 'only an administrator changes this of an account'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.guard_account() IS 'Keeps an owner from changing what others decide of his account.';
CREATE TRIGGER account_guard BEFORE UPDATE ON app.account
  FOR EACH ROW EXECUTE FUNCTION app.guard_account();

ALTER TABLE app.account ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.account_wallet ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.account_role ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.session ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.session_proof ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.refresh_token ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.sign_in_nonce ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

CREATE POLICY own_account ON app.account TO valyra_api
  USING (account_id = app.caller_account() OR app.caller_has_role('admin'));
CREATE POLICY own_wallets ON app.account_wallet FOR SELECT TO valyra_api
  USING (account_id = app.caller_account() OR app.caller_has_role('admin'));
CREATE POLICY own_roles ON app.account_role FOR SELECT TO valyra_api
  USING (account_id = app.caller_account() OR app.caller_has_role('admin'));
CREATE POLICY roles_by_admins ON app.account_role TO valyra_api
  USING (app.caller_has_role('admin')) WITH CHECK (app.caller_has_role('admin'));
CREATE POLICY own_sessions ON app.session FOR SELECT TO valyra_api
  USING (account_id = app.caller_account());

-- What the functions above look up, which run as the owner.
CREATE POLICY roles_of_callers ON app.account_role FOR SELECT TO valyra_owner USING (true);
CREATE POLICY wallets_of_callers ON app.account_wallet FOR SELECT TO valyra_owner USING (true);

CREATE POLICY identity ON app.account TO valyra_identity USING (true);
CREATE POLICY identity ON app.account_wallet TO valyra_identity USING (true);
CREATE POLICY identity ON app.account_role FOR SELECT TO valyra_identity USING (true);
CREATE POLICY identity ON app.session TO valyra_identity USING (true);
CREATE POLICY identity ON app.session_proof TO valyra_identity USING (true);
CREATE POLICY identity ON app.refresh_token TO valyra_identity USING (true);
CREATE POLICY identity ON app.sign_in_nonce TO valyra_identity USING (true);

GRANT SELECT ON app.account, app.account_wallet, app.account_role, app.session TO valyra_api;
GRANT UPDATE (username, display_name, kyc_status, trust_score, tier, banned_at, ban_reason) ON app.account TO valyra_api;
GRANT INSERT, DELETE ON app.account_role TO valyra_api;

GRANT USAGE ON SCHEMA app TO valyra_identity;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.account, app.account_wallet, app.session, app.session_proof,
  app.refresh_token, app.sign_in_nonce TO valyra_identity;
GRANT SELECT ON app.account_role TO valyra_identity;
