-- What happens in the service and not on the chain enters the same journal, in the transaction that
-- causes it. The rows here are kept, so that a journal that is written anew tells them again.

CREATE TABLE app.service_event (
  event_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  cause text NOT NULL,
  chain_id integer NOT NULL,
  listing_key text,
  escrow_key text,
  offer_key text,
  actor text,
  counterparty text,
  args jsonb NOT NULL,
  occurred_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT service_event_once UNIQUE (kind, cause),
  CONSTRAINT service_event_kind CHECK (kind ~ '^[a-z]+\.[a-z_]+$' AND kind <> 'index.repaired' AND length(kind) <= 64),
  CONSTRAINT service_event_actor CHECK (actor ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT service_event_counterparty CHECK (counterparty ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT service_event_args CHECK (jsonb_typeof(args) = 'object' AND length(args::text) <= 8192)
);
COMMENT ON TABLE app.service_event IS 'What happened in the service and not on the chain, as the journal tells it: public facts only.';
COMMENT ON COLUMN app.service_event.event_id IS 'Grows with time.';
COMMENT ON COLUMN app.service_event.kind IS 'What happened: thing and verb, e.g. metadata.changed.';
COMMENT ON COLUMN app.service_event.cause IS 'Row that it is about; with the kind unique for ever, so that nothing is told twice.';
COMMENT ON COLUMN app.service_event.chain_id IS 'EIP-155 chain id of what it is about.';
COMMENT ON COLUMN app.service_event.listing_key IS 'Public id of the listing concerned.';
COMMENT ON COLUMN app.service_event.escrow_key IS 'Public id of the escrow concerned.';
COMMENT ON COLUMN app.service_event.offer_key IS 'Public id of the offer concerned.';
COMMENT ON COLUMN app.service_event.actor IS 'Wallet that acted, where one did.';
COMMENT ON COLUMN app.service_event.counterparty IS 'Wallet that it concerns beside, where there is one.';
COMMENT ON COLUMN app.service_event.args IS 'What there is to say of it; public, and never private text.';
COMMENT ON COLUMN app.service_event.occurred_at IS 'When its transaction began.';

ALTER TABLE app.journal_entry
  ADD COLUMN service_event_id bigint REFERENCES app.service_event,
  DROP CONSTRAINT journal_entry_of_event,
  ADD CONSTRAINT journal_entry_of_event CHECK (
    repair_id IS NOT NULL OR service_event_id IS NOT NULL
    OR num_nulls(block_number, block_hash, log_index, tx_hash, contract, event) = 0
  ),
  ADD CONSTRAINT journal_entry_of_service CHECK (
    service_event_id IS NULL OR (
      repair_id IS NULL
      AND num_nonnulls(block_number, block_hash, log_index, tx_hash, contract, event) = 0
      -- It has happened, and nothing takes it back.
      AND status = 'final' AND announced_sequence = sequence
    )
  );
CREATE UNIQUE INDEX journal_entry_service ON app.journal_entry (service_event_id)
  WHERE service_event_id IS NOT NULL;
COMMENT ON TABLE app.journal_entry IS 'What happened, in the order in which readers hear of it: events of the chain, what happened in the service, and repairs of the index. Rows are never changed: that an event became final or was taken back is a new row.';
COMMENT ON COLUMN app.journal_entry.service_event_id IS 'What happened in the service that the entry tells of; null for an event of the chain and for a repair.';
COMMENT ON COLUMN app.journal_entry.kind IS 'What happened in words, e.g. listing_created, metadata.changed or index.repaired.';
COMMENT ON COLUMN app.journal_entry.block_number IS 'Block of the event; null for anything else.';
COMMENT ON COLUMN app.journal_entry.block_hash IS 'Hash of that block; null for anything else.';
COMMENT ON COLUMN app.journal_entry.log_index IS 'Log index within the block; null for anything else.';
COMMENT ON COLUMN app.journal_entry.tx_hash IS 'Transaction of the event; null for anything else.';
COMMENT ON COLUMN app.journal_entry.contract IS 'Contract that emitted it; null for anything else.';
COMMENT ON COLUMN app.journal_entry.event IS 'Name of the event, e.g. ListingCreated; null for anything else.';
COMMENT ON COLUMN app.journal_entry.payload IS 'The rest of an event: contractKind, sender, args as emitted, amountUnits (base units as text) and the token they are in; of what happened in the service its args alone. Of a repair: repairKind, reason, fromBlock, toBlock, openedAt and outcome.';
COMMENT ON COLUMN app.journal_entry.occurred_at IS 'Time of the block; for a repair, when readers had the repaired index; else when it happened.';

-- Tells events of the service that the journal lacks, the oldest first, and returns how many. The
-- counter's row is held until the commit: numbers have no gaps, whoever writes.
CREATE FUNCTION app.tell_service_events(first_id bigint, most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  last bigint;
  told integer;
BEGIN
  SELECT last_sequence INTO STRICT last FROM app.journal_counter FOR UPDATE;
  INSERT INTO app.journal_entry (sequence, announced_sequence, status, chain_id, kind, listing_key,
    escrow_key, offer_key, actor, counterparty, payload, occurred_at, service_event_id)
  SELECT last + row_number() OVER by_id, last + row_number() OVER by_id, 'final', missing.chain_id,
    missing.kind, missing.listing_key, missing.escrow_key, missing.offer_key, missing.actor,
    missing.counterparty,
    pg_catalog.jsonb_build_object('contractKind', NULL, 'sender', NULL, 'args', missing.args,
      'amountUnits', NULL, 'token', NULL, 'tokenSymbol', NULL, 'tokenDecimals', NULL),
    missing.occurred_at, missing.event_id
  FROM (
    SELECT * FROM app.service_event AS happened
    WHERE happened.event_id >= first_id AND NOT EXISTS (
      SELECT FROM app.journal_entry AS entry WHERE entry.service_event_id = happened.event_id)
    ORDER BY happened.event_id LIMIT most
  ) AS missing
  WINDOW by_id AS (ORDER BY missing.event_id);
  GET DIAGNOSTICS told = ROW_COUNT;
  IF told > 0 THEN
    UPDATE app.journal_counter SET last_sequence = last + told;
    PERFORM pg_catalog.pg_notify('valyra_journal', (last + told)::text);
  END IF;
  RETURN told;
END $$;
COMMENT ON FUNCTION app.tell_service_events(bigint, integer) IS 'Appends an entry for each event of the service from an id on that has none.';
REVOKE ALL ON FUNCTION app.tell_service_events(bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.tell_service_events(bigint, integer) TO valyra_worker;

CREATE FUNCTION app.tell_service_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.tell_service_events(NEW.event_id, 1);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.tell_service_event() IS 'Tells what happened in the service in the transaction in which it did.';
CREATE TRIGGER service_event_told AFTER INSERT ON app.service_event
  FOR EACH ROW EXECUTE FUNCTION app.tell_service_event();

GRANT SELECT, INSERT ON app.service_event TO valyra_api, valyra_worker;

-- Webhooks can also be signed so that anybody can verify them who knows the published key.
ALTER TABLE app.webhook_endpoint ADD COLUMN has_public_signature boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN app.webhook_endpoint.has_public_signature IS 'Whether messages carry an ed25519 signature beside those of the secrets.';
GRANT UPDATE (has_public_signature) ON app.webhook_endpoint TO valyra_api;

-- Owners cancel their jobs; administrators replay dead ones as well. Whatever else changes a row is
-- the workers' alone.
CREATE POLICY own_jobs_cancel ON app.job FOR UPDATE TO valyra_api
  USING (account_id = app.caller_account())
  WITH CHECK (account_id = app.caller_account() AND is_cancel_wanted AND state IN ('cancelled', 'running'));
CREATE POLICY jobs_of_admins ON app.job FOR UPDATE TO valyra_api
  USING (app.caller_has_role('admin')) WITH CHECK (state IN ('cancelled', 'running', 'queued'));
GRANT UPDATE (state, attempts, available_at, nudged_at, finished_at, is_cancel_wanted, step, progress)
  ON app.job TO valyra_api;
CREATE INDEX job_by_account ON app.job (account_id, created_at DESC, job_id DESC) WHERE account_id IS NOT NULL;

-- Wakes whoever watches a job; the payload is its id.
CREATE FUNCTION app.announce_job_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  PERFORM pg_catalog.pg_notify('valyra_job_change', NEW.job_id::text);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.announce_job_change() IS 'Tells that a job of an account is further or has ended.';
CREATE TRIGGER job_changed AFTER UPDATE OF state, progress, step ON app.job
  FOR EACH ROW WHEN (NEW.account_id IS NOT NULL) EXECUTE FUNCTION app.announce_job_change();
