-- Writes that were sent with an Idempotency-Key, and what they were answered.

CREATE TABLE app.idempotent_write (
  key_hash bytea PRIMARY KEY,
  account_id uuid REFERENCES app.account ON DELETE CASCADE,
  request_hash bytea NOT NULL,
  claim uuid NOT NULL,
  leased_until timestamptz NOT NULL,
  answer bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  CONSTRAINT idempotent_write_hashes CHECK (octet_length(key_hash) = 32 AND octet_length(request_hash) = 32),
  CONSTRAINT idempotent_write_answer CHECK (octet_length(answer) <= 262144)
);
CREATE INDEX idempotent_write_by_expiry ON app.idempotent_write (expires_at);
CREATE INDEX idempotent_write_by_account ON app.idempotent_write (account_id);
COMMENT ON TABLE app.idempotent_write IS 'Writes with an Idempotency-Key of the last 24 hours, so that a repeated one has one effect.';
COMMENT ON COLUMN app.idempotent_write.key_hash IS 'SHA-256 of account, method, path and the key that the client chose.';
COMMENT ON COLUMN app.idempotent_write.account_id IS 'Who sent it; null for somebody without credentials.';
COMMENT ON COLUMN app.idempotent_write.request_hash IS 'SHA-256 of query, content type and body: the same key with another one is a mistake.';
COMMENT ON COLUMN app.idempotent_write.claim IS 'Names the request that works on it; another one takes it over when the lease is over.';
COMMENT ON COLUMN app.idempotent_write.leased_until IS 'Until when it counts as being worked on.';
COMMENT ON COLUMN app.idempotent_write.answer IS 'The answer, sealed with the key of the client, which is stored nowhere; null while there is none.';
COMMENT ON COLUMN app.idempotent_write.created_at IS 'When it was first sent.';
COMMENT ON COLUMN app.idempotent_write.expires_at IS 'When the key may be used for something else.';

CREATE FUNCTION app.purge_idempotent_writes() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  DELETE FROM app.idempotent_write WHERE key_hash IN (
    SELECT key_hash FROM app.idempotent_write WHERE expires_at < now() LIMIT 1000 FOR UPDATE SKIP LOCKED)
$$;
COMMENT ON FUNCTION app.purge_idempotent_writes() IS 'Removes writes whose 24 hours are over.';

ALTER TABLE app.idempotent_write ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_writes ON app.idempotent_write TO valyra_api
  USING (account_id IS NOT DISTINCT FROM app.caller_account());
CREATE POLICY purge ON app.idempotent_write TO valyra_owner USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON app.idempotent_write TO valyra_api;
REVOKE EXECUTE ON FUNCTION app.purge_idempotent_writes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.purge_idempotent_writes() TO valyra_api;

-- Counters of rate limits, where there is no Redis. Written by rate-limiter-flexible, whose numbers are
-- JavaScript's: milliseconds since 1970 fit a double exactly.
CREATE TABLE app.rate_limit (
  key text PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  -- money: allow, a moment in milliseconds that JavaScript has computed, no amount
  expire double precision
);
CREATE INDEX rate_limit_by_expiry ON app.rate_limit (expire);
COMMENT ON TABLE app.rate_limit IS 'How often something was done in the window that runs, by policy and by a hash of whoever did it.';
COMMENT ON COLUMN app.rate_limit.key IS 'Policy, and SHA-256 of the account, key or address that is counted.';
COMMENT ON COLUMN app.rate_limit.points IS 'Times in this window.';
COMMENT ON COLUMN app.rate_limit.expire IS 'End of the window, milliseconds since 1970.';
ALTER TABLE app.rate_limit ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY counters ON app.rate_limit TO valyra_api USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON app.rate_limit TO valyra_api;
