-- Whether the sites of businesses that are for sale answer, and how long certificates and domains last
-- (domain B.10): every look, and how each site stands by all of them.

CREATE TABLE app.site_check (
  check_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain_id integer NOT NULL,
  contract text NOT NULL,
  listing_id numeric(78,0) NOT NULL,
  kind text NOT NULL,
  url text NOT NULL,
  verdict text NOT NULL,
  http_code integer,
  expires_at timestamptz,
  reason text,
  checked_at timestamptz NOT NULL,
  CONSTRAINT site_check_kind CHECK (kind IN ('uptime', 'tls', 'domain')),
  CONSTRAINT site_check_verdict CHECK (verdict IN ('pass', 'warn', 'fail', 'unknown')),
  CONSTRAINT site_check_reason CHECK (reason ~ '^[a-z_]{1,40}$' AND (reason IS NULL) = (verdict = 'pass')),
  CONSTRAINT site_check_contract CHECK (contract ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT site_check_url CHECK (length(url) <= 2048)
);
CREATE INDEX site_check_of_listing ON app.site_check (chain_id, contract, listing_id, check_id DESC);
CREATE INDEX site_check_age ON app.site_check (checked_at);
COMMENT ON TABLE app.site_check IS 'Looks at the sites of listings that are for sale, as they were; deleted after 90 days.';
COMMENT ON COLUMN app.site_check.check_id IS 'Grows with each look.';
COMMENT ON COLUMN app.site_check.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.site_check.contract IS 'Marketplace that holds the listing, in lower case.';
COMMENT ON COLUMN app.site_check.listing_id IS 'Id given by the marketplace.';
COMMENT ON COLUMN app.site_check.kind IS 'uptime: whether the address answers with 200; tls: end of its certificate; domain: end of its registration, by RDAP.';
COMMENT ON COLUMN app.site_check.url IS 'Address that was looked at: that of the newest signed document of the listing.';
COMMENT ON COLUMN app.site_check.verdict IS 'pass, warn, fail; unknown where the look could not say.';
COMMENT ON COLUMN app.site_check.http_code IS 'Status of the answer; null for none, and for other kinds.';
COMMENT ON COLUMN app.site_check.expires_at IS 'End of the certificate or of the registration; null where it was not learnt, and for uptime.';
COMMENT ON COLUMN app.site_check.reason IS 'One word for why it is not pass, such as timeout or expires_soon.';
COMMENT ON COLUMN app.site_check.checked_at IS 'When it was looked.';

CREATE TABLE app.site_state (
  chain_id integer NOT NULL,
  contract text NOT NULL,
  listing_id numeric(78,0) NOT NULL,
  kind text NOT NULL,
  url text NOT NULL,
  verdict text NOT NULL,
  http_code integer,
  expires_at timestamptz,
  reason text,
  is_failing boolean NOT NULL,
  failing_since timestamptz,
  checked_at timestamptz NOT NULL,
  next_at timestamptz NOT NULL,
  pause_cause text,
  PRIMARY KEY (chain_id, contract, listing_id, kind),
  CONSTRAINT site_state_kind CHECK (kind IN ('uptime', 'tls', 'domain')),
  CONSTRAINT site_state_verdict CHECK (verdict IN ('pass', 'warn', 'fail', 'unknown')),
  CONSTRAINT site_state_failing CHECK (NOT is_failing OR failing_since IS NOT NULL)
);
COMMENT ON TABLE app.site_state IS 'How the site of each listing that was for sale stands by all looks, and when to look again.';
COMMENT ON COLUMN app.site_state.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.site_state.contract IS 'Marketplace that holds the listing, in lower case.';
COMMENT ON COLUMN app.site_state.listing_id IS 'Id given by the marketplace.';
COMMENT ON COLUMN app.site_state.kind IS 'uptime, tls or domain, as in app.site_check.';
COMMENT ON COLUMN app.site_state.url IS 'Address of the last look; another one is looked at as a new site.';
COMMENT ON COLUMN app.site_state.verdict IS 'Of the last look.';
COMMENT ON COLUMN app.site_state.http_code IS 'Of the last look.';
COMMENT ON COLUMN app.site_state.expires_at IS 'Of the last look.';
COMMENT ON COLUMN app.site_state.reason IS 'Of the last look.';
COMMENT ON COLUMN app.site_state.is_failing IS 'Whether the failure counts; of uptime only after two looks in a row, minutes apart.';
COMMENT ON COLUMN app.site_state.failing_since IS 'First of the failed looks in a row that were watched without a gap; null while there is none.';
COMMENT ON COLUMN app.site_state.checked_at IS 'When it was last looked.';
COMMENT ON COLUMN app.site_state.next_at IS 'When to look again.';
COMMENT ON COLUMN app.site_state.pause_cause IS 'Cause in app.agent_action for which the listing was to be paused; null for none.';

-- Who was told that his site is down is told when it is back.
CREATE INDEX mail_of_site ON app.mail (cause) WHERE template = 'site';

GRANT SELECT, INSERT, DELETE ON app.site_check TO valyra_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.site_state TO valyra_worker;
GRANT SELECT ON app.site_check, app.site_state TO valyra_api;
