-- Repairs of the index: who opens one stops effects and readiness, who carries it out closes it.

CREATE TABLE app.repair (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain_id integer NOT NULL,
  kind text NOT NULL,
  reason text NOT NULL,
  from_block bigint NOT NULL,
  to_block bigint NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  release_before text,
  release_after text,
  finished_at timestamptz,
  outcome text,
  CONSTRAINT repair_kind CHECK (kind IN ('deep_reorganisation', 'wrong_rows')),
  CONSTRAINT repair_range CHECK (from_block >= 0 AND from_block <= to_block),
  CONSTRAINT repair_order CHECK (finished_at IS NULL OR (started_at IS NOT NULL AND outcome IS NOT NULL))
);
-- What is seen again while it is being mended belongs to the same repair.
CREATE UNIQUE INDEX repair_one_open ON app.repair (chain_id, kind) WHERE finished_at IS NULL;
COMMENT ON TABLE app.repair IS 'Times when the index was found wrong beyond what the indexer heals by itself. While one is not finished, readiness is off and the journal stands still.';
COMMENT ON COLUMN app.repair.id IS 'Counts the repairs.';
COMMENT ON COLUMN app.repair.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.repair.kind IS 'deep_reorganisation: blocks below the indexer''s own window were replaced; wrong_rows: rows and proved logs disagree.';
COMMENT ON COLUMN app.repair.reason IS 'What was seen, in words.';
COMMENT ON COLUMN app.repair.from_block IS 'First block whose rows and cached answers are not to be trusted.';
COMMENT ON COLUMN app.repair.to_block IS 'Last block that was seen to be wrong.';
COMMENT ON COLUMN app.repair.opened_at IS 'When it was found.';
COMMENT ON COLUMN app.repair.started_at IS 'When the writer was first stopped for it; null before.';
COMMENT ON COLUMN app.repair.release_before IS 'Schema that was published when the repair began; null before.';
COMMENT ON COLUMN app.repair.release_after IS 'Schema that is built, and in the end published, in its place; null before.';
COMMENT ON COLUMN app.repair.finished_at IS 'When readers had the repaired index; null while the repair is open.';
COMMENT ON COLUMN app.repair.outcome IS 'What was done and compared, in words; null while the repair is open.';

-- The guard opens repairs. They are carried out by an administrator's connection, which can publish.
GRANT SELECT ON app.repair TO valyra_api, valyra_worker;
GRANT INSERT, UPDATE ON app.repair TO valyra_worker;
