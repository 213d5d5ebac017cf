-- The journal: every event of the published index in one sequence, with what became of it.
-- One process writes it (npm run journal); the change feed of the API reads it.

CREATE TABLE app.journal_counter (
  is_only boolean PRIMARY KEY DEFAULT true,
  last_sequence bigint NOT NULL DEFAULT 0,
  CONSTRAINT journal_counter_one_row CHECK (is_only)
);
INSERT INTO app.journal_counter DEFAULT VALUES;
COMMENT ON TABLE app.journal_counter IS 'The one row that allots sequence numbers. A writer holds it until its commit, so that numbers have no gaps and nobody sees a number before the one below it.';
COMMENT ON COLUMN app.journal_counter.is_only IS 'Always true: there is one row.';
COMMENT ON COLUMN app.journal_counter.last_sequence IS 'Newest sequence number in app.journal_entry; 0 while that is empty.';

CREATE TABLE app.journal_entry (
  sequence bigint PRIMARY KEY,
  announced_sequence bigint NOT NULL REFERENCES app.journal_entry (sequence),
  status text NOT NULL,
  chain_id integer NOT NULL,
  block_number bigint NOT NULL,
  block_hash text NOT NULL,
  log_index integer NOT NULL,
  tx_hash text NOT NULL,
  contract text NOT NULL,
  event text NOT NULL,
  kind text NOT NULL,
  listing_key text,
  escrow_key text,
  offer_key text,
  actor text,
  counterparty text,
  payload jsonb NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT journal_entry_status CHECK (status IN ('provisional', 'final', 'retracted')),
  CONSTRAINT journal_entry_refers_back CHECK (announced_sequence <= sequence),
  CONSTRAINT journal_entry_announces CHECK (announced_sequence < sequence OR status <> 'retracted')
);
-- An event is announced, made final and taken back at most once for each announcement.
CREATE UNIQUE INDEX journal_entry_once ON app.journal_entry (announced_sequence, status);
CREATE INDEX journal_entry_announced ON app.journal_entry (chain_id, block_number, log_index)
  WHERE sequence = announced_sequence;
CREATE INDEX journal_entry_by_kind ON app.journal_entry (kind, sequence);
CREATE INDEX journal_entry_by_status ON app.journal_entry (status, sequence);
CREATE INDEX journal_entry_by_listing ON app.journal_entry (listing_key, sequence) WHERE listing_key IS NOT NULL;
CREATE INDEX journal_entry_by_escrow ON app.journal_entry (escrow_key, sequence) WHERE escrow_key IS NOT NULL;
CREATE INDEX journal_entry_by_actor ON app.journal_entry (actor, sequence) WHERE actor IS NOT NULL;
CREATE INDEX journal_entry_by_counterparty ON app.journal_entry (counterparty, sequence) WHERE counterparty IS NOT NULL;
COMMENT ON TABLE app.journal_entry IS 'What happened, in the order in which readers hear of it. Rows are never changed: that an event became final or was taken back is a new row.';
COMMENT ON COLUMN app.journal_entry.sequence IS 'Place in the journal: 1, 2, 3 and so on without gaps.';
COMMENT ON COLUMN app.journal_entry.announced_sequence IS 'Sequence that first told of this event: its own for that entry, the one that is made final or taken back for a later entry.';
COMMENT ON COLUMN app.journal_entry.status IS 'provisional: seen, may still vanish; final: cannot be reverted; retracted: vanished in a reorganisation, the announced sequence no longer counts.';
COMMENT ON COLUMN app.journal_entry.chain_id IS 'EIP-155 chain id. With block hash and log index it identifies the event.';
COMMENT ON COLUMN app.journal_entry.block_number IS 'Block of the event.';
COMMENT ON COLUMN app.journal_entry.block_hash IS 'Hash of that block.';
COMMENT ON COLUMN app.journal_entry.log_index IS 'Log index within the block.';
COMMENT ON COLUMN app.journal_entry.tx_hash IS 'Transaction of the event.';
COMMENT ON COLUMN app.journal_entry.contract IS 'Contract that emitted it.';
COMMENT ON COLUMN app.journal_entry.event IS 'Name of the event, e.g. ListingCreated.';
COMMENT ON COLUMN app.journal_entry.kind IS 'What happened in words, e.g. listing_created.';
COMMENT ON COLUMN app.journal_entry.listing_key IS 'Public id of the listing concerned.';
COMMENT ON COLUMN app.journal_entry.escrow_key IS 'Public id of the escrow concerned.';
COMMENT ON COLUMN app.journal_entry.offer_key IS 'Public id of the offer concerned.';
COMMENT ON COLUMN app.journal_entry.actor IS 'Account that acted or is meant by the event.';
COMMENT ON COLUMN app.journal_entry.counterparty IS 'The other party, where there is one.';
COMMENT ON COLUMN app.journal_entry.payload IS 'The rest of the event: contractKind, sender, args as emitted, amountUnits (base units as text) and the token they are in.';
COMMENT ON COLUMN app.journal_entry.occurred_at IS 'Time of the block.';
COMMENT ON COLUMN app.journal_entry.recorded_at IS 'When the entry was written.';

CREATE TABLE app.journal_cursor (
  chain_id integer PRIMARY KEY,
  release_id integer NOT NULL REFERENCES app.release (id),
  compared_block bigint NOT NULL,
  settled_block bigint NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT journal_cursor_order CHECK (settled_block <= compared_block)
);
COMMENT ON TABLE app.journal_cursor IS 'How far the journal has followed a chain, and in which publication of the index.';
COMMENT ON COLUMN app.journal_cursor.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.journal_cursor.release_id IS 'Publication that was read; another one is compared from the first block on.';
COMMENT ON COLUMN app.journal_cursor.compared_block IS 'Last block whose events were compared with the journal; -1 before the first.';
COMMENT ON COLUMN app.journal_cursor.settled_block IS 'Blocks up to this one are final and will not be compared again in this publication; -1 before the first.';
COMMENT ON COLUMN app.journal_cursor.updated_at IS 'When either block last moved.';

-- Entries can be added and read, by nobody changed: that is what readers rely on.
GRANT SELECT ON app.journal_counter, app.journal_entry, app.journal_cursor TO valyra_api, valyra_worker;
GRANT UPDATE ON app.journal_counter TO valyra_worker;
GRANT INSERT ON app.journal_entry TO valyra_worker;
GRANT INSERT, UPDATE ON app.journal_cursor TO valyra_worker;
