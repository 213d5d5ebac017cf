-- What businesses are worth: one row for each time that one is valued, what reviewers decide, and what
-- models of language may cost.

CREATE TABLE app.valuation (
  valuation_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  chain_id integer,
  contract text,
  listing_id numeric(78,0),
  account_id uuid REFERENCES app.account ON DELETE SET NULL,
  organisation_id uuid,
  cause text NOT NULL,
  cause_key text NOT NULL UNIQUE,
  state text NOT NULL DEFAULT 'queued',
  input jsonb NOT NULL DEFAULT '{}',
  input_hash text,
  comparables jsonb,
  deals_hash text,
  category text,
  grade text,
  method text,
  currency text,
  decimals smallint,
  low_units numeric(78,0),
  mid_units numeric(78,0),
  high_units numeric(78,0),
  confidence smallint,
  estimate jsonb,
  memo jsonb,
  engine_version text,
  model text,
  prompt_version text,
  block_number bigint,
  block_hash text,
  reasons jsonb NOT NULL DEFAULT '[]',
  made_at timestamptz,
  published_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT valuation_listing CHECK (num_nulls(chain_id, contract, listing_id) IN (0, 3)),
  CONSTRAINT valuation_contract CHECK (contract ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT valuation_cause CHECK (cause IN ('listing', 'metadata', 'offer', 'close', 'request', 'analyze', 'drift', 'review')),
  CONSTRAINT valuation_analyze CHECK ((cause = 'analyze') = (listing_id IS NULL)),
  CONSTRAINT valuation_state CHECK (state IN ('queued', 'running', 'published', 'published_marked', 'escalated', 'refused', 'withheld', 'failed')),
  CONSTRAINT valuation_grade CHECK (grade IN ('attested', 'computed', 'claimed')),
  CONSTRAINT valuation_method CHECK (method IN ('statistical', 'assisted')),
  CONSTRAINT valuation_confidence CHECK (confidence BETWEEN 0 AND 100),
  CONSTRAINT valuation_range CHECK (low_units > 0 AND low_units <= mid_units AND mid_units <= high_units),
  CONSTRAINT valuation_estimate CHECK (estimate IS NULL OR num_nulls(low_units, mid_units, high_units, currency,
    decimals, confidence, category, grade, method, input_hash, deals_hash, engine_version, block_number, block_hash,
    made_at) = 0),
  CONSTRAINT valuation_shown CHECK (state NOT IN ('published', 'published_marked')
    OR (estimate IS NOT NULL AND published_at IS NOT NULL)),
  CONSTRAINT valuation_end CHECK ((state IN ('queued', 'running')) = (finished_at IS NULL)),
  CONSTRAINT valuation_size CHECK (length(cause_key) <= 200 AND octet_length(input::text) <= 32768
    AND octet_length(comparables::text) <= 32768 AND octet_length(estimate::text) <= 65536
    AND octet_length(memo::text) <= 16384 AND octet_length(reasons::text) <= 8192)
);
CREATE INDEX valuation_by_listing ON app.valuation (chain_id, contract, listing_id, published_at DESC, valuation_id DESC)
  WHERE published_at IS NOT NULL;
CREATE INDEX valuation_of_listing ON app.valuation (chain_id, contract, listing_id, created_at DESC)
  WHERE listing_id IS NOT NULL;
CREATE INDEX valuation_by_account ON app.valuation (account_id, created_at DESC, valuation_id DESC)
  WHERE account_id IS NOT NULL;
-- One that waits is enough for a listing: it will see whatever has happened by the time it begins.
CREATE UNIQUE INDEX valuation_waiting ON app.valuation (chain_id, contract, listing_id)
  WHERE state = 'queued' AND account_id IS NULL;
CREATE TRIGGER valuation_updated_at BEFORE UPDATE ON app.valuation
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
COMMENT ON TABLE app.valuation IS 'Estimates of what businesses are worth, one row for each time that one was asked for; opinions, never facts of the chain.';
COMMENT ON COLUMN app.valuation.valuation_id IS 'Random public id.';
COMMENT ON COLUMN app.valuation.chain_id IS 'EIP-155 chain id; null with the next two for a business that is not listed.';
COMMENT ON COLUMN app.valuation.contract IS 'Marketplace that holds the listing, in lower case.';
COMMENT ON COLUMN app.valuation.listing_id IS 'Id given by the marketplace.';
COMMENT ON COLUMN app.valuation.account_id IS 'Who asked; null for the service itself and once the account is deleted.';
COMMENT ON COLUMN app.valuation.organisation_id IS 'Organisation of the key that asked; null for the account alone.';
COMMENT ON COLUMN app.valuation.cause IS 'Why: listing, metadata, offer, close, request, analyze, drift or review.';
COMMENT ON COLUMN app.valuation.cause_key IS 'What exactly it was caused by; the same cause never makes a second row.';
COMMENT ON COLUMN app.valuation.state IS 'queued; running; published; published_marked: of middling confidence, or by a reviewer; escalated: a reviewer must look; refused: the figures allow no estimate; withheld: by a reviewer; failed.';
COMMENT ON COLUMN app.valuation.input IS 'Figures with their evidence as the engine reads them; never the asking price.';
COMMENT ON COLUMN app.valuation.input_hash IS 'SHA-256 of the canonical spelling of the input (RFC 8785).';
COMMENT ON COLUMN app.valuation.comparables IS 'Which deals there were to learn from, by number and kind; null before that stage.';
COMMENT ON COLUMN app.valuation.deals_hash IS 'SHA-256 of the deals that the engine had learned from.';
COMMENT ON COLUMN app.valuation.category IS 'Kind of business that it was valued as.';
COMMENT ON COLUMN app.valuation.grade IS 'Weakest evidence of the figures that the size rests on: attested, computed or claimed.';
COMMENT ON COLUMN app.valuation.method IS 'statistical: by the engine alone; assisted: a model of language has read the text.';
COMMENT ON COLUMN app.valuation.currency IS 'Symbol of the token, or code of the currency, that the range is in.';
COMMENT ON COLUMN app.valuation.decimals IS 'Decimals of that currency.';
COMMENT ON COLUMN app.valuation.low_units IS 'Lower end of the range, base units.';
COMMENT ON COLUMN app.valuation.mid_units IS 'Middle of the range, base units.';
COMMENT ON COLUMN app.valuation.high_units IS 'Upper end of the range, base units.';
COMMENT ON COLUMN app.valuation.confidence IS '0 to 100: how well founded the estimate is; no hit rate.';
COMMENT ON COLUMN app.valuation.estimate IS 'What explains the estimate: factors of confidence, comparables, contributions, advice, guardrails and warnings.';
COMMENT ON COLUMN app.valuation.memo IS 'The estimate in words, and what a model of language has read; its text is untrusted.';
COMMENT ON COLUMN app.valuation.engine_version IS 'Version of the engine that made the estimate.';
COMMENT ON COLUMN app.valuation.model IS 'Model of language that has read the text; null where none has.';
COMMENT ON COLUMN app.valuation.prompt_version IS 'Version of the question that it was asked; null where none was.';
COMMENT ON COLUMN app.valuation.block_number IS 'Last indexed block when the input was taken in.';
COMMENT ON COLUMN app.valuation.block_hash IS 'Hash of that block.';
COMMENT ON COLUMN app.valuation.reasons IS 'Why there is no estimate, or why a reviewer must look: codes with words.';
COMMENT ON COLUMN app.valuation.made_at IS 'Moment that the estimate is for.';
COMMENT ON COLUMN app.valuation.published_at IS 'When it was shown; null while it is not.';
COMMENT ON COLUMN app.valuation.finished_at IS 'When the pipeline ended, or a reviewer decided.';
COMMENT ON COLUMN app.valuation.created_at IS 'When it was asked for.';
COMMENT ON COLUMN app.valuation.updated_at IS 'When the row last changed.';

-- What was shown is never changed, and what has ended begins no more.
CREATE FUNCTION app.guard_valuation() RETURNS trigger
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF OLD.state IN ('published', 'published_marked') AND
    (to_jsonb(NEW) - ARRAY['account_id', 'organisation_id', 'updated_at'])
      IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['account_id', 'organisation_id', 'updated_at'])
  THEN
    RAISE EXCEPTION 'a published estimate is never changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.state <> OLD.state AND NOT (
    (OLD.state = 'queued' AND NEW.state <> 'withheld')
    OR (OLD.state = 'running' AND NEW.state NOT IN ('queued', 'withheld'))
    OR (OLD.state = 'escalated' AND NEW.state IN ('published_marked', 'withheld')))
  THEN
    RAISE EXCEPTION 'a valuation cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.guard_valuation() IS 'Keeps published estimates as they were, and states in their order.';
