-- What operators are told in their chat, until somebody says that he looks after it.

CREATE TABLE app.operator_notice (
  notice_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  cause text NOT NULL UNIQUE,
  facts jsonb NOT NULL,
  times_told integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT operator_notice_kind CHECK (kind IN ('review_waits', 'jobs_dead')),
  CONSTRAINT operator_notice_size CHECK (length(cause) <= 200 AND octet_length(facts::text) <= 8192)
);
CREATE INDEX operator_notice_due ON app.operator_notice (next_at) WHERE ended_at IS NULL;
COMMENT ON TABLE app.operator_notice IS 'Things that operators must look after, told in their chat.';
COMMENT ON COLUMN app.operator_notice.notice_id IS 'Random.';
COMMENT ON COLUMN app.operator_notice.kind IS 'review_waits: a valuation was escalated; jobs_dead: jobs were given up.';
COMMENT ON COLUMN app.operator_notice.cause IS 'What it is about; there is one notice for each.';
COMMENT ON COLUMN app.operator_notice.facts IS 'What the message says: ids, names and counts.';
COMMENT ON COLUMN app.operator_notice.times_told IS 'Messages so far.';
COMMENT ON COLUMN app.operator_notice.next_at IS 'When it is told (again).';
COMMENT ON COLUMN app.operator_notice.ended_at IS 'When somebody took it on, or there was nothing left to do; null before.';
COMMENT ON COLUMN app.operator_notice.created_at IS 'When it was noticed.';

-- The API has checked the signature of the link.
CREATE FUNCTION app.take_notice_on(wanted uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  UPDATE app.operator_notice SET ended_at = coalesce(ended_at, now()) WHERE notice_id = wanted RETURNING true
$$;
COMMENT ON FUNCTION app.take_notice_on(uuid) IS 'Ends the messages about a notice; null for one that is gone.';
REVOKE ALL ON FUNCTION app.take_notice_on(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.take_notice_on(uuid) TO valyra_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.operator_notice TO valyra_worker;
