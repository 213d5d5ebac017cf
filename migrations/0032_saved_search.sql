-- What people follow: questions that they ask again and again, and single listings; with mails that
-- can wait for one digest a day. And the one page of the service that a browser opens by itself.

CREATE TABLE app.saved_search (
  search_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES app.account ON DELETE CASCADE,
  name text NOT NULL,
  words text[] NOT NULL DEFAULT '{}',
  categories text[] NOT NULL DEFAULT '{}',
  availabilities text[] NOT NULL DEFAULT '{}',
  seller text,
  marketplace text,
  token text,
  min_price_units numeric(78,0),
  max_price_units numeric(78,0),
  is_build_verified boolean,
  has_alert boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT saved_search_name CHECK (length(name) BETWEEN 1 AND 80),
  CONSTRAINT saved_search_lists CHECK (cardinality(words) <= 8 AND cardinality(categories) <= 20 AND cardinality(availabilities) <= 10),
  CONSTRAINT saved_search_seller CHECK (seller ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT saved_search_marketplace CHECK (marketplace ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT saved_search_token CHECK (token ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT saved_search_prices CHECK (min_price_units >= 0 AND max_price_units >= coalesce(min_price_units, 0))
);
CREATE INDEX saved_search_by_account ON app.saved_search (account_id, created_at DESC);
CREATE TRIGGER saved_search_updated_at BEFORE UPDATE ON app.saved_search
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
COMMENT ON TABLE app.saved_search IS 'Questions about listings that their owners are told new answers to.';
COMMENT ON COLUMN app.saved_search.search_id IS 'Random.';
COMMENT ON COLUMN app.saved_search.account_id IS 'Whose it is.';
COMMENT ON COLUMN app.saved_search.name IS 'What its owner calls it.';
COMMENT ON COLUMN app.saved_search.words IS 'Folded words, each of which a listing must have, whole or as a beginning; none asks for none.';
COMMENT ON COLUMN app.saved_search.categories IS 'Kinds of business, one of which a listing must be; none means any.';
COMMENT ON COLUMN app.saved_search.availabilities IS 'Whether it can be bought, one of these; none means any.';
COMMENT ON COLUMN app.saved_search.seller IS 'Only listings of this seller; null for all.';
COMMENT ON COLUMN app.saved_search.marketplace IS 'Only listings of this marketplace; null for all.';
COMMENT ON COLUMN app.saved_search.token IS 'Only listings in this payment token; null for all.';
COMMENT ON COLUMN app.saved_search.min_price_units IS 'Lowest asking price, base units of the payment token; null for none.';
COMMENT ON COLUMN app.saved_search.max_price_units IS 'Highest asking price, base units of the payment token; null for none.';
COMMENT ON COLUMN app.saved_search.is_build_verified IS 'Whether the agent must have confirmed the build id; null for either.';
COMMENT ON COLUMN app.saved_search.has_alert IS 'Whether its owner has a mail for each listing that matches first.';
COMMENT ON COLUMN app.saved_search.created_at IS 'When it was made.';
COMMENT ON COLUMN app.saved_search.updated_at IS 'When it last changed.';

CREATE TABLE app.saved_search_match (
  search_id uuid NOT NULL REFERENCES app.saved_search ON DELETE CASCADE,
  listing_key text NOT NULL,
  sequence bigint NOT NULL,
  why jsonb NOT NULL,
  matched_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (search_id, listing_key)
);
CREATE INDEX saved_search_match_by_sequence ON app.saved_search_match (sequence);
COMMENT ON TABLE app.saved_search_match IS 'Listings that a saved search has found; each is told of once.';
COMMENT ON COLUMN app.saved_search_match.search_id IS 'Search that has found it.';
COMMENT ON COLUMN app.saved_search_match.listing_key IS 'Public id of the listing.';
COMMENT ON COLUMN app.saved_search_match.sequence IS 'Journal entry upon which it matched.';
COMMENT ON COLUMN app.saved_search_match.why IS 'What made it match, one sentence each.';
COMMENT ON COLUMN app.saved_search_match.matched_at IS 'When that was seen.';

CREATE TABLE app.watched_listing (
  account_id uuid NOT NULL REFERENCES app.account ON DELETE CASCADE,
  listing_key text NOT NULL,
  note text NOT NULL DEFAULT '',
  has_alert boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, listing_key),
  CONSTRAINT watched_listing_key CHECK (listing_key ~ '^\d+-0x[0-9a-f]{40}-\d+$'),
  CONSTRAINT watched_listing_note CHECK (length(note) <= 200)
);
CREATE INDEX watched_listing_by_key ON app.watched_listing (listing_key) WHERE has_alert;
COMMENT ON TABLE app.watched_listing IS 'Listings that somebody keeps an eye on.';
COMMENT ON COLUMN app.watched_listing.account_id IS 'Who watches it.';
COMMENT ON COLUMN app.watched_listing.listing_key IS 'Public id of the listing.';
COMMENT ON COLUMN app.watched_listing.note IS 'A note of whoever watches it.';
COMMENT ON COLUMN app.watched_listing.has_alert IS 'Whether events of the listing are told by mail.';
COMMENT ON COLUMN app.watched_listing.created_at IS 'Since when.';

ALTER TABLE app.webhook_endpoint ADD COLUMN saved_search_id uuid REFERENCES app.saved_search;
COMMENT ON COLUMN app.webhook_endpoint.saved_search_id IS 'Only entries of listings that this saved search finds; null for all. A search in use is not deleted.';
CREATE INDEX webhook_endpoint_by_search ON app.webhook_endpoint (saved_search_id) WHERE saved_search_id IS NOT NULL;

ALTER TABLE app.mail DROP CONSTRAINT mail_state,
  ADD CONSTRAINT mail_state CHECK (state IN ('queued', 'sent', 'cancelled', 'skipped', 'collected', 'digested'));
CREATE INDEX mail_collected ON app.mail (account_id, created_at) WHERE state = 'collected';
COMMENT ON COLUMN app.mail.state IS 'queued; sent: handed to the transport; cancelled: no longer true; skipped: the account has no address or does not want it; collected: waits for the digest of the day; digested: was part of one.';
ALTER TABLE app.mail_preference
  ADD COLUMN wants_searches boolean NOT NULL DEFAULT true,
  ADD COLUMN digest text NOT NULL DEFAULT 'none',
  ADD CONSTRAINT mail_preference_digest CHECK (digest IN ('none', 'daily'));
COMMENT ON COLUMN app.mail_preference.wants_searches IS 'Mails about listings that a saved search has found.';
COMMENT ON COLUMN app.mail_preference.digest IS 'none: each mail when it happens; daily: events and finds of a day in one. Deadlines never wait.';
GRANT UPDATE (wants_searches, digest) ON app.mail_preference TO valyra_api;

CREATE OR REPLACE FUNCTION app.end_mails(token uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  WITH ended AS (
    UPDATE app.mail_preference
    SET wants_events = false, wants_deadlines = false, wants_searches = false, updated_at = now()
    WHERE unsubscribe_token = token RETURNING 1
  )
  SELECT EXISTS (SELECT FROM ended)
$$;

ALTER TABLE app.saved_search ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.saved_search_match ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.watched_listing ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_searches ON app.saved_search TO valyra_api
  USING (account_id = app.caller_account()) WITH CHECK (account_id = app.caller_account());
CREATE POLICY own_matches ON app.saved_search_match FOR SELECT TO valyra_api
  USING (EXISTS (SELECT FROM app.saved_search AS mine WHERE mine.search_id = saved_search_match.search_id));
CREATE POLICY own_watched ON app.watched_listing TO valyra_api
  USING (account_id = app.caller_account()) WITH CHECK (account_id = app.caller_account());
CREATE POLICY all_searches ON app.saved_search FOR SELECT TO valyra_worker USING (true);
CREATE POLICY all_matches ON app.saved_search_match TO valyra_worker USING (true);
CREATE POLICY all_watched ON app.watched_listing FOR SELECT TO valyra_worker USING (true);
-- References are checked as the owner.
CREATE POLICY searches_of_references ON app.saved_search FOR SELECT TO valyra_owner USING (true);

GRANT SELECT, INSERT, DELETE ON app.saved_search, app.watched_listing TO valyra_api;
GRANT UPDATE (name, words, categories, availabilities, seller, marketplace, token, min_price_units,
  max_price_units, is_build_verified, has_alert) ON app.saved_search TO valyra_api;
GRANT UPDATE (note, has_alert) ON app.watched_listing TO valyra_api;
GRANT SELECT ON app.saved_search_match TO valyra_api;
GRANT UPDATE (saved_search_id) ON app.webhook_endpoint TO valyra_api;
GRANT SELECT ON app.saved_search, app.watched_listing TO valyra_worker;
GRANT SELECT, INSERT, DELETE ON app.saved_search_match TO valyra_worker;

-- A browser sends no token by itself, so an administrator opens the page of queues by a link that is
-- good once. What it opens is read only.
CREATE TABLE app.queue_page_visit (
  link_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES app.account ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  visit_hash bytea UNIQUE,
  opened_at timestamptz,
  CONSTRAINT queue_page_visit_opened CHECK ((visit_hash IS NULL) = (opened_at IS NULL))
);
COMMENT ON TABLE app.queue_page_visit IS 'Links with which administrators open the page of queues, each good once within a minute; a visit lasts an hour.';
COMMENT ON COLUMN app.queue_page_visit.link_hash IS 'SHA-256 of the secret in the link.';
COMMENT ON COLUMN app.queue_page_visit.account_id IS 'Administrator who asked for it.';
COMMENT ON COLUMN app.queue_page_visit.created_at IS 'When that was.';
COMMENT ON COLUMN app.queue_page_visit.visit_hash IS 'SHA-256 of the secret in the cookie; null before it is opened.';
COMMENT ON COLUMN app.queue_page_visit.opened_at IS 'When it was opened; null before.';
ALTER TABLE app.queue_page_visit ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY links_of_admins ON app.queue_page_visit FOR INSERT TO valyra_api
  WITH CHECK (account_id = app.caller_account() AND app.caller_has_role('admin') AND visit_hash IS NULL);
CREATE POLICY visits_of_functions ON app.queue_page_visit TO valyra_owner USING (true);
GRANT INSERT (link_hash, account_id) ON app.queue_page_visit TO valyra_api;

CREATE FUNCTION app.open_queue_page(link bytea, visit bytea) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  WITH old AS (
    DELETE FROM app.queue_page_visit WHERE created_at < now() - interval '2 hours'
  ), opened AS (
    UPDATE app.queue_page_visit SET visit_hash = visit, opened_at = now()
    WHERE link_hash = link AND opened_at IS NULL AND created_at > now() - interval '1 minute'
    RETURNING 1
  )
  SELECT EXISTS (SELECT FROM opened)
$$;
COMMENT ON FUNCTION app.open_queue_page(bytea, bytea) IS 'Opens a link once; false for one that is not good any more.';
CREATE FUNCTION app.queue_page_account(visit bytea) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT page.account_id FROM app.queue_page_visit AS page
  JOIN app.account_role AS held ON held.account_id = page.account_id AND held.role = 'admin'
  JOIN app.account ON account.account_id = page.account_id AND account.banned_at IS NULL
  WHERE page.visit_hash = visit AND page.opened_at > now() - interval '1 hour'
$$;
COMMENT ON FUNCTION app.queue_page_account(bytea) IS 'Administrator whose visit goes on; null for a visit that is over, or of one who administers no more.';
REVOKE ALL ON FUNCTION app.open_queue_page(bytea, bytea), app.queue_page_account(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_queue_page(bytea, bytea), app.queue_page_account(bytea) TO valyra_api;
