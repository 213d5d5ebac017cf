-- What the guard knows beyond the heads: blocks that it follows, alarms, and audits of the state.

ALTER TABLE app.chain_head ADD COLUMN moved_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN app.chain_head.moved_at IS 'When the newest block was last another one than before: a chain that stands still ages here.';

CREATE TABLE app.chain_block (
  chain_id integer NOT NULL,
  number bigint NOT NULL,
  hash text NOT NULL,
  parent_hash text NOT NULL,
  block_time bigint NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now(),
  safe_at timestamptz,
  final_at timestamptz,
  confirmations smallint NOT NULL DEFAULT 0,
  PRIMARY KEY (chain_id, number),
  CONSTRAINT chain_block_confirmations CHECK (confirmations BETWEEN 0 AND 3)
);
CREATE INDEX chain_block_unconfirmed ON app.chain_block (chain_id, confirmations, number)
  WHERE confirmations < 3;
COMMENT ON TABLE app.chain_block IS 'The newest blocks of each chain without a gap, each the parent of the next; old final ones are removed.';
COMMENT ON COLUMN app.chain_block.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.chain_block.number IS 'Number of the block.';
COMMENT ON COLUMN app.chain_block.hash IS 'Hash of the block on which the providers agreed.';
COMMENT ON COLUMN app.chain_block.parent_hash IS 'Hash of the block before it.';
COMMENT ON COLUMN app.chain_block.block_time IS 'Unix seconds of the block.';
COMMENT ON COLUMN app.chain_block.seen_at IS 'When it was first seen with this hash.';
COMMENT ON COLUMN app.chain_block.safe_at IS 'When it was first seen to be safe; null before.';
COMMENT ON COLUMN app.chain_block.final_at IS 'When it was first seen to be final; null before.';
COMMENT ON COLUMN app.chain_block.confirmations IS 'How often its hash was read again and was the same: after 60 s, after 300 s, and when final.';

CREATE TABLE app.alarm (
  chain_id integer NOT NULL,
  name text NOT NULL,
  detail text NOT NULL,
  raised_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain_id, name)
);
COMMENT ON TABLE app.alarm IS 'Reasons for which the index must not be trusted now; readiness is off while there is a row.';
COMMENT ON COLUMN app.alarm.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.alarm.name IS 'What is wrong, as named in the runbook, e.g. providers_disagree.';
COMMENT ON COLUMN app.alarm.detail IS 'What was seen, in words.';
COMMENT ON COLUMN app.alarm.raised_at IS 'Since when it has held without a break.';
COMMENT ON COLUMN app.alarm.seen_at IS 'When it was last seen to hold.';

CREATE TABLE app.state_audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain_id integer NOT NULL,
  block_number bigint NOT NULL,
  block_hash text NOT NULL,
  release text NOT NULL,
  compared_rows integer NOT NULL,
  compared_fields bigint NOT NULL,
  postponed_rows integer NOT NULL,
  differences integer NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX state_audit_latest ON app.state_audit (chain_id, id DESC);
COMMENT ON TABLE app.state_audit IS 'Comparisons of all rows of state with what the contracts say at one block.';
COMMENT ON COLUMN app.state_audit.id IS 'Counts the comparisons.';
COMMENT ON COLUMN app.state_audit.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.state_audit.block_number IS 'Block at which the contracts were asked.';
COMMENT ON COLUMN app.state_audit.block_hash IS 'Hash of that block: every question was pinned to it.';
COMMENT ON COLUMN app.state_audit.release IS 'Schema whose rows were compared.';
COMMENT ON COLUMN app.state_audit.compared_rows IS 'Rows that were compared.';
COMMENT ON COLUMN app.state_audit.compared_fields IS 'Fields that were compared.';
COMMENT ON COLUMN app.state_audit.postponed_rows IS 'Rows changed after the block, which a later comparison covers.';
COMMENT ON COLUMN app.state_audit.differences IS 'Differences found; anything but 0 turns readiness off.';
COMMENT ON COLUMN app.state_audit.started_at IS 'When the comparison began.';
COMMENT ON COLUMN app.state_audit.finished_at IS 'When it ended.';

CREATE TABLE app.state_difference (
  audit_id bigint NOT NULL REFERENCES app.state_audit (id) ON DELETE CASCADE,
  position integer NOT NULL,
  table_name text NOT NULL,
  key text NOT NULL,
  field text,
  row_value text,
  chain_value text,
  last_event text,
  PRIMARY KEY (audit_id, position)
);
COMMENT ON TABLE app.state_difference IS 'What a comparison of the state found, field by field.';
COMMENT ON COLUMN app.state_difference.audit_id IS 'Comparison that found it.';
COMMENT ON COLUMN app.state_difference.position IS 'Order within the comparison.';
COMMENT ON COLUMN app.state_difference.table_name IS 'Table of the index.';
COMMENT ON COLUMN app.state_difference.key IS 'Contract and id of the row, joined by a hyphen.';
COMMENT ON COLUMN app.state_difference.field IS 'Column that differs; null when the row is missing or surplus.';
COMMENT ON COLUMN app.state_difference.row_value IS 'Value of the index; null when it has none.';
COMMENT ON COLUMN app.state_difference.chain_value IS 'Value of the contract; null when it has none.';
COMMENT ON COLUMN app.state_difference.last_event IS 'Last event of the index that concerns the row: name, block and log index.';

GRANT SELECT ON app.alarm, app.state_audit, app.state_difference TO valyra_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.chain_block, app.alarm TO valyra_worker;
GRANT SELECT, INSERT, DELETE ON app.state_audit, app.state_difference TO valyra_worker;
