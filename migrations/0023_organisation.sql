-- Accounts that work together. What belongs to an organisation (keys, drafts, jobs) is seen by its
-- members and by nobody else; a key of an organisation sees that and nothing of its maker.

CREATE TABLE app.organisation (
  organisation_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT organisation_name CHECK (length(name) BETWEEN 1 AND 80)
);
CREATE TRIGGER organisation_updated_at BEFORE UPDATE ON app.organisation
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
COMMENT ON TABLE app.organisation IS 'Accounts that own things together; it goes with its last member.';
COMMENT ON COLUMN app.organisation.organisation_id IS 'Random.';
COMMENT ON COLUMN app.organisation.name IS 'What its members call it; untrusted text.';
COMMENT ON COLUMN app.organisation.created_at IS 'When it was made.';
COMMENT ON COLUMN app.organisation.updated_at IS 'When the row last changed.';

CREATE TABLE app.organisation_member (
  organisation_id uuid NOT NULL REFERENCES app.organisation ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES app.account ON DELETE CASCADE,
  role text NOT NULL,
  joined_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, account_id),
  CONSTRAINT organisation_member_role CHECK (role IN ('member', 'admin', 'owner'))
);
CREATE INDEX organisation_member_by_account ON app.organisation_member (account_id);
CREATE TRIGGER organisation_member_updated_at BEFORE UPDATE ON app.organisation_member
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
COMMENT ON TABLE app.organisation_member IS 'Who belongs to which organisation; each has an owner as long as it has members.';
COMMENT ON COLUMN app.organisation_member.organisation_id IS 'Organisation.';
COMMENT ON COLUMN app.organisation_member.account_id IS 'Account that belongs to it.';
COMMENT ON COLUMN app.organisation_member.role IS 'member: uses what is there; admin: invites and removes members, too; owner: everything.';
COMMENT ON COLUMN app.organisation_member.joined_at IS 'When it joined.';
COMMENT ON COLUMN app.organisation_member.updated_at IS 'When the row last changed.';

