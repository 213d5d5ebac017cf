-- What people show everybody of themselves, each under a wallet of theirs: whoever has several wallets
-- decides for each of them whether it shows a name, and nothing else ties them together.

CREATE TABLE app.user_profile (
  address text PRIMARY KEY REFERENCES app.account_wallet ON DELETE CASCADE,
  display_name text,
  about text,
  links text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT user_profile_display_name CHECK (length(display_name) BETWEEN 1 AND 80),
  CONSTRAINT user_profile_about CHECK (length(about) BETWEEN 1 AND 1000),
  CONSTRAINT user_profile_links CHECK (cardinality(links) <= 10)
);
CREATE TRIGGER user_profile_updated_at BEFORE UPDATE ON app.user_profile
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
COMMENT ON TABLE app.user_profile IS 'What owners of wallets show everybody; public by their own decision, gone with the link of the wallet.';
COMMENT ON COLUMN app.user_profile.address IS 'Wallet under which it is shown, in lower case.';
COMMENT ON COLUMN app.user_profile.display_name IS 'Name as it is shown; untrusted text.';
COMMENT ON COLUMN app.user_profile.about IS 'What its owner says of himself; untrusted text.';
COMMENT ON COLUMN app.user_profile.links IS 'Addresses of pages, http or https; untrusted.';
COMMENT ON COLUMN app.user_profile.created_at IS 'When it was first shown.';
COMMENT ON COLUMN app.user_profile.updated_at IS 'When it last changed.';

-- The words of somebody who was shut out are not shown while that lasts.
CREATE POLICY bans_of_wallets ON app.account FOR SELECT TO valyra_owner USING (banned_at IS NOT NULL);
CREATE FUNCTION app.is_banned_wallet(wallet text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT EXISTS (
    SELECT FROM app.account_wallet JOIN app.account USING (account_id)
    WHERE address = wallet AND banned_at IS NOT NULL
  )
$$;
COMMENT ON FUNCTION app.is_banned_wallet(text) IS 'Whether the account of a wallet is shut out.';

ALTER TABLE app.user_profile ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY shown_profiles ON app.user_profile FOR SELECT TO valyra_api
  USING (NOT app.is_banned_wallet(address));
CREATE POLICY own_profiles ON app.user_profile TO valyra_api
  USING (address IN (SELECT app.caller_wallets()))
  WITH CHECK (address IN (SELECT app.caller_wallets()));
GRANT SELECT, INSERT, DELETE ON app.user_profile TO valyra_api;
GRANT UPDATE (display_name, about, links) ON app.user_profile TO valyra_api;
