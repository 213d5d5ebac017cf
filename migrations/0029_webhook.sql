-- Webhooks: who wants to be told what, and what became of it. There is no queue of messages: the journal
-- is one, and each endpoint has its own place in it.

CREATE TABLE app.webhook_endpoint (
  endpoint_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES app.account ON DELETE CASCADE,
  url text NOT NULL,
  description text NOT NULL DEFAULT '',
  kinds text[] NOT NULL DEFAULT '{}',
  listing_key text,
  wallet text,
  tier text NOT NULL DEFAULT 'included',
  state text NOT NULL DEFAULT 'active',
  state_reason text,
  cursor_sequence bigint NOT NULL,
  failures integer NOT NULL DEFAULT 0,
  failing_since timestamptz,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  lease bigint NOT NULL DEFAULT 0,
  leased_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT webhook_endpoint_url CHECK (length(url) BETWEEN 8 AND 2048),
  CONSTRAINT webhook_endpoint_description CHECK (length(description) <= 200),
  CONSTRAINT webhook_endpoint_kinds CHECK (cardinality(kinds) <= 50),
  CONSTRAINT webhook_endpoint_wallet CHECK (wallet ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT webhook_endpoint_tier CHECK (tier IN ('included', 'safe', 'final')),
  CONSTRAINT webhook_endpoint_state CHECK (state IN ('active', 'paused', 'disabled')),
  CONSTRAINT webhook_endpoint_failing CHECK ((failures = 0) = (failing_since IS NULL))
);
CREATE INDEX webhook_endpoint_by_account ON app.webhook_endpoint (account_id, created_at);
CREATE INDEX webhook_endpoint_due ON app.webhook_endpoint (next_attempt_at) WHERE state = 'active';
COMMENT ON TABLE app.webhook_endpoint IS 'Addresses that are told what happens, in the order of the journal.';
COMMENT ON COLUMN app.webhook_endpoint.endpoint_id IS 'Random public id.';
COMMENT ON COLUMN app.webhook_endpoint.account_id IS 'Whose it is.';
COMMENT ON COLUMN app.webhook_endpoint.url IS 'Where messages are sent.';
COMMENT ON COLUMN app.webhook_endpoint.description IS 'A note of its owner; untrusted text.';
COMMENT ON COLUMN app.webhook_endpoint.kinds IS 'Kinds of entries that are wanted; none means all.';
COMMENT ON COLUMN app.webhook_endpoint.listing_key IS 'Only entries of this listing; null for all.';
COMMENT ON COLUMN app.webhook_endpoint.wallet IS 'Only entries in which this wallet acts or is the other party; null for all.';
COMMENT ON COLUMN app.webhook_endpoint.tier IS 'How settled an event must be: included (also told of what is taken back), safe or final.';
COMMENT ON COLUMN app.webhook_endpoint.state IS 'active; paused by its owner; disabled because nothing got through.';
COMMENT ON COLUMN app.webhook_endpoint.state_reason IS 'Why it is disabled; null for others.';
COMMENT ON COLUMN app.webhook_endpoint.cursor_sequence IS 'Entries up to this sequence were sent or are not wanted.';
COMMENT ON COLUMN app.webhook_endpoint.failures IS 'Attempts that failed since the last that got through.';
COMMENT ON COLUMN app.webhook_endpoint.failing_since IS 'The first of them; null when there is none.';
COMMENT ON COLUMN app.webhook_endpoint.next_attempt_at IS 'Not to be tried before.';
COMMENT ON COLUMN app.webhook_endpoint.lease IS 'Counts the times that a worker took it, so that one sends at a time.';
COMMENT ON COLUMN app.webhook_endpoint.leased_until IS 'When another worker may take it; null while nobody has it.';
COMMENT ON COLUMN app.webhook_endpoint.created_at IS 'When it was made.';
COMMENT ON COLUMN app.webhook_endpoint.updated_at IS 'When its owner last changed it.';

CREATE TABLE app.webhook_secret (
  secret_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  endpoint_id uuid NOT NULL REFERENCES app.webhook_endpoint ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz
);
CREATE INDEX webhook_secret_by_endpoint ON app.webhook_secret (endpoint_id, created_at);
COMMENT ON TABLE app.webhook_secret IS 'Which signing secrets an endpoint has. The secrets are worked out from their ids and a key that the database does not know.';
COMMENT ON COLUMN app.webhook_secret.secret_id IS 'Random.';
COMMENT ON COLUMN app.webhook_secret.endpoint_id IS 'Endpoint whose messages it signs.';
COMMENT ON COLUMN app.webhook_secret.created_at IS 'When it was made.';
COMMENT ON COLUMN app.webhook_secret.expires_at IS 'When it stops to sign, after another one has taken its place; null for the newest.';

CREATE TABLE app.webhook_message (
  endpoint_id uuid NOT NULL REFERENCES app.webhook_endpoint ON DELETE CASCADE,
  sequence bigint NOT NULL,
  delivered_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (endpoint_id, sequence)
);
COMMENT ON TABLE app.webhook_message IS 'Entries that an endpoint has taken.';
COMMENT ON COLUMN app.webhook_message.endpoint_id IS 'Who took it.';
COMMENT ON COLUMN app.webhook_message.sequence IS 'Entry of the journal.';
COMMENT ON COLUMN app.webhook_message.delivered_at IS 'When it was taken first.';

CREATE TABLE app.webhook_attempt (
  attempt_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  endpoint_id uuid NOT NULL REFERENCES app.webhook_endpoint ON DELETE CASCADE,
  sequence bigint,
  at timestamptz NOT NULL DEFAULT now(),
  outcome text NOT NULL,
  status integer,
  milliseconds integer NOT NULL,
  CONSTRAINT webhook_attempt_outcome CHECK (outcome IN ('delivered', 'refused', 'unreachable', 'blocked'))
);
CREATE INDEX webhook_attempt_by_endpoint ON app.webhook_attempt (endpoint_id, attempt_id);
CREATE INDEX webhook_attempt_by_time ON app.webhook_attempt (at);
COMMENT ON TABLE app.webhook_attempt IS 'Each time that a message was sent, for the owner of the endpoint.';
COMMENT ON COLUMN app.webhook_attempt.attempt_id IS 'Grows with time.';
COMMENT ON COLUMN app.webhook_attempt.endpoint_id IS 'Where it was sent.';
COMMENT ON COLUMN app.webhook_attempt.sequence IS 'Entry that it told of; null for a test message.';
COMMENT ON COLUMN app.webhook_attempt.at IS 'When it was sent.';
COMMENT ON COLUMN app.webhook_attempt.outcome IS 'delivered; refused: another status than 2xx; unreachable; blocked: the address may not be asked.';
COMMENT ON COLUMN app.webhook_attempt.status IS 'HTTP status of the answer; null without one.';
COMMENT ON COLUMN app.webhook_attempt.milliseconds IS 'How long it took.';

ALTER TABLE app.webhook_endpoint ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.webhook_secret ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.webhook_message ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.webhook_attempt ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_endpoints ON app.webhook_endpoint TO valyra_api
  USING (account_id = app.caller_account()) WITH CHECK (account_id = app.caller_account());
CREATE POLICY own_secrets ON app.webhook_secret TO valyra_api
  USING (EXISTS (SELECT FROM app.webhook_endpoint AS mine WHERE mine.endpoint_id = webhook_secret.endpoint_id));
CREATE POLICY own_attempts ON app.webhook_attempt FOR SELECT TO valyra_api
  USING (EXISTS (SELECT FROM app.webhook_endpoint AS mine WHERE mine.endpoint_id = webhook_attempt.endpoint_id));
CREATE POLICY all_endpoints ON app.webhook_endpoint TO valyra_worker USING (true);
CREATE POLICY all_secrets ON app.webhook_secret TO valyra_worker USING (true);
CREATE POLICY all_messages ON app.webhook_message TO valyra_worker USING (true);
CREATE POLICY all_attempts ON app.webhook_attempt TO valyra_worker USING (true);
-- References are checked as the owner.
CREATE POLICY endpoints_of_references ON app.webhook_endpoint FOR SELECT TO valyra_owner USING (true);

GRANT SELECT, INSERT, DELETE ON app.webhook_endpoint, app.webhook_secret TO valyra_api;
GRANT UPDATE (url, description, kinds, listing_key, wallet, tier, state, state_reason, cursor_sequence, failures,
  failing_since, next_attempt_at, updated_at) ON app.webhook_endpoint TO valyra_api;
GRANT UPDATE (expires_at) ON app.webhook_secret TO valyra_api;
GRANT SELECT ON app.webhook_attempt TO valyra_api;
GRANT SELECT, UPDATE ON app.webhook_endpoint TO valyra_worker;
GRANT SELECT ON app.webhook_secret TO valyra_worker;
GRANT SELECT, INSERT, DELETE ON app.webhook_message, app.webhook_attempt TO valyra_worker;
