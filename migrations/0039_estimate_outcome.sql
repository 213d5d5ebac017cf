-- How estimates fared: one root for each day of the record, what became of each closed escrow, and the
-- errors of the estimates that were made before. Public, and only ever added to.

CREATE TABLE app.estimate_day (
  day date PRIMARY KEY,
  root text NOT NULL,
  entries integer NOT NULL,
  last_sequence bigint NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT now(),
  anchor_state text NOT NULL DEFAULT 'ready',
  anchor_tx_hash text,
  anchor_block bigint,
  CONSTRAINT estimate_day_root CHECK (root ~ '^0x[0-9a-f]{64}$'),
  CONSTRAINT estimate_day_entries CHECK (entries > 0),
  CONSTRAINT estimate_day_anchor CHECK (anchor_state IN ('ready', 'anchored')
    AND num_nulls(anchor_tx_hash, anchor_block) = CASE anchor_state WHEN 'ready' THEN 2 ELSE 0 END),
  CONSTRAINT estimate_day_tx CHECK (anchor_tx_hash ~ '^0x[0-9a-f]{64}$')
);
COMMENT ON TABLE app.estimate_day IS 'Merkle root of the entries that the record of estimates got on each day (UTC) that is over.';
COMMENT ON COLUMN app.estimate_day.day IS 'Day in UTC, by the time at which entries were added.';
COMMENT ON COLUMN app.estimate_day.root IS 'Root of the tree whose leaves are the hashes of the entries (OpenZeppelin, keccak256, sorted pairs).';
COMMENT ON COLUMN app.estimate_day.entries IS 'Number of leaves.';
COMMENT ON COLUMN app.estimate_day.last_sequence IS 'Newest entry of the day.';
COMMENT ON COLUMN app.estimate_day.sealed_at IS 'When the root was made.';
COMMENT ON COLUMN app.estimate_day.anchor_state IS 'ready: the root can be written on chain; anchored: it was, and the block is final.';
COMMENT ON COLUMN app.estimate_day.anchor_tx_hash IS 'Transaction that carries the root; null before.';
COMMENT ON COLUMN app.estimate_day.anchor_block IS 'Block of that transaction; null before.';

