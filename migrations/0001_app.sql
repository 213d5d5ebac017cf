-- Schemas that the project owns, and the tables behind finality, completeness and publishing.
-- Runs as valyra_owner; the roles themselves are made before any file runs (core/db/roles.ts).

CREATE SCHEMA indexed;
CREATE SCHEMA analytics;

COMMENT ON SCHEMA app IS 'Tables of the project itself: releases, heads, audits. Cannot be rebuilt from the chain.';
COMMENT ON SCHEMA indexed IS 'Views of the published release. Replaced as a whole by every release.';
COMMENT ON SCHEMA analytics IS 'Views for analysts, built on the published release. Replaced as a whole by every release.';

CREATE TABLE app.release (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  schema_name text NOT NULL,
  build_id text NOT NULL,
  table_names text[] NOT NULL,
  view_names text[] NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  is_current boolean NOT NULL DEFAULT true
);
CREATE UNIQUE INDEX release_one_current ON app.release (is_current) WHERE is_current;
COMMENT ON TABLE app.release IS 'One row for each publication of an indexer schema, the newest one current.';
COMMENT ON COLUMN app.release.id IS 'Counts the publications; the same schema may be published more than once.';
COMMENT ON COLUMN app.release.schema_name IS 'Schema that the indexer writes, e.g. release_ab12.';
COMMENT ON COLUMN app.release.build_id IS 'Build id that the indexer computed from its code, schema and configuration.';
COMMENT ON COLUMN app.release.table_names IS 'Tables that were published as views in schema indexed.';
COMMENT ON COLUMN app.release.view_names IS 'Views of the indexer that were published in schema indexed.';
COMMENT ON COLUMN app.release.published_at IS 'Start of the transaction that published it.';
COMMENT ON COLUMN app.release.is_current IS 'Whether the views of schema indexed belong to this publication.';

CREATE TABLE app.chain_head (
  chain_id integer PRIMARY KEY,
  head bigint NOT NULL,
  safe bigint NOT NULL,
  final bigint NOT NULL,
  head_hash text NOT NULL,
  safe_hash text NOT NULL,
  final_hash text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT chain_head_order CHECK (final <= safe AND safe <= head)
);
COMMENT ON TABLE app.chain_head IS 'Newest, safe and final block of each chain as its node reports them.';
COMMENT ON COLUMN app.chain_head.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.chain_head.head IS 'Number of the newest block.';
COMMENT ON COLUMN app.chain_head.safe IS 'Number of the newest block that the node calls safe.';
COMMENT ON COLUMN app.chain_head.final IS 'Number of the newest block that can no longer be reverted.';
COMMENT ON COLUMN app.chain_head.head_hash IS 'Hash of the newest block.';
COMMENT ON COLUMN app.chain_head.safe_hash IS 'Hash of the safe block.';
COMMENT ON COLUMN app.chain_head.final_hash IS 'Hash of the final block.';
COMMENT ON COLUMN app.chain_head.at IS 'When the node was asked.';

CREATE TABLE app.unknown_log (
  chain_id integer NOT NULL,
  contract text NOT NULL,
  block_number bigint NOT NULL,
  block_hash text NOT NULL,
  log_index integer NOT NULL,
  tx_hash text NOT NULL,
  topic0 text,
  topics text[] NOT NULL,
  data text NOT NULL,
  reason text NOT NULL,
  found_at timestamptz NOT NULL DEFAULT now(),
  decided_at timestamptz,
  decision text,
  PRIMARY KEY (chain_id, block_hash, log_index),
  CONSTRAINT unknown_log_decided CHECK ((decided_at IS NULL) = (decision IS NULL))
);
CREATE INDEX unknown_log_undecided ON app.unknown_log (found_at) WHERE decided_at IS NULL;
COMMENT ON TABLE app.unknown_log IS 'Logs of our contracts that no handler covers; readiness is off while one is undecided.';
COMMENT ON COLUMN app.unknown_log.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.unknown_log.contract IS 'Contract that emitted the log.';
COMMENT ON COLUMN app.unknown_log.block_number IS 'Block of the log.';
COMMENT ON COLUMN app.unknown_log.block_hash IS 'Hash of that block, so that an orphaned log is not mistaken for its successor.';
COMMENT ON COLUMN app.unknown_log.log_index IS 'Log index within the block.';
COMMENT ON COLUMN app.unknown_log.tx_hash IS 'Transaction of the log.';
COMMENT ON COLUMN app.unknown_log.topic0 IS 'First topic; null for an anonymous event.';
COMMENT ON COLUMN app.unknown_log.topics IS 'All topics in order.';
COMMENT ON COLUMN app.unknown_log.data IS 'Data of the log as emitted.';
COMMENT ON COLUMN app.unknown_log.reason IS 'Why it counts as unknown, e.g. a topic no ABI has, or a missing activity row.';
COMMENT ON COLUMN app.unknown_log.found_at IS 'When the check found it.';
COMMENT ON COLUMN app.unknown_log.decided_at IS 'When somebody decided what it means; null while undecided.';
COMMENT ON COLUMN app.unknown_log.decision IS 'What was decided, in words.';

CREATE TABLE app.audit_range (
  chain_id integer NOT NULL,
  contract text NOT NULL,
  from_block bigint NOT NULL,
  to_block bigint NOT NULL,
  logs integer NOT NULL,
  checked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain_id, contract, from_block),
  CONSTRAINT audit_range_order CHECK (from_block <= to_block)
);
COMMENT ON TABLE app.audit_range IS 'Block ranges in which every log of a contract was compared with the index.';
COMMENT ON COLUMN app.audit_range.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.audit_range.contract IS 'Contract whose logs were compared.';
COMMENT ON COLUMN app.audit_range.from_block IS 'First block of the range.';
COMMENT ON COLUMN app.audit_range.to_block IS 'Last block of the range.';
COMMENT ON COLUMN app.audit_range.logs IS 'Number of logs that the node returned for the range.';
COMMENT ON COLUMN app.audit_range.checked_at IS 'When the range was compared.';

-- The API reads; the worker also writes what it finds out. The indexer gets nothing in app.
GRANT USAGE ON SCHEMA app, indexed TO valyra_api, valyra_worker;
GRANT SELECT ON app.release, app.chain_head, app.unknown_log TO valyra_api;
GRANT SELECT ON app.release TO valyra_worker;
GRANT SELECT, INSERT, UPDATE ON app.chain_head TO valyra_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.unknown_log, app.audit_range TO valyra_worker;
GRANT USAGE ON SCHEMA analytics TO valyra_analyst;

-- Views are dropped and created anew by each release: their grants must not depend on anybody's memory.
ALTER DEFAULT PRIVILEGES IN SCHEMA indexed GRANT SELECT ON TABLES TO valyra_api, valyra_worker;
ALTER DEFAULT PRIVILEGES IN SCHEMA analytics GRANT SELECT ON TABLES TO valyra_analyst;
