-- What was changed by whom, for good: rows are added in the transaction of the change, never altered,
-- and each carries the hash of the one before, so that a row that is removed or rewritten shows.

CREATE TABLE app.audit_head (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  last_sequence bigint NOT NULL,
  last_hash bytea NOT NULL
);
INSERT INTO app.audit_head VALUES (true, 0, decode(repeat('00', 32), 'hex'));
COMMENT ON TABLE app.audit_head IS 'End of the audit log, so that rows missing at its end show as well; one row.';
COMMENT ON COLUMN app.audit_head.is_only IS 'Keeps a second row out.';
COMMENT ON COLUMN app.audit_head.last_sequence IS 'Number of the newest entry; 0 before the first.';
COMMENT ON COLUMN app.audit_head.last_hash IS 'Hash of the newest entry; 32 zero bytes before the first.';

CREATE TABLE app.audit_entry (
  sequence bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id uuid,
  credential text,
  action text NOT NULL,
  entity text NOT NULL,
  entity_id text NOT NULL,
  before jsonb,
  after jsonb,
  request_id text,
  client text,
  user_agent text,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT audit_entry_actor_kind CHECK (actor_kind IN ('anonymous', 'account', 'system')),
  CONSTRAINT audit_entry_actor CHECK ((actor_kind = 'account') = (actor_id IS NOT NULL)),
  CONSTRAINT audit_entry_action CHECK (action ~ '^[a-z_]+\.[a-z_]+$'),
  CONSTRAINT audit_entry_size CHECK (
    length(entity) <= 64 AND length(entity_id) <= 200 AND length(client) <= 64
    AND length(user_agent) <= 200 AND length(before::text) <= 20000 AND length(after::text) <= 20000)
);
CREATE INDEX audit_entry_by_entity ON app.audit_entry (entity, entity_id, sequence);
CREATE INDEX audit_entry_by_actor ON app.audit_entry (actor_id, sequence);
COMMENT ON TABLE app.audit_entry IS 'Append-only record of every change of private data and of settings, chained by hashes.';
COMMENT ON COLUMN app.audit_entry.sequence IS 'Counts the entries from 1, without gaps.';
COMMENT ON COLUMN app.audit_entry.at IS 'When the change was made.';
COMMENT ON COLUMN app.audit_entry.actor_kind IS 'account; anonymous for somebody without credentials; system for the service itself.';
COMMENT ON COLUMN app.audit_entry.actor_id IS 'Account that made the change; a pseudonym once the account is deleted.';
COMMENT ON COLUMN app.audit_entry.credential IS 'How it said who it is: session, wallet or api_key, with the id that names it.';
COMMENT ON COLUMN app.audit_entry.action IS 'What was done, as thing.verb.';
COMMENT ON COLUMN app.audit_entry.entity IS 'Kind of thing that was changed.';
COMMENT ON COLUMN app.audit_entry.entity_id IS 'Which of them.';
COMMENT ON COLUMN app.audit_entry.before IS 'What was changed as it was; null for something new. Never a secret.';
COMMENT ON COLUMN app.audit_entry.after IS 'The same as it became; null for something deleted. Never a secret.';
COMMENT ON COLUMN app.audit_entry.request_id IS 'Request that made the change, as logs name it.';
COMMENT ON COLUMN app.audit_entry.client IS 'Address that the request came from, of IPv6 the /64.';
COMMENT ON COLUMN app.audit_entry.user_agent IS 'What the client called itself; untrusted text.';
COMMENT ON COLUMN app.audit_entry.previous_hash IS 'Hash of the entry before.';
COMMENT ON COLUMN app.audit_entry.hash IS 'SHA-256 of this entry and of the hash before it (app.audit_hash).';

CREATE FUNCTION app.audit_hash(entry app.audit_entry) RETURNS bytea
LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(jsonb_build_array(
    entry.sequence, extract(epoch FROM entry.at)::text, entry.actor_kind, entry.actor_id,
    entry.credential, entry.action, entry.entity, entry.entity_id, entry.before, entry.after,
    entry.request_id, entry.client, entry.user_agent, encode(entry.previous_hash, 'hex')
  )::text, 'UTF8'))
$$;
COMMENT ON FUNCTION app.audit_hash(app.audit_entry) IS 'What the hash of an entry must be.';