-- Whoever adds to the record holds its end until it commits, so a day that is over is complete here.
CREATE FUNCTION app.seal_estimate_day(wanted date, wanted_root text, wanted_entries integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  found_entries integer;
  newest bigint;
BEGIN
  PERFORM FROM app.estimate_record_head FOR UPDATE;
  IF wanted >= (clock_timestamp() AT TIME ZONE 'UTC')::date THEN
    RAISE EXCEPTION 'the day % is not over', wanted USING ERRCODE = 'check_violation';
  END IF;
  SELECT count(*), max(sequence) INTO found_entries, newest FROM app.estimate_record
  WHERE recorded_at >= wanted::timestamp AT TIME ZONE 'UTC'
    AND recorded_at < (wanted + 1)::timestamp AT TIME ZONE 'UTC';
  IF found_entries <> wanted_entries THEN
    RAISE EXCEPTION 'the day % has % entries', wanted, found_entries USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO app.estimate_day (day, root, entries, last_sequence)
  VALUES (wanted, wanted_root, found_entries, newest) ON CONFLICT (day) DO NOTHING;
END $$;
COMMENT ON FUNCTION app.seal_estimate_day(date, text, integer) IS 'Keeps the root of a day that is over, once.';
REVOKE ALL ON FUNCTION app.seal_estimate_day(date, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.seal_estimate_day(date, text, integer) TO valyra_worker;

-- Where a root was anchored may be added; the root itself stays.
CREATE FUNCTION app.keep_estimate_day() RETURNS trigger
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF (OLD.day, OLD.root, OLD.entries, OLD.last_sequence, OLD.sealed_at)
      IS DISTINCT FROM (NEW.day, NEW.root, NEW.entries, NEW.last_sequence, NEW.sealed_at)
    OR OLD.anchor_state = 'anchored' THEN
    RAISE EXCEPTION 'a root is never changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.keep_estimate_day() IS 'Keeps roots as they were sealed, and anchors that are final.';
CREATE TRIGGER estimate_day_kept BEFORE UPDATE ON app.estimate_day
  FOR EACH ROW EXECUTE FUNCTION app.keep_estimate_day();
CREATE TRIGGER estimate_day_append_only BEFORE DELETE ON app.estimate_day
  FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER estimate_day_no_truncate BEFORE TRUNCATE ON app.estimate_day
  FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

CREATE TABLE app.estimate_outcome (
  outcome_id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  chain_id integer NOT NULL,
  contract text NOT NULL,
  escrow_id numeric(78,0) NOT NULL,
  marketplace text NOT NULL,
  listing_id numeric(78,0) NOT NULL,
  state text NOT NULL,
  currency text NOT NULL,
  decimals smallint NOT NULL,
  sold_units numeric(78,0) NOT NULL,
  asked_units numeric(78,0),
  agreed_block bigint NOT NULL,
  agreed_at bigint NOT NULL,
  settled_block bigint NOT NULL,
  settled_at bigint NOT NULL,
  excluded_because text,
  record_end bigint NOT NULL,
  sequence bigint REFERENCES app.estimate_record,
  deal jsonb,
  naive jsonb NOT NULL DEFAULT '{}',
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain_id, contract, escrow_id),
  CONSTRAINT estimate_outcome_state CHECK (state IN ('resolved', 'completed', 'refunded', 'expired', 'emergency')),
  CONSTRAINT estimate_outcome_excluded CHECK (excluded_because IN ('same_party', 'emergency', 'disputed', 'refunded',
    'other_currency', 'no_price')),
  CONSTRAINT estimate_outcome_sold CHECK (excluded_because IS NOT NULL OR (state = 'completed' AND sold_units > 0)),
  CONSTRAINT estimate_outcome_scored CHECK (sequence <= record_end),
  CONSTRAINT estimate_outcome_size CHECK (octet_length(deal::text) <= 8192 AND octet_length(naive::text) <= 2048)
);
CREATE INDEX estimate_outcome_by_listing ON app.estimate_outcome (chain_id, marketplace, listing_id);
CREATE INDEX estimate_outcome_by_settlement ON app.estimate_outcome (settled_block);
COMMENT ON TABLE app.estimate_outcome IS 'How each closed escrow ended, with the last blind estimate made before its price was known; written once the end is final.';
COMMENT ON COLUMN app.estimate_outcome.outcome_id IS 'Grows as rows are added.';
COMMENT ON COLUMN app.estimate_outcome.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.estimate_outcome.contract IS 'Escrow contract.';
COMMENT ON COLUMN app.estimate_outcome.escrow_id IS 'Id given by the escrow contract.';
COMMENT ON COLUMN app.estimate_outcome.marketplace IS 'Marketplace of the listing.';
COMMENT ON COLUMN app.estimate_outcome.listing_id IS 'Id given by the marketplace.';
COMMENT ON COLUMN app.estimate_outcome.state IS 'Last state of the escrow.';
COMMENT ON COLUMN app.estimate_outcome.currency IS 'Symbol of the token of the escrow.';
COMMENT ON COLUMN app.estimate_outcome.decimals IS 'Decimals of that token.';
COMMENT ON COLUMN app.estimate_outcome.sold_units IS 'Price of the escrow, base units.';
COMMENT ON COLUMN app.estimate_outcome.asked_units IS 'Asking price when the price became known, base units; null where there was none in this token.';
COMMENT ON COLUMN app.estimate_outcome.agreed_block IS 'First block that told the price: of the accepted offer, or of the escrow.';
COMMENT ON COLUMN app.estimate_outcome.agreed_at IS 'Time of that block, unix seconds.';
COMMENT ON COLUMN app.estimate_outcome.settled_block IS 'Block in which the escrow ended.';
COMMENT ON COLUMN app.estimate_outcome.settled_at IS 'Time of that block, unix seconds.';
COMMENT ON COLUMN app.estimate_outcome.excluded_because IS 'Why it says nothing of a market price: same_party, emergency, disputed, refunded, other_currency, no_price; null where it counts.';
COMMENT ON COLUMN app.estimate_outcome.record_end IS 'Newest entry of the record when the row was added; nothing after it can be scored by it.';
COMMENT ON COLUMN app.estimate_outcome.sequence IS 'Entry of the record that is scored by it: the last blind one that knew only blocks before agreed_block; null where there is none.';
COMMENT ON COLUMN app.estimate_outcome.deal IS 'Category, grade and figures of the business as they were known before, for the engine to learn from; null where none were.';
COMMENT ON COLUMN app.estimate_outcome.naive IS 'What rules of thumb said, learned from the deals that were known before, as decimals by name.';
COMMENT ON COLUMN app.estimate_outcome.recorded_at IS 'When the row was added.';
CREATE TRIGGER estimate_outcome_append_only BEFORE UPDATE OR DELETE ON app.estimate_outcome
  FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER estimate_outcome_no_truncate BEFORE TRUNCATE ON app.estimate_outcome
  FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- One row for each scored deal and way to a price: the estimate, the ask, and rules of thumb.
CREATE VIEW app.estimate_score AS
  SELECT outcome.outcome_id, outcome.chain_id,
    outcome.chain_id || '-' || outcome.contract || '-' || outcome.escrow_id AS escrow_key,
    outcome.chain_id || '-' || outcome.marketplace || '-' || outcome.listing_id AS listing_key,
    entry.sequence, said.content ->> 'category' AS category, said.content ->> 'grade' AS grade,
    CASE WHEN early.days < 7 THEN 'under_7_days' WHEN early.days < 30 THEN '7_to_30_days'
      WHEN early.days < 90 THEN '30_to_90_days' ELSE 'over_90_days' END AS horizon,
    way.name AS way, outcome.currency, price.sold, way.price AS said,
    abs(way.price / price.sold - 1) AS error, way.price / price.sold - 1 AS bias,
    CASE WHEN way.name = 'estimate' THEN price.sold BETWEEN way.low AND way.high END AS is_inside,
    CASE WHEN way.name = 'estimate' THEN way.high / way.low END AS width
  FROM app.estimate_outcome AS outcome
  JOIN app.estimate_record AS entry USING (sequence)
  CROSS JOIN LATERAL (SELECT entry.content::jsonb AS content) AS said
  CROSS JOIN LATERAL (SELECT outcome.sold_units / power(10.0, outcome.decimals) AS sold,
    outcome.asked_units / power(10.0, outcome.decimals) AS asked) AS price
  CROSS JOIN LATERAL (SELECT (outcome.agreed_at - extract(epoch FROM (said.content ->> 'madeAt')::timestamptz)) / 86400 AS days)
    AS early
  CROSS JOIN LATERAL (
    -- money: allow, whole tokens as the record has them, to compare and not to pay
    SELECT 'estimate' AS name, (said.content ->> 'mid')::numeric AS price, (said.content ->> 'low')::numeric AS low, (said.content ->> 'high')::numeric AS high
    UNION ALL SELECT 'asking price', price.asked, NULL, NULL
    -- money: allow, whole tokens as the record has them, to compare and not to pay
    UNION ALL SELECT rule.key, rule.value::numeric, NULL, NULL FROM jsonb_each_text(outcome.naive) AS rule
  ) AS way
  WHERE outcome.excluded_because IS NULL AND way.price IS NOT NULL;
COMMENT ON VIEW app.estimate_score IS 'Errors of blind estimates against the prices that were paid later, with the ask and rules of thumb beside them.';
COMMENT ON COLUMN app.estimate_score.outcome_id IS 'Grows as outcomes are added.';
COMMENT ON COLUMN app.estimate_score.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.estimate_score.escrow_key IS 'Public id of the escrow, the same text as in the API.';
COMMENT ON COLUMN app.estimate_score.listing_key IS 'Public id of the listing, the same text as in the API.';
COMMENT ON COLUMN app.estimate_score.sequence IS 'Entry of the record that is scored.';
COMMENT ON COLUMN app.estimate_score.category IS 'Kind of business that it was valued as.';
COMMENT ON COLUMN app.estimate_score.grade IS 'Weakest evidence of the figures that the size rests on: attested, computed or claimed.';
COMMENT ON COLUMN app.estimate_score.horizon IS 'Time from the estimate to the block that told the price.';
COMMENT ON COLUMN app.estimate_score.way IS 'estimate; asking price; or the name of a rule of thumb.';
COMMENT ON COLUMN app.estimate_score.currency IS 'Symbol of the token that prices are in.';
COMMENT ON COLUMN app.estimate_score.sold IS 'Price that was paid, in whole tokens.';
COMMENT ON COLUMN app.estimate_score.said IS 'Price that was said before, in whole tokens.';
COMMENT ON COLUMN app.estimate_score.error IS 'Distance of said over sold from 1.';
COMMENT ON COLUMN app.estimate_score.bias IS 'Said over sold, less 1: below 0 is too low.';
COMMENT ON COLUMN app.estimate_score.is_inside IS 'Whether the price lay in the range of the estimate; null for other ways.';
COMMENT ON COLUMN app.estimate_score.width IS 'High over low of the estimate; null for other ways.';

-- Wilson's interval of a share at 95 %: one end of it.
-- money: allow, a share and no amount
CREATE FUNCTION app.share_bound(hits bigint, of_all bigint, direction integer) RETURNS numeric
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN of_all > 0 THEN round(greatest(0, least(1, (hits * 1.0 / of_all + 1.9208 / of_all
    + direction * 1.96 * sqrt((hits * 1.0 / of_all) * (1 - hits * 1.0 / of_all) / of_all + 0.9604 / (of_all * 1.0 * of_all)))
    / (1 + 3.8416 / of_all))), 6) END
$$;
COMMENT ON FUNCTION app.share_bound(bigint, bigint, integer) IS 'Lower (-1) or upper (1) end of the 95 % interval of a share (Wilson 1927).';

-- The place among sorted values at which the 95 % interval of their median ends; null of fewer than six.
CREATE FUNCTION app.median_rank(of_all bigint, direction integer) RETURNS integer
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN of_all >= 6 THEN greatest(1, least(of_all, CASE WHEN direction < 0
    THEN floor(of_all / 2.0 - 0.98 * sqrt(of_all * 1.0)) ELSE ceil(of_all / 2.0 + 1 + 0.98 * sqrt(of_all * 1.0)) END))::integer END
$$;
COMMENT ON FUNCTION app.median_rank(bigint, integer) IS 'Rank of the lower (-1) or upper (1) end of the 95 % interval of a median, from order statistics.';

CREATE VIEW app.valuation_track_record AS
  SELECT grouped.dimension, grouped.value, way, count(*) AS deals,
    round(percentile_disc(0.5) WITHIN GROUP (ORDER BY error), 6) AS median_error,
    round((array_agg(error ORDER BY error))[app.median_rank(count(*), -1)], 6) AS median_error_low,
    round((array_agg(error ORDER BY error))[app.median_rank(count(*), 1)], 6) AS median_error_high,
    round(avg((error <= 0.1)::integer), 6) AS within_10,
    round(avg((error <= 0.2)::integer), 6) AS within_20,
    app.share_bound(count(*) FILTER (WHERE error <= 0.2), count(*), -1) AS within_20_low,
    app.share_bound(count(*) FILTER (WHERE error <= 0.2), count(*), 1) AS within_20_high,
    round(avg((error <= 0.3)::integer), 6) AS within_30,
    round(percentile_disc(0.5) WITHIN GROUP (ORDER BY bias), 6) AS median_bias,
    count(*) FILTER (WHERE is_inside) AS inside,
    round(avg(is_inside::integer), 6) AS coverage,
    app.share_bound(count(*) FILTER (WHERE is_inside), count(is_inside), -1) AS coverage_low,
    app.share_bound(count(*) FILTER (WHERE is_inside), count(is_inside), 1) AS coverage_high,
    round(percentile_disc(0.5) WITHIN GROUP (ORDER BY width), 6) AS median_width
  FROM app.estimate_score
  CROSS JOIN LATERAL (VALUES ('all', NULL), ('category', category), ('grade', grade), ('horizon', horizon))
    AS grouped (dimension, value)
  GROUP BY grouped.dimension, grouped.value, way;
COMMENT ON VIEW app.valuation_track_record IS 'How far blind estimates, asking prices and rules of thumb were off on the same deals: overall, and by category, grade and horizon.';
COMMENT ON COLUMN app.valuation_track_record.dimension IS 'all, category, grade or horizon.';
COMMENT ON COLUMN app.valuation_track_record.value IS 'Which of them; null for all.';
COMMENT ON COLUMN app.valuation_track_record.way IS 'estimate; asking price; or the name of a rule of thumb.';
COMMENT ON COLUMN app.valuation_track_record.deals IS 'Deals on which this way had an answer.';
COMMENT ON COLUMN app.valuation_track_record.median_error IS 'Median of the distance of said over sold from 1.';
COMMENT ON COLUMN app.valuation_track_record.median_error_low IS 'Lower end of its 95 % interval; null of fewer than six deals.';
COMMENT ON COLUMN app.valuation_track_record.median_error_high IS 'Upper end of its 95 % interval; null of fewer than six deals.';
COMMENT ON COLUMN app.valuation_track_record.within_10 IS 'Share of deals at most 10 % off.';
COMMENT ON COLUMN app.valuation_track_record.within_20 IS 'Share of deals at most 20 % off.';
COMMENT ON COLUMN app.valuation_track_record.within_20_low IS 'Lower end of its 95 % interval.';
COMMENT ON COLUMN app.valuation_track_record.within_20_high IS 'Upper end of its 95 % interval.';
COMMENT ON COLUMN app.valuation_track_record.within_30 IS 'Share of deals at most 30 % off.';
COMMENT ON COLUMN app.valuation_track_record.median_bias IS 'Median of said over sold, less 1: below 0 is too low.';
COMMENT ON COLUMN app.valuation_track_record.inside IS 'Deals whose price lay in the range; 0 for ways without one.';
COMMENT ON COLUMN app.valuation_track_record.coverage IS 'Share of them; 0.8 was promised. Null for ways without a range.';
COMMENT ON COLUMN app.valuation_track_record.coverage_low IS 'Lower end of its 95 % interval.';
COMMENT ON COLUMN app.valuation_track_record.coverage_high IS 'Upper end of its 95 % interval.';
COMMENT ON COLUMN app.valuation_track_record.median_width IS 'Median of high over low.';

GRANT SELECT ON app.estimate_day, app.estimate_outcome, app.estimate_score, app.valuation_track_record
  TO valyra_api, valyra_worker;
GRANT UPDATE (anchor_state, anchor_tx_hash, anchor_block) ON app.estimate_day TO valyra_worker;
GRANT INSERT ON app.estimate_outcome TO valyra_worker;
