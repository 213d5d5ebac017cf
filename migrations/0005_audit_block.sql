-- What the verifying gateway has proved, how far, and what it thinks of its providers.

CREATE TABLE app.audit_block (
  chain_id integer NOT NULL,
  number bigint NOT NULL,
  hash text NOT NULL,
  parent_hash text NOT NULL,
  proof text NOT NULL CHECK (proof IN ('live', 'carrying', 'complete')),
  logs integer NOT NULL CHECK (logs >= 0),
  providers text[] NOT NULL,
  proved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain_id, number)
);
COMMENT ON TABLE app.audit_block IS 'Blocks that the gateway has proved, the one of each height that it last held for canonical.';
COMMENT ON COLUMN app.audit_block.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.audit_block.number IS 'Block number.';
COMMENT ON COLUMN app.audit_block.hash IS 'Block hash, recomputed from the header.';
COMMENT ON COLUMN app.audit_block.parent_hash IS 'Hash of the block before it.';
COMMENT ON COLUMN app.audit_block.proof IS 'live: linked to its neighbours, receipts rebuilt wherever its bloom may hold our logs; complete: two providers agree on the logs around it; carrying: the block itself is proved, not that its neighbours hold nothing.';
COMMENT ON COLUMN app.audit_block.logs IS 'Logs of watched contracts and of transfers from or to them that the block holds.';
COMMENT ON COLUMN app.audit_block.providers IS 'Hosts whose answers were proved, in lower case and without keys.';
COMMENT ON COLUMN app.audit_block.proved_at IS 'When the proof was made.';

CREATE TABLE app.proved_range (
  chain_id integer NOT NULL,
  from_block bigint NOT NULL,
  to_block bigint NOT NULL,
  proof text NOT NULL CHECK (proof IN ('live', 'carrying', 'complete')),
  proved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain_id, from_block, proof),
  CONSTRAINT proved_range_order CHECK (from_block <= to_block)
);
COMMENT ON TABLE app.proved_range IS 'Ranges of blocks whose logs the gateway has proved, by depth of proof.';
COMMENT ON COLUMN app.proved_range.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.proved_range.from_block IS 'First block of the range.';
COMMENT ON COLUMN app.proved_range.to_block IS 'Last block of the range.';
COMMENT ON COLUMN app.proved_range.proof IS 'Depth of proof of every block in it, as in app.audit_block.';
COMMENT ON COLUMN app.proved_range.proved_at IS 'When it last grew.';

CREATE TABLE app.proved_block (
  chain_id integer NOT NULL,
  hash text NOT NULL,
  number bigint NOT NULL,
  body bytea NOT NULL,
  stored_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain_id, hash)
);
CREATE INDEX proved_block_number ON app.proved_block (chain_id, number);
COMMENT ON TABLE app.proved_block IS 'Cache of proved final blocks with our logs; may be emptied at any time.';
COMMENT ON COLUMN app.proved_block.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.proved_block.hash IS 'Block hash.';
COMMENT ON COLUMN app.proved_block.number IS 'Block number.';
COMMENT ON COLUMN app.proved_block.body IS 'Block with transactions and all its logs, JSON packed with Brotli.';
COMMENT ON COLUMN app.proved_block.stored_at IS 'When it was stored.';

CREATE TABLE app.provider_state (
  chain_id integer NOT NULL,
  host text NOT NULL,
  is_benched boolean NOT NULL,
  reason text,
  benched_until timestamptz,
  benches integer NOT NULL,
  refused bigint NOT NULL,
  requests bigint NOT NULL,
  calls bigint NOT NULL,
  head bigint,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain_id, host)
);
COMMENT ON TABLE app.provider_state IS 'What the gateway thinks of each provider since its own start.';
COMMENT ON COLUMN app.provider_state.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.provider_state.host IS 'Host and port of the provider, never its path or key.';
COMMENT ON COLUMN app.provider_state.is_benched IS 'Whether it is not asked at present.';
COMMENT ON COLUMN app.provider_state.reason IS 'Why it was last benched, with the block; null when it never was.';
COMMENT ON COLUMN app.provider_state.benched_until IS 'When it may be asked again; null when it is asked.';
COMMENT ON COLUMN app.provider_state.benches IS 'How often it was benched.';
COMMENT ON COLUMN app.provider_state.refused IS 'Answers that did not verify.';
COMMENT ON COLUMN app.provider_state.requests IS 'HTTP requests sent to it.';
COMMENT ON COLUMN app.provider_state.calls IS 'JSON-RPC calls in these requests.';
COMMENT ON COLUMN app.provider_state.head IS 'Newest block that it has named; null before it has named one.';
COMMENT ON COLUMN app.provider_state.at IS 'When this was written.';

CREATE TABLE app.gateway_state (
  chain_id integer PRIMARY KEY,
  is_ready boolean NOT NULL,
  reason text,
  head bigint,
  head_hash text,
  started_at timestamptz NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE app.gateway_state IS 'Whether the gateway can prove what it is asked, and why not.';
COMMENT ON COLUMN app.gateway_state.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.gateway_state.is_ready IS 'Whether it follows a proved head and nothing it was asked waits for a proof.';
COMMENT ON COLUMN app.gateway_state.reason IS 'Why it is not ready; null when it is.';
COMMENT ON COLUMN app.gateway_state.head IS 'Newest proved block; null before there is one.';
COMMENT ON COLUMN app.gateway_state.head_hash IS 'Its hash.';
COMMENT ON COLUMN app.gateway_state.started_at IS 'Start of the process.';
COMMENT ON COLUMN app.gateway_state.at IS 'When this was written; an old time means that no gateway runs.';

GRANT SELECT ON app.audit_block, app.proved_range, app.provider_state, app.gateway_state TO valyra_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.audit_block, app.proved_range, app.proved_block,
  app.provider_state, app.gateway_state TO valyra_worker;