-- Numbers and hashes are given here, whatever the writer says: one writer after the other.
CREATE FUNCTION app.chain_audit_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  head app.audit_head;
BEGIN
  SELECT * INTO head FROM app.audit_head FOR UPDATE;
  NEW.sequence := head.last_sequence + 1;
  NEW.at := clock_timestamp();
  NEW.previous_hash := head.last_hash;
  NEW.hash := app.audit_hash(NEW);
  UPDATE app.audit_head SET last_sequence = NEW.sequence, last_hash = NEW.hash;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION app.chain_audit_entry() IS 'Numbers an entry and chains it to the one before.';
CREATE TRIGGER audit_entry_chain BEFORE INSERT ON app.audit_entry
  FOR EACH ROW EXECUTE FUNCTION app.chain_audit_entry();

CREATE FUNCTION app.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;
COMMENT ON FUNCTION app.refuse_change() IS 'Refuses to change or remove what may only be added.';
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON app.audit_entry
  FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON app.audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- Looks at entries after one that is known to be good, and says the first thing that is wrong.
CREATE FUNCTION app.verify_audit_log(after_sequence bigint, max_entries integer)
RETURNS TABLE (checked bigint, last_sequence bigint, last_hash text, broken_at bigint, fault text)
LANGUAGE sql STABLE AS $$
  WITH looked AS (
    SELECT entry.*, app.audit_hash(entry) AS expected,
      row_number() OVER (ORDER BY sequence) AS place,
      lag(hash) OVER (ORDER BY sequence) AS hash_before
    FROM app.audit_entry AS entry WHERE sequence > after_sequence
    ORDER BY sequence LIMIT max_entries
  ), faults AS (
    SELECT sequence AS broken_at, CASE
      WHEN sequence <> after_sequence + place THEN 'entries before it are missing'
      WHEN hash <> expected THEN 'it was changed'
      WHEN hash_before IS NOT NULL AND previous_hash <> hash_before THEN 'it does not follow the one before'
      WHEN sequence = 1 AND previous_hash <> decode(repeat('00', 32), 'hex') THEN 'it is not the beginning'
    END AS fault FROM looked
  ), newest AS (SELECT * FROM looked ORDER BY sequence DESC LIMIT 1
  ), at_end AS (
    SELECT head.last_sequence AS broken_at, 'entries at the end are missing' AS fault
    FROM app.audit_head AS head
    WHERE (SELECT count(*) FROM looked) < max_entries
      AND head.last_sequence > after_sequence
      AND NOT EXISTS (SELECT FROM newest WHERE newest.sequence = head.last_sequence AND newest.hash = head.last_hash)
  )
  SELECT (SELECT count(*) FROM looked), coalesce((SELECT sequence FROM newest), after_sequence),
    (SELECT encode(hash, 'hex') FROM newest), found.broken_at, found.fault
  FROM (SELECT 1) AS always LEFT JOIN (
    SELECT * FROM faults WHERE fault IS NOT NULL UNION ALL SELECT * FROM at_end
    ORDER BY broken_at LIMIT 1
  ) AS found ON true
$$;
COMMENT ON FUNCTION app.verify_audit_log(bigint, integer) IS 'Recomputes the chain after an entry: how many were looked at, and the first fault if there is any.';

ALTER TABLE app.audit_head ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.audit_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY chain ON app.audit_head TO valyra_owner USING (true);
CREATE POLICY head_for_admins ON app.audit_head FOR SELECT TO valyra_api USING (app.caller_has_role('admin'));
-- Whoever acts is named truly: a transaction writes of its own caller and of nobody else.
CREATE POLICY add_own ON app.audit_entry FOR INSERT TO valyra_api
  WITH CHECK (actor_id IS NOT DISTINCT FROM app.caller_account());
CREATE POLICY read_own ON app.audit_entry FOR SELECT TO valyra_api
  USING (actor_id = app.caller_account() OR app.caller_has_role('admin'));
CREATE POLICY add_identity ON app.audit_entry FOR INSERT TO valyra_identity WITH CHECK (true);
CREATE POLICY add_system ON app.audit_entry FOR INSERT TO valyra_worker WITH CHECK (actor_kind = 'system');

GRANT SELECT ON app.audit_head TO valyra_api;
GRANT SELECT ON app.audit_entry TO valyra_api;
GRANT INSERT (actor_kind, actor_id, credential, action, entity, entity_id, before, after, request_id, client, user_agent)
  ON app.audit_entry TO valyra_api, valyra_identity, valyra_worker;