CREATE TABLE app.organisation_invitation (
  invitation_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id uuid NOT NULL REFERENCES app.organisation ON DELETE CASCADE,
  role text NOT NULL,
  wallet text,
  email text,
  invited_by uuid REFERENCES app.account ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL DEFAULT now() + interval '14 days',
  CONSTRAINT organisation_invitation_role CHECK (role IN ('member', 'admin', 'owner')),
  CONSTRAINT organisation_invitation_to CHECK (num_nonnulls(wallet, email) = 1),
  CONSTRAINT organisation_invitation_wallet CHECK (wallet ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT organisation_invitation_email CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
  CONSTRAINT organisation_invitation_once UNIQUE NULLS NOT DISTINCT (organisation_id, wallet, email)
);
CREATE INDEX organisation_invitation_by_wallet ON app.organisation_invitation (wallet);
CREATE INDEX organisation_invitation_by_email ON app.organisation_invitation (email);
COMMENT ON TABLE app.organisation_invitation IS 'Invitations that may still be accepted; a row goes when it was answered or taken back.';
COMMENT ON COLUMN app.organisation_invitation.invitation_id IS 'Random.';
COMMENT ON COLUMN app.organisation_invitation.organisation_id IS 'Organisation to join.';
COMMENT ON COLUMN app.organisation_invitation.role IS 'Role to join with.';
COMMENT ON COLUMN app.organisation_invitation.wallet IS 'Whoever has this wallet is invited, in lower case; null for one by e-mail.';
COMMENT ON COLUMN app.organisation_invitation.email IS 'Whoever has shown that he reads mail sent here is invited; null for one by wallet.';
COMMENT ON COLUMN app.organisation_invitation.invited_by IS 'Member who invited; null when that account is gone.';
COMMENT ON COLUMN app.organisation_invitation.created_at IS 'When.';
COMMENT ON COLUMN app.organisation_invitation.expires_at IS 'Good for 14 days.';

-- What the caller belongs to, looked up: what a transaction says can only narrow it.
CREATE FUNCTION app.caller_organisation() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.organisation_id', true), '')::uuid
$$;
COMMENT ON FUNCTION app.caller_organisation() IS 'Organisation that the key of this transaction is bound to; null for whoever acts for himself.';

CREATE FUNCTION app.caller_organisations(wanted text[] DEFAULT '{member,admin,owner}') RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT organisation_id FROM app.organisation_member
  WHERE account_id = app.caller_account() AND role = ANY (wanted)
    AND (app.caller_organisation() IS NULL OR organisation_id = app.caller_organisation())
$$;
COMMENT ON FUNCTION app.caller_organisations(text[]) IS 'Organisations in which the caller has one of these roles.';

CREATE FUNCTION app.is_invited(wanted_wallet text, wanted_email text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT app.caller_organisation() IS NULL AND (
    EXISTS (SELECT FROM app.account_wallet WHERE account_id = app.caller_account() AND address = wanted_wallet)
    OR EXISTS (SELECT FROM app.account WHERE account_id = app.caller_account()
      AND email = wanted_email AND email_verified_at IS NOT NULL))
$$;
COMMENT ON FUNCTION app.is_invited(text, text) IS 'Whether the caller has the wallet, or reads the mail of the address.';

CREATE FUNCTION app.create_organisation(wanted_name text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  made uuid;
BEGIN
  INSERT INTO app.organisation (name) VALUES (wanted_name) RETURNING organisation_id INTO made;
  INSERT INTO app.organisation_member (organisation_id, account_id, role)
  VALUES (made, app.caller_account(), 'owner');
  RETURN made;
END $$;
COMMENT ON FUNCTION app.create_organisation(text) IS 'Makes an organisation whose owner is the caller.';

CREATE FUNCTION app.accept_invitation(wanted uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  found app.organisation_invitation;
BEGIN
  DELETE FROM app.organisation_invitation AS it
  WHERE invitation_id = wanted AND expires_at > now() AND app.is_invited(it.wallet, it.email)
  RETURNING * INTO found;
  IF found.organisation_id IS NULL THEN RETURN NULL; END IF;
  -- Who belongs to it already keeps his role.
  INSERT INTO app.organisation_member (organisation_id, account_id, role)
  VALUES (found.organisation_id, app.caller_account(), found.role)
  ON CONFLICT DO NOTHING;
  RETURN found.organisation_id;
END $$;
COMMENT ON FUNCTION app.accept_invitation(uuid) IS 'Makes the caller a member if the invitation is for him, and uses it up; null when it is not.';

CREATE FUNCTION app.organisation_people(wanted uuid)
RETURNS TABLE (account_id uuid, username text, display_name text, role text, joined_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT member.account_id, account.username, account.display_name, member.role, member.joined_at
  FROM app.organisation_member AS member JOIN app.account AS account USING (account_id)
  WHERE member.organisation_id = wanted AND wanted IN (SELECT app.caller_organisations())
  ORDER BY member.joined_at, member.account_id
$$;
COMMENT ON FUNCTION app.organisation_people(uuid) IS 'Members by name, for members.';

-- Held to whoever takes a member away: a request, a deleted account, or SQL by hand.
CREATE FUNCTION app.keep_an_owner() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  -- Of two owners who leave at once the second sees what the first has done.
  PERFORM FROM app.organisation WHERE organisation_id = OLD.organisation_id FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  UPDATE app.api_key SET revoked_at = now()
  WHERE TG_OP = 'DELETE' AND organisation_id = OLD.organisation_id AND account_id = OLD.account_id
    AND revoked_at IS NULL;
  IF NOT EXISTS (SELECT FROM app.organisation_member WHERE organisation_id = OLD.organisation_id) THEN
    DELETE FROM app.organisation WHERE organisation_id = OLD.organisation_id;
  ELSIF NOT EXISTS (
    SELECT FROM app.organisation_member WHERE organisation_id = OLD.organisation_id AND role = 'owner'
  ) THEN
    RAISE EXCEPTION 'an organisation keeps an owner' USING ERRCODE = 'VLO01';
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.keep_an_owner() IS 'Keeps an owner in each organisation with members, ends keys of those who leave, and lets an empty one go.';
CREATE TRIGGER organisation_keeps_owner AFTER DELETE OR UPDATE OF role ON app.organisation_member
  FOR EACH ROW EXECUTE FUNCTION app.keep_an_owner();

ALTER TABLE app.organisation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.organisation_member ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.organisation_invitation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisations ON app.organisation FOR SELECT TO valyra_api
  USING (organisation_id IN (SELECT app.caller_organisations()));
CREATE POLICY rename ON app.organisation FOR UPDATE TO valyra_api
  USING (organisation_id IN (SELECT app.caller_organisations('{admin,owner}')));
CREATE POLICY remove ON app.organisation FOR DELETE TO valyra_api
  USING (organisation_id IN (SELECT app.caller_organisations('{owner}')));
CREATE POLICY fellow_members ON app.organisation_member FOR SELECT TO valyra_api
  USING (organisation_id IN (SELECT app.caller_organisations()));
CREATE POLICY change_by_owners ON app.organisation_member FOR UPDATE TO valyra_api
  USING (organisation_id IN (SELECT app.caller_organisations('{owner}')));
CREATE POLICY leave ON app.organisation_member FOR DELETE TO valyra_api
  USING (account_id = app.caller_account());
CREATE POLICY remove_by_owners ON app.organisation_member FOR DELETE TO valyra_api
  USING (organisation_id IN (SELECT app.caller_organisations('{owner}')));
CREATE POLICY remove_by_admins ON app.organisation_member FOR DELETE TO valyra_api
  USING (role = 'member' AND organisation_id IN (SELECT app.caller_organisations('{admin}')));
CREATE POLICY of_organisation ON app.organisation_invitation FOR SELECT TO valyra_api
  USING (organisation_id IN (SELECT app.caller_organisations('{admin,owner}')));
-- Nobody invites above himself.
CREATE POLICY invite_as_owner ON app.organisation_invitation FOR INSERT TO valyra_api
  WITH CHECK (invited_by = app.caller_account() AND organisation_id IN (SELECT app.caller_organisations('{owner}')));
CREATE POLICY invite_as_admin ON app.organisation_invitation FOR INSERT TO valyra_api
  WITH CHECK (invited_by = app.caller_account() AND role <> 'owner'
    AND organisation_id IN (SELECT app.caller_organisations('{admin}')));
CREATE POLICY take_back ON app.organisation_invitation FOR DELETE TO valyra_api
  USING (organisation_id IN (SELECT app.caller_organisations('{admin,owner}')));
CREATE POLICY invited ON app.organisation_invitation FOR SELECT TO valyra_api
  USING (app.is_invited(wallet, email));
CREATE POLICY decline ON app.organisation_invitation FOR DELETE TO valyra_api
  USING (app.is_invited(wallet, email));

-- What the functions above do, which run as the owner.
CREATE POLICY functions ON app.organisation TO valyra_owner USING (true);
CREATE POLICY functions ON app.organisation_member TO valyra_owner USING (true);
CREATE POLICY functions ON app.organisation_invitation TO valyra_owner USING (true);

GRANT SELECT, UPDATE (name), DELETE ON app.organisation TO valyra_api;
GRANT SELECT, UPDATE (role), DELETE ON app.organisation_member TO valyra_api;
GRANT SELECT, INSERT (organisation_id, role, wallet, email, invited_by), DELETE ON app.organisation_invitation TO valyra_api;
REVOKE ALL ON FUNCTION app.create_organisation(text), app.accept_invitation(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.create_organisation(text), app.accept_invitation(uuid) TO valyra_api;

-- Keys. One of an organisation does what its scopes say there, and nothing about its maker.
ALTER TABLE app.api_key
  ADD CONSTRAINT api_key_organisation FOREIGN KEY (organisation_id) REFERENCES app.organisation ON DELETE CASCADE,
  ADD CONSTRAINT api_key_organisation_scopes CHECK (
    organisation_id IS NULL OR scopes <@ ARRAY['keys:read', 'listings:write', 'jobs:write']);
CREATE INDEX api_key_by_organisation ON app.api_key (organisation_id) WHERE organisation_id IS NOT NULL;
DROP POLICY own_keys ON app.api_key;
CREATE POLICY own_keys ON app.api_key TO valyra_api
  USING (account_id = app.caller_account()
    AND (app.caller_organisation() IS NULL OR organisation_id = app.caller_organisation()))
  WITH CHECK (account_id = app.caller_account()
    AND (organisation_id IS NULL OR organisation_id IN (SELECT app.caller_organisations())));
CREATE POLICY keys_of_organisation ON app.api_key FOR SELECT TO valyra_api
  USING (organisation_id IN (SELECT app.caller_organisations('{admin,owner}')));
CREATE POLICY end_keys_of_organisation ON app.api_key FOR UPDATE TO valyra_api
  USING (organisation_id IN (SELECT app.caller_organisations('{admin,owner}')));
CREATE POLICY functions ON app.api_key TO valyra_owner USING (true);

-- Drafts.
ALTER TABLE app.listing_draft
  ADD COLUMN organisation_id uuid REFERENCES app.organisation ON DELETE CASCADE;
CREATE INDEX listing_draft_by_organisation ON app.listing_draft (organisation_id, created_at DESC, draft_id DESC)
  WHERE organisation_id IS NOT NULL;
COMMENT ON COLUMN app.listing_draft.account_id IS 'Whose draft it is; of an organisation, who began it.';
COMMENT ON COLUMN app.listing_draft.organisation_id IS 'Organisation whose members write it together; null for a draft of the account alone.';
DROP POLICY own_drafts ON app.listing_draft;
CREATE POLICY own_drafts ON app.listing_draft TO valyra_api
  USING (organisation_id IS NULL AND account_id = app.caller_account() AND app.caller_organisation() IS NULL);
CREATE POLICY drafts_of_organisation ON app.listing_draft FOR SELECT TO valyra_api
  USING (organisation_id IN (SELECT app.caller_organisations()));
CREATE POLICY begin_for_organisation ON app.listing_draft FOR INSERT TO valyra_api
  WITH CHECK (account_id = app.caller_account() AND organisation_id IN (SELECT app.caller_organisations()));
CREATE POLICY write_for_organisation ON app.listing_draft FOR UPDATE TO valyra_api
  USING (organisation_id IN (SELECT app.caller_organisations()));
CREATE POLICY remove_for_organisation ON app.listing_draft FOR DELETE TO valyra_api
  USING (organisation_id IN (SELECT app.caller_organisations()));
CREATE POLICY functions ON app.listing_draft TO valyra_owner USING (true);
-- A draft never changes hands by a request.
REVOKE UPDATE ON app.listing_draft FROM valyra_api;
GRANT UPDATE (title, document, revision) ON app.listing_draft TO valyra_api;

CREATE FUNCTION app.hand_over_drafts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE app.listing_draft AS draft SET account_id = (
    SELECT account_id FROM app.organisation_member AS other
    WHERE other.organisation_id = draft.organisation_id AND other.account_id <> OLD.account_id
    ORDER BY role = 'owner' DESC, joined_at LIMIT 1)
  WHERE draft.account_id = OLD.account_id AND EXISTS (
    SELECT FROM app.organisation_member AS other
    WHERE other.organisation_id = draft.organisation_id AND other.account_id <> OLD.account_id);
  RETURN OLD;
END $$;
COMMENT ON FUNCTION app.hand_over_drafts() IS 'Leaves drafts of an organisation to its longest owner when the account that began them goes.';
CREATE TRIGGER account_hands_over BEFORE DELETE ON app.account
  FOR EACH ROW EXECUTE FUNCTION app.hand_over_drafts();
