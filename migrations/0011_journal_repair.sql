-- The journal also tells of repairs of the index. They are no event of a chain: what only an event has
-- is null for them, and what an event must have stays demanded of every other entry.

ALTER TABLE app.journal_entry
  ADD COLUMN repair_id integer REFERENCES app.repair (id),
  ALTER COLUMN block_number DROP NOT NULL,
  ALTER COLUMN block_hash DROP NOT NULL,
  ALTER COLUMN log_index DROP NOT NULL,
  ALTER COLUMN tx_hash DROP NOT NULL,
  ALTER COLUMN contract DROP NOT NULL,
  ALTER COLUMN event DROP NOT NULL,
  ADD CONSTRAINT journal_entry_repair_kind CHECK ((kind = 'index.repaired') = (repair_id IS NOT NULL)),
  ADD CONSTRAINT journal_entry_of_event CHECK (
    repair_id IS NOT NULL OR num_nulls(block_number, block_hash, log_index, tx_hash, contract, event) = 0
  ),
  ADD CONSTRAINT journal_entry_of_repair CHECK (
    repair_id IS NULL OR (
      num_nonnulls(block_number, block_hash, log_index, tx_hash, contract, event,
        listing_key, escrow_key, offer_key, actor, counterparty) = 0
      -- It has happened, and nothing takes it back.
      AND status = 'final' AND announced_sequence = sequence
    )
  );
-- A repair is told once, whoever writes.
CREATE UNIQUE INDEX journal_entry_repair ON app.journal_entry (repair_id) WHERE repair_id IS NOT NULL;

COMMENT ON TABLE app.journal_entry IS 'What happened, in the order in which readers hear of it: events of the chain, and repairs of the index. Rows are never changed: that an event became final or was taken back is a new row.';
COMMENT ON COLUMN app.journal_entry.repair_id IS 'Repair of the index that the entry tells of; null for an event.';
COMMENT ON COLUMN app.journal_entry.block_number IS 'Block of the event; null for a repair.';
COMMENT ON COLUMN app.journal_entry.block_hash IS 'Hash of that block; null for a repair.';
COMMENT ON COLUMN app.journal_entry.log_index IS 'Log index within the block; null for a repair.';
COMMENT ON COLUMN app.journal_entry.tx_hash IS 'Transaction of the event; null for a repair.';
COMMENT ON COLUMN app.journal_entry.contract IS 'Contract that emitted it; null for a repair.';
COMMENT ON COLUMN app.journal_entry.event IS 'Name of the event, e.g. ListingCreated; null for a repair.';
COMMENT ON COLUMN app.journal_entry.kind IS 'What happened in words, e.g. listing_created, or index.repaired.';
COMMENT ON COLUMN app.journal_entry.payload IS 'The rest of an event: contractKind, sender, args as emitted, amountUnits (base units as text) and the token they are in. Of a repair: repairKind, reason, fromBlock, toBlock, openedAt and outcome.';
COMMENT ON COLUMN app.journal_entry.occurred_at IS 'Time of the block; for a repair, when readers had the repaired index.';
