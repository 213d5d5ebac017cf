-- Mail: one row for each mail to each person, written before it is sent.

CREATE TABLE app.mail (
  mail_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid REFERENCES app.account ON DELETE CASCADE,
  template text NOT NULL,
  cause text NOT NULL,
  facts jsonb NOT NULL,
  state text NOT NULL DEFAULT 'queued',
  announced_sequence bigint,
  due_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  CONSTRAINT mail_once UNIQUE (account_id, cause),
  CONSTRAINT mail_state CHECK (state IN ('queued', 'sent', 'cancelled', 'skipped')),
  CONSTRAINT mail_sent CHECK ((state = 'sent') = (sent_at IS NOT NULL))
);
CREATE INDEX mail_by_sequence ON app.mail (announced_sequence) WHERE announced_sequence IS NOT NULL;
CREATE INDEX mail_due ON app.mail (due_at) WHERE state = 'queued' AND due_at IS NOT NULL;
CREATE INDEX mail_by_account ON app.mail (account_id, created_at);
COMMENT ON TABLE app.mail IS 'Mails to the owners of accounts. The address is that of the account when it is sent, and is not repeated here.';
COMMENT ON COLUMN app.mail.mail_id IS 'Random; the Message-ID is made of it.';
COMMENT ON COLUMN app.mail.account_id IS 'Whom it is for; it goes with the account.';
COMMENT ON COLUMN app.mail.template IS 'Which mail it is, e.g. event, taken_back, deadline or endpoint_disabled.';
COMMENT ON COLUMN app.mail.cause IS 'What it is sent because of: one mail for each account and cause.';
COMMENT ON COLUMN app.mail.facts IS 'What the template says: public ids, kinds, amounts and times; nothing private.';
COMMENT ON COLUMN app.mail.state IS 'queued; sent: handed to the transport; cancelled: no longer true; skipped: the account has no address or does not want it.';
COMMENT ON COLUMN app.mail.announced_sequence IS 'Journal entry of the event that it tells of; null for other mails.';
COMMENT ON COLUMN app.mail.due_at IS 'Deadline that it warns of; null for other mails.';
COMMENT ON COLUMN app.mail.created_at IS 'When it was decided to send it.';
COMMENT ON COLUMN app.mail.sent_at IS 'When the transport took it.';

CREATE TABLE app.mail_preference (
  account_id uuid PRIMARY KEY REFERENCES app.account ON DELETE CASCADE,
  wants_events boolean NOT NULL DEFAULT true,
  wants_deadlines boolean NOT NULL DEFAULT true,
  unsubscribe_token uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE app.mail_preference IS 'Which mails an account wants; one without a row wants all.';
COMMENT ON COLUMN app.mail_preference.account_id IS 'Whose wishes these are.';
COMMENT ON COLUMN app.mail_preference.wants_events IS 'Mails about what happened on chain.';
COMMENT ON COLUMN app.mail_preference.wants_deadlines IS 'Warnings before a deadline.';
COMMENT ON COLUMN app.mail_preference.unsubscribe_token IS 'Ends all mails of these kinds for whoever has the link.';
COMMENT ON COLUMN app.mail_preference.updated_at IS 'When the wishes last changed.';

ALTER TABLE app.mail ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.mail_preference ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_mail ON app.mail FOR SELECT TO valyra_api USING (account_id = app.caller_account());
CREATE POLICY own_preference ON app.mail_preference TO valyra_api
  USING (account_id = app.caller_account()) WITH CHECK (account_id = app.caller_account());
CREATE POLICY all_mail ON app.mail TO valyra_worker USING (true);
CREATE POLICY all_preferences ON app.mail_preference TO valyra_worker USING (true);
-- Workers look up whom to tell, and nothing else of an account.
CREATE POLICY told_accounts ON app.account FOR SELECT TO valyra_worker USING (banned_at IS NULL);
CREATE POLICY told_wallets ON app.account_wallet FOR SELECT TO valyra_worker USING (true);

GRANT SELECT ON app.mail TO valyra_api;
GRANT SELECT, INSERT, UPDATE (wants_events, wants_deadlines, updated_at) ON app.mail_preference TO valyra_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.mail TO valyra_worker;
GRANT SELECT, INSERT ON app.mail_preference TO valyra_worker;
GRANT SELECT (account_id, email, email_verified_at, display_name, banned_at) ON app.account TO valyra_worker;
GRANT SELECT (address, account_id) ON app.account_wallet TO valyra_worker;
