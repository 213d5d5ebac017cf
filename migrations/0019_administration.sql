-- Rules that administrators change while the service runs, and what moderators say of things.

CREATE TABLE app.setting (
  name text PRIMARY KEY,
  version integer NOT NULL DEFAULT 1,
  value jsonb NOT NULL,
  updated_by uuid REFERENCES app.account ON DELETE SET NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT setting_name CHECK (name ~ '^[a-z]+(_[a-z]+)*$'),
  CONSTRAINT setting_size CHECK (length(value::text) <= 20000)
);
COMMENT ON TABLE app.setting IS 'Rules of the business by name; what they were before stands in the audit log.';
COMMENT ON COLUMN app.setting.name IS 'Which rules.';
COMMENT ON COLUMN app.setting.version IS 'Counts the changes; whoever changes it names the version that he has seen.';
COMMENT ON COLUMN app.setting.value IS 'The rules, as their schema in core/settings wants them.';
COMMENT ON COLUMN app.setting.updated_by IS 'Administrator who changed it last; null when that account is gone.';
COMMENT ON COLUMN app.setting.updated_at IS 'When it was last changed.';

CREATE TABLE app.moderation_flag (
  flag_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  subject_wallet text,
  author_id uuid REFERENCES app.account ON DELETE SET NULL,
  reason text NOT NULL,
  explanation text NOT NULL,
  evidence text[] NOT NULL DEFAULT '{}',
  status text NOT NULL DEFAULT 'open',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  appellant_id uuid REFERENCES app.account ON DELETE SET NULL,
  appeal text,
  appealed_at timestamptz,
  decided_by uuid REFERENCES app.account ON DELETE SET NULL,
  decision text,
  decided_at timestamptz,
  CONSTRAINT moderation_flag_subject CHECK (subject_kind IN ('listing', 'account', 'wallet') AND length(subject_id) BETWEEN 1 AND 200),
  CONSTRAINT moderation_flag_wallet CHECK (subject_wallet ~ '^0x[0-9a-f]{40}$' AND (subject_wallet IS NULL) = (subject_kind = 'account')),
  CONSTRAINT moderation_flag_reason CHECK (reason IN ('spam', 'fraud', 'stolen', 'illegal', 'misleading', 'abuse', 'other')),
  CONSTRAINT moderation_flag_explanation CHECK (length(explanation) BETWEEN 1 AND 4000),
  CONSTRAINT moderation_flag_evidence CHECK (cardinality(evidence) <= 20 AND length(array_to_string(evidence, '')) <= 8000),
  CONSTRAINT moderation_flag_status CHECK (status IN ('open', 'appealed', 'upheld', 'lifted')),
  CONSTRAINT moderation_flag_appeal CHECK ((appealed_at IS NULL) = (appeal IS NULL) AND length(appeal) <= 4000),
  CONSTRAINT moderation_flag_decision CHECK (
    (decided_at IS NULL) = (decision IS NULL) AND (status IN ('upheld', 'lifted')) = (decided_at IS NOT NULL) AND length(decision) <= 4000)
);
CREATE INDEX moderation_flag_by_subject ON app.moderation_flag (subject_kind, subject_id, created_at);
CREATE INDEX moderation_flag_by_status ON app.moderation_flag (status, created_at, flag_id);
CREATE TRIGGER moderation_flag_updated_at BEFORE UPDATE ON app.moderation_flag
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
COMMENT ON TABLE app.moderation_flag IS 'What reviewers hold against listings, accounts and wallets, with the answer of whoever it is about.';
COMMENT ON COLUMN app.moderation_flag.flag_id IS 'Random.';
COMMENT ON COLUMN app.moderation_flag.subject_kind IS 'listing, account or wallet.';
COMMENT ON COLUMN app.moderation_flag.subject_id IS 'Public id of the listing, id of the account, or address of the wallet in lower case.';
COMMENT ON COLUMN app.moderation_flag.subject_wallet IS 'Wallet that answers for it, in lower case: the seller when it was raised, or the wallet itself; null for an account.';
COMMENT ON COLUMN app.moderation_flag.author_id IS 'Reviewer who raised it; null when that account is gone.';
COMMENT ON COLUMN app.moderation_flag.reason IS 'spam, fraud, stolen, illegal, misleading, abuse or other.';
COMMENT ON COLUMN app.moderation_flag.explanation IS 'What is held against it, in words for whoever it is about.';
COMMENT ON COLUMN app.moderation_flag.evidence IS 'Links and ids that show it.';
COMMENT ON COLUMN app.moderation_flag.status IS 'open; appealed; upheld or lifted once decided.';
COMMENT ON COLUMN app.moderation_flag.created_at IS 'When it was raised.';
COMMENT ON COLUMN app.moderation_flag.updated_at IS 'When the row last changed.';
COMMENT ON COLUMN app.moderation_flag.appellant_id IS 'Account that appealed; null without an appeal.';
COMMENT ON COLUMN app.moderation_flag.appeal IS 'What it said; untrusted text; null without an appeal.';
COMMENT ON COLUMN app.moderation_flag.appealed_at IS 'When it did.';
COMMENT ON COLUMN app.moderation_flag.decided_by IS 'Reviewer who decided, another one than the author where there was an appeal.';
COMMENT ON COLUMN app.moderation_flag.decision IS 'Why it was upheld or lifted; null before.';
COMMENT ON COLUMN app.moderation_flag.decided_at IS 'When that was decided.';

ALTER TABLE app.setting ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.moderation_flag ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- Rules are no secret: everybody is judged by them.
CREATE POLICY everybody_reads ON app.setting FOR SELECT TO valyra_api, valyra_worker USING (true);
CREATE POLICY admins_write ON app.setting TO valyra_api
  USING (app.caller_has_role('admin')) WITH CHECK (app.caller_has_role('admin'));
CREATE POLICY reviewers ON app.moderation_flag TO valyra_api
  USING (app.caller_has_role('reviewer') OR app.caller_has_role('admin'))
  WITH CHECK (app.caller_has_role('reviewer') OR app.caller_has_role('admin'));
-- Whoever it is about sees it and may answer it.
CREATE POLICY subject_account ON app.moderation_flag FOR SELECT TO valyra_api
  USING (subject_kind = 'account' AND subject_id = app.caller_account()::text);
CREATE POLICY subject_wallet ON app.moderation_flag FOR SELECT TO valyra_api
  USING (subject_wallet IN (SELECT app.caller_wallets()));
CREATE POLICY appeal_of_subject ON app.moderation_flag FOR UPDATE TO valyra_api
  USING (status = 'open' AND ((subject_kind = 'account' AND subject_id = app.caller_account()::text)
    OR subject_wallet IN (SELECT app.caller_wallets())))
  WITH CHECK (status = 'appealed' AND appellant_id = app.caller_account());

GRANT SELECT ON app.setting TO valyra_api, valyra_worker;
GRANT INSERT, UPDATE ON app.setting TO valyra_api;
GRANT SELECT, INSERT ON app.moderation_flag TO valyra_api;
GRANT UPDATE (status, appellant_id, appeal, appealed_at, decided_by, decision, decided_at) ON app.moderation_flag TO valyra_api;

CREATE FUNCTION app.has_admin() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT EXISTS (
    SELECT FROM app.account_role JOIN app.account USING (account_id)
    WHERE role = 'admin' AND banned_at IS NULL)
$$;
COMMENT ON FUNCTION app.has_admin() IS 'Whether anybody is left who may administer; says nothing of whom.';
CREATE POLICY admins_of_service ON app.account FOR SELECT TO valyra_owner USING (true);
