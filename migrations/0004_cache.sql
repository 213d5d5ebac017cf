-- What may be forgotten at any time: the cache of installations without Redis.

-- Unlogged: it costs no write-ahead log and is empty after a crash, which is all that a cache owes.
CREATE UNLOGGED TABLE app.cache_entry (
  key text PRIMARY KEY CHECK (length(key) <= 512),
  value text NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX cache_entry_expires_at ON app.cache_entry (expires_at);
COMMENT ON TABLE app.cache_entry IS 'Values that can be found again; nothing breaks when they vanish.';
COMMENT ON COLUMN app.cache_entry.key IS 'Name with the version of its format, made by core/cache/keys.ts.';
COMMENT ON COLUMN app.cache_entry.value IS 'JSON in which integers beyond 53 bits are marked as text, or a counter in digits.';
COMMENT ON COLUMN app.cache_entry.expires_at IS 'From then on the entry counts as absent; it is removed some time later.';

GRANT SELECT, INSERT, UPDATE, DELETE ON app.cache_entry TO valyra_api, valyra_worker;