CREATE TRIGGER valuation_guard BEFORE UPDATE ON app.valuation
  FOR EACH ROW EXECUTE FUNCTION app.guard_valuation();

-- Part of the mark by which shared answers know their state (core/db/position.ts), apart from the count
-- of profiles, on which statistics rest.
ALTER TABLE app.listing_profile_revision ADD COLUMN valuation_revision bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN app.listing_profile_revision.valuation_revision IS 'Raised by every estimate of a listing that is published.';
CREATE FUNCTION app.note_listing_valuation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE app.listing_profile_revision SET valuation_revision = valuation_revision + 1;
  PERFORM pg_notify('valyra_listing_profile', '');
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.note_listing_valuation() IS 'Ends answers that were shared before an estimate was published.';
CREATE TRIGGER valuation_published AFTER UPDATE OF state ON app.valuation
  FOR EACH ROW WHEN (NEW.listing_id IS NOT NULL AND NEW.state IN ('published', 'published_marked')
    AND OLD.state <> NEW.state)
  EXECUTE FUNCTION app.note_listing_valuation();

-- Asked for by the service itself: of those that still wait for a listing there is one.
CREATE FUNCTION app.open_valuation(
  wanted_chain integer, wanted_contract text, wanted_listing numeric(78,0), wanted_cause text, wanted_key text
) RETURNS TABLE (valuation_id uuid, is_new boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  made uuid;
BEGIN
  INSERT INTO app.valuation AS new (chain_id, contract, listing_id, cause, cause_key)
  VALUES (wanted_chain, wanted_contract, wanted_listing, wanted_cause, wanted_key)
  ON CONFLICT DO NOTHING RETURNING new.valuation_id INTO made;
  IF made IS NOT NULL THEN
    RETURN QUERY SELECT made, true;
  ELSE
    RETURN QUERY SELECT old.valuation_id, false FROM app.valuation AS old
      WHERE old.cause_key = wanted_key OR (old.state = 'queued' AND old.account_id IS NULL
        AND old.chain_id = wanted_chain AND old.contract = wanted_contract AND old.listing_id = wanted_listing)
      LIMIT 1;
  END IF;
END $$;
COMMENT ON FUNCTION app.open_valuation IS 'Opens a valuation of a listing unless its cause has one, or one still waits, and returns the one there is.';
REVOKE ALL ON FUNCTION app.open_valuation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_valuation TO valyra_api, valyra_worker;

CREATE TABLE app.valuation_review (
  valuation_id uuid PRIMARY KEY REFERENCES app.valuation ON DELETE CASCADE,
  claimed_by uuid REFERENCES app.account ON DELETE SET NULL,
  claimed_until timestamptz,
  decided_by uuid REFERENCES app.account ON DELETE SET NULL,
  decision text,
  decision_reason text,
  decided_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT valuation_review_decision CHECK (decision IN ('publish', 'withhold', 'repeat')),
  CONSTRAINT valuation_review_decided CHECK (num_nulls(decision, decision_reason, decided_at) IN (0, 3)),
  CONSTRAINT valuation_review_reason CHECK (length(decision_reason) BETWEEN 1 AND 2000)
);
CREATE INDEX valuation_review_queue ON app.valuation_review (created_at, valuation_id) WHERE decided_at IS NULL;
CREATE TRIGGER valuation_review_updated_at BEFORE UPDATE ON app.valuation_review
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
COMMENT ON TABLE app.valuation_review IS 'Valuations that a reviewer must look at, and what was decided.';
COMMENT ON COLUMN app.valuation_review.valuation_id IS 'Valuation that is looked at.';
COMMENT ON COLUMN app.valuation_review.claimed_by IS 'Reviewer who looks at it now; null for nobody.';
COMMENT ON COLUMN app.valuation_review.claimed_until IS 'From then on another reviewer may take it.';
COMMENT ON COLUMN app.valuation_review.decided_by IS 'Reviewer who has decided.';
COMMENT ON COLUMN app.valuation_review.decision IS 'publish: with a mark; withhold: no estimate is shown; repeat: another valuation was asked for.';
COMMENT ON COLUMN app.valuation_review.decision_reason IS 'Why, in the words of the reviewer.';
COMMENT ON COLUMN app.valuation_review.decided_at IS 'When it was decided; null before.';
COMMENT ON COLUMN app.valuation_review.created_at IS 'When it was escalated.';
COMMENT ON COLUMN app.valuation_review.updated_at IS 'When the row last changed.';

-- Booked before a model is asked, settled after: what was booked counts until it is known to have been less.
CREATE TABLE app.valuation_budget (
  day date NOT NULL,
  scope text NOT NULL,
  tokens bigint NOT NULL DEFAULT 0,
  cost_microdollars bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (day, scope),
  CONSTRAINT valuation_budget_amounts CHECK (tokens >= 0 AND cost_microdollars >= 0),
  CONSTRAINT valuation_budget_scope CHECK (length(scope) BETWEEN 1 AND 200)
);
COMMENT ON TABLE app.valuation_budget IS 'What models of language have cost or may still cost, by day: the sum of the bookings.';
COMMENT ON COLUMN app.valuation_budget.day IS 'Day in UTC.';
COMMENT ON COLUMN app.valuation_budget.scope IS 'all for everything together; otherwise the listing, or the account for a business that is not listed.';
COMMENT ON COLUMN app.valuation_budget.tokens IS 'Tokens booked and used.';
COMMENT ON COLUMN app.valuation_budget.cost_microdollars IS 'The same as money, millionths of a US dollar.';

CREATE TABLE app.valuation_booking (
  booking_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  day date NOT NULL,
  scope text NOT NULL,
  valuation_id uuid REFERENCES app.valuation ON DELETE SET NULL,
  booked_tokens bigint NOT NULL,
  booked_microdollars bigint NOT NULL,
  used_tokens bigint,
  used_microdollars bigint,
  created_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz,
  CONSTRAINT valuation_booking_booked CHECK (booked_tokens >= 0 AND booked_microdollars >= 0),
  CONSTRAINT valuation_booking_used CHECK (used_tokens >= 0 AND used_microdollars >= 0),
  CONSTRAINT valuation_booking_settled CHECK (num_nulls(used_tokens, used_microdollars, settled_at) IN (0, 3))
);
CREATE INDEX valuation_booking_by_day ON app.valuation_booking (day, scope);
COMMENT ON TABLE app.valuation_booking IS 'Questions to models of language: what they could cost at most, and what they did.';
COMMENT ON COLUMN app.valuation_booking.booking_id IS 'Random.';
COMMENT ON COLUMN app.valuation_booking.day IS 'Day in UTC on which it was booked.';
COMMENT ON COLUMN app.valuation_booking.scope IS 'Listing or account whose budget it counts in, beside that of all.';
COMMENT ON COLUMN app.valuation_booking.valuation_id IS 'Valuation that it was for; null once that was deleted.';
COMMENT ON COLUMN app.valuation_booking.booked_tokens IS 'Most tokens that it could take.';
COMMENT ON COLUMN app.valuation_booking.booked_microdollars IS 'Most that it could cost, millionths of a US dollar.';
COMMENT ON COLUMN app.valuation_booking.used_tokens IS 'Tokens that it took; null while nobody knows, and then all that was booked counts.';
COMMENT ON COLUMN app.valuation_booking.used_microdollars IS 'What it cost; null while nobody knows.';
COMMENT ON COLUMN app.valuation_booking.created_at IS 'When it was booked.';
COMMENT ON COLUMN app.valuation_booking.settled_at IS 'When its cost was written down.';

-- Whoever books waits for whoever is booking: nothing is promised twice (check AI-3).
CREATE FUNCTION app.book_reading(
  wanted_scope text, wanted_valuation uuid, wanted_tokens bigint, wanted_microdollars bigint,
  most_of_scope bigint, most_of_all bigint, most_microdollars bigint
) RETURNS uuid
LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
  today date := (now() AT TIME ZONE 'UTC')::date;
  whole app.valuation_budget;
  part app.valuation_budget;
  made uuid;
BEGIN
  INSERT INTO app.valuation_budget (day, scope) VALUES (today, 'all'), (today, wanted_scope)
    ON CONFLICT DO NOTHING;
  SELECT * INTO whole FROM app.valuation_budget WHERE day = today AND scope = 'all' FOR UPDATE;
  SELECT * INTO part FROM app.valuation_budget WHERE day = today AND scope = wanted_scope FOR UPDATE;
  IF whole.tokens + wanted_tokens > most_of_all OR part.tokens + wanted_tokens > most_of_scope
    OR whole.cost_microdollars + wanted_microdollars > most_microdollars
  THEN
    RETURN NULL;
  END IF;
  UPDATE app.valuation_budget SET tokens = tokens + wanted_tokens,
    cost_microdollars = cost_microdollars + wanted_microdollars
  WHERE day = today AND scope IN ('all', wanted_scope);
  INSERT INTO app.valuation_booking AS new (day, scope, valuation_id, booked_tokens, booked_microdollars)
  VALUES (today, wanted_scope, wanted_valuation, wanted_tokens, wanted_microdollars)
  RETURNING new.booking_id INTO made;
  RETURN made;
END $$;
COMMENT ON FUNCTION app.book_reading(text, uuid, bigint, bigint, bigint, bigint, bigint) IS 'Books what a question may cost at most; null when that is more than is left of the day.';

CREATE FUNCTION app.settle_reading(booking uuid, took_tokens bigint, took_microdollars bigint) RETURNS boolean
LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
  settled app.valuation_booking;
BEGIN
  UPDATE app.valuation_booking SET used_tokens = took_tokens, used_microdollars = took_microdollars,
    settled_at = now()
  WHERE booking_id = booking AND settled_at IS NULL RETURNING * INTO settled;
  IF NOT FOUND THEN RETURN false; END IF;
  -- The whole first, as whoever books takes them.
  UPDATE app.valuation_budget SET tokens = tokens + took_tokens - settled.booked_tokens,
    cost_microdollars = cost_microdollars + took_microdollars - settled.booked_microdollars
  WHERE day = settled.day AND scope = 'all';
  UPDATE app.valuation_budget SET tokens = tokens + took_tokens - settled.booked_tokens,
    cost_microdollars = cost_microdollars + took_microdollars - settled.booked_microdollars
  WHERE day = settled.day AND scope = settled.scope;
  RETURN true;
END $$;
COMMENT ON FUNCTION app.settle_reading(uuid, bigint, bigint) IS 'Writes down what a question has cost, once; false when that was done before.';
REVOKE ALL ON FUNCTION app.book_reading(text, uuid, bigint, bigint, bigint, bigint, bigint),
  app.settle_reading(uuid, bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.book_reading(text, uuid, bigint, bigint, bigint, bigint, bigint),
  app.settle_reading(uuid, bigint, bigint) TO valyra_worker;

ALTER TABLE app.valuation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.valuation_review ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.valuation_budget ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.valuation_booking ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- Published estimates of listings are for everybody; all others for who asked and for reviewers.
CREATE POLICY published ON app.valuation FOR SELECT TO valyra_api
  USING (listing_id IS NOT NULL AND state IN ('published', 'published_marked'));
CREATE POLICY own_valuations ON app.valuation FOR SELECT TO valyra_api
  USING (account_id = app.caller_account() OR app.caller_has_role('reviewer') OR app.caller_has_role('admin'));
CREATE POLICY own_requests ON app.valuation FOR INSERT TO valyra_api
  WITH CHECK (account_id = app.caller_account() AND state = 'queued');
CREATE POLICY reviewers_decide ON app.valuation FOR UPDATE TO valyra_api
  USING (state = 'escalated' AND (app.caller_has_role('reviewer') OR app.caller_has_role('admin')))
  WITH CHECK (state IN ('published_marked', 'withheld'));
CREATE POLICY all_valuations ON app.valuation TO valyra_worker, valyra_owner USING (true);
CREATE POLICY reviewers ON app.valuation_review TO valyra_api
  USING (app.caller_has_role('reviewer') OR app.caller_has_role('admin'));
CREATE POLICY all_reviews ON app.valuation_review TO valyra_worker USING (true);
CREATE POLICY all_budgets ON app.valuation_budget TO valyra_worker USING (true);
CREATE POLICY all_bookings ON app.valuation_booking TO valyra_worker USING (true);

GRANT SELECT ON app.valuation TO valyra_api;
GRANT INSERT (valuation_id, chain_id, contract, listing_id, account_id, organisation_id, cause, cause_key, input) ON app.valuation TO valyra_api;
GRANT UPDATE (state, published_at, finished_at) ON app.valuation TO valyra_api;
GRANT SELECT ON app.valuation_review TO valyra_api;
GRANT UPDATE (claimed_by, claimed_until, decided_by, decision, decision_reason, decided_at) ON app.valuation_review TO valyra_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.valuation, app.valuation_review, app.valuation_budget, app.valuation_booking TO valyra_worker;
