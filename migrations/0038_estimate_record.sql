-- Estimates that were published, for good: rows are added by one function, never altered, numbered
-- without gaps, and each carries the hash of the one before. Everybody may read and recompute them.

CREATE TABLE app.estimate_record_head (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  last_sequence bigint NOT NULL,
  last_hash text NOT NULL,
  last_recorded_at timestamptz NOT NULL
);
INSERT INTO app.estimate_record_head VALUES (true, 0, '0x' || repeat('0', 64), 'epoch');
COMMENT ON TABLE app.estimate_record_head IS 'End of the record of estimates, so that rows missing at its end show as well; one row.';
COMMENT ON COLUMN app.estimate_record_head.is_only IS 'Keeps a second row out.';
COMMENT ON COLUMN app.estimate_record_head.last_sequence IS 'Number of the newest entry; 0 before the first.';
COMMENT ON COLUMN app.estimate_record_head.last_hash IS 'Hash of the newest entry; zeros before the first.';
COMMENT ON COLUMN app.estimate_record_head.last_recorded_at IS 'When the newest entry was added; no later one is dated before it.';

CREATE TABLE app.estimate_record (
  sequence bigint PRIMARY KEY,
  valuation_id uuid NOT NULL UNIQUE,
  content text NOT NULL,
  recorded_at timestamptz NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  chain_id integer NOT NULL,
  contract text NOT NULL,
  listing_id numeric(78,0) NOT NULL,
  block_number bigint NOT NULL,
  is_ask_hidden boolean NOT NULL,
  CONSTRAINT estimate_record_hash CHECK (hash ~ '^0x[0-9a-f]{64}$' AND previous_hash ~ '^0x[0-9a-f]{64}$'),
  CONSTRAINT estimate_record_contract CHECK (contract ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT estimate_record_size CHECK (octet_length(content) <= 4096)
);
CREATE INDEX estimate_record_by_listing ON app.estimate_record (chain_id, contract, listing_id, sequence);
CREATE INDEX estimate_record_by_time ON app.estimate_record (recorded_at);
COMMENT ON TABLE app.estimate_record IS 'Append-only record of every published estimate of a listing, chained by hashes.';
COMMENT ON COLUMN app.estimate_record.sequence IS 'Counts the entries from 1, without gaps.';
COMMENT ON COLUMN app.estimate_record.valuation_id IS 'Valuation that was published; once in the record.';
COMMENT ON COLUMN app.estimate_record.content IS 'The estimate as canonical JSON (RFC 8785), the very bytes that are hashed.';
COMMENT ON COLUMN app.estimate_record.recorded_at IS 'When it was added, by the clock of the database, in milliseconds; part of what is hashed.';
COMMENT ON COLUMN app.estimate_record.previous_hash IS 'Hash of the entry before; zeros for the first.';
COMMENT ON COLUMN app.estimate_record.hash IS 'SHA-256 of content, previous hash, time and number (app.estimate_hash).';
COMMENT ON COLUMN app.estimate_record.chain_id IS 'EIP-155 chain id of the listing, as the content says.';
COMMENT ON COLUMN app.estimate_record.contract IS 'Marketplace of the listing, as the content says.';
COMMENT ON COLUMN app.estimate_record.listing_id IS 'Id given by the marketplace, as the content says.';
COMMENT ON COLUMN app.estimate_record.block_number IS 'Last block that was known to the estimate, as the content says.';
COMMENT ON COLUMN app.estimate_record.is_ask_hidden IS 'Whether the asking price was kept from whoever estimated, as the content says.';

-- Canonical JSON of an entry, put together by hand: its four members stand in the order of their names.
CREATE FUNCTION app.estimate_hash(content text, previous_hash text, recorded_at timestamptz, sequence bigint)
RETURNS text LANGUAGE sql STABLE AS $$
  SELECT '0x' || encode(sha256(convert_to(
    '{"estimate":' || content || ',"previousHash":"' || previous_hash || '","recordedAt":"'
    || to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    || '","sequence":' || sequence || '}', 'UTF8')), 'hex')
$$;
COMMENT ON FUNCTION app.estimate_hash(text, text, timestamptz, bigint) IS 'What the hash of an entry must be.';

-- The one way in. Numbers, times and hashes are given here, whatever the writer says.
CREATE FUNCTION app.freeze_estimate(frozen_valuation uuid, frozen_content text)
RETURNS TABLE (sequence bigint, hash text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  head app.estimate_record_head;
  made timestamptz;
  made_hash text;
  parsed jsonb := frozen_content::jsonb;
BEGIN
  SELECT * INTO head FROM app.estimate_record_head FOR UPDATE;
  RETURN QUERY SELECT entry.sequence, entry.hash FROM app.estimate_record AS entry
    WHERE entry.valuation_id = frozen_valuation;
  IF FOUND THEN RETURN; END IF;
  made := date_trunc('milliseconds', greatest(clock_timestamp(), head.last_recorded_at));
  made_hash := app.estimate_hash(frozen_content, head.last_hash, made, head.last_sequence + 1);
  INSERT INTO app.estimate_record VALUES (head.last_sequence + 1, frozen_valuation, frozen_content, made,
    head.last_hash, made_hash,
    split_part(parsed ->> 'listingId', '-', 1)::integer, split_part(parsed ->> 'listingId', '-', 2),
    split_part(parsed ->> 'listingId', '-', 3)::numeric(78,0), (parsed ->> 'blockNumber')::bigint,
    (parsed ->> 'isAskHidden')::boolean);
  UPDATE app.estimate_record_head
    SET last_sequence = head.last_sequence + 1, last_hash = made_hash, last_recorded_at = made;
  RETURN QUERY SELECT head.last_sequence + 1, made_hash;
END $$;
COMMENT ON FUNCTION app.freeze_estimate(uuid, text) IS 'Adds an estimate to the record unless its valuation has an entry already, and returns the one there is.';
REVOKE ALL ON FUNCTION app.freeze_estimate(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.freeze_estimate(uuid, text) TO valyra_worker, valyra_api;

CREATE TRIGGER estimate_record_append_only BEFORE UPDATE OR DELETE ON app.estimate_record
  FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER estimate_record_no_truncate BEFORE TRUNCATE ON app.estimate_record
  FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

GRANT SELECT ON app.estimate_record, app.estimate_record_head TO valyra_api, valyra_worker;
