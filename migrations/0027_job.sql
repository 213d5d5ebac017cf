-- Work that outlives a request: one row for each job, written in the transaction of its cause. The row
-- is the truth. A queue beside it only says that there may be something to do, and may be lost.

CREATE TABLE app.job (
  job_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  queue text NOT NULL,
  cause text NOT NULL,
  payload jsonb NOT NULL,
  state text NOT NULL DEFAULT 'queued',
  priority smallint NOT NULL,
  turn integer NOT NULL DEFAULT 0,
  available_at timestamptz NOT NULL DEFAULT now(),
  attempts integer NOT NULL DEFAULT 0,
  max_attempts integer NOT NULL,
  lease bigint NOT NULL DEFAULT 0,
  leased_until timestamptz,
  worker text,
  nudged_at timestamptz,
  step text,
  progress smallint,
  error_code text,
  error_detail text,
  is_cancel_wanted boolean NOT NULL DEFAULT false,
  account_id uuid REFERENCES app.account ON DELETE SET NULL,
  after_job_id uuid REFERENCES app.job ON DELETE CASCADE,
  chain_id integer,
  block_number bigint,
  tier text,
  announced_sequence bigint,
  retracted_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz,
  CONSTRAINT job_once UNIQUE (name, cause),
  CONSTRAINT job_state CHECK (state IN ('held', 'waiting', 'queued', 'running', 'done', 'dead', 'cancelled')),
  CONSTRAINT job_tier CHECK (tier IN ('included', 'safe', 'final')),
  CONSTRAINT job_progress CHECK (progress BETWEEN 0 AND 100),
  CONSTRAINT job_lease CHECK ((state = 'running') = (leased_until IS NOT NULL)),
  CONSTRAINT job_end CHECK ((state IN ('done', 'dead', 'cancelled')) = (finished_at IS NOT NULL)),
  CONSTRAINT job_waits CHECK (state <> 'waiting' OR after_job_id IS NOT NULL),
  CONSTRAINT job_of_chain CHECK (num_nulls(chain_id, block_number, tier, announced_sequence) IN (0, 4)),
  CONSTRAINT job_held CHECK (state <> 'held' OR tier IN ('safe', 'final')),
  CONSTRAINT job_payload CHECK (jsonb_typeof(payload) = 'object' AND length(payload::text) <= 2048)
);
CREATE INDEX job_next ON app.job (queue, priority, turn, available_at) WHERE state = 'queued';
CREATE INDEX job_leased ON app.job (leased_until) WHERE state = 'running';
CREATE INDEX job_held_by_block ON app.job (chain_id, block_number) WHERE state = 'held';
CREATE INDEX job_by_sequence ON app.job (announced_sequence) WHERE announced_sequence IS NOT NULL;
CREATE INDEX job_by_parent ON app.job (after_job_id) WHERE after_job_id IS NOT NULL;
CREATE INDEX job_unfinished_by_account ON app.job (account_id, queue)
  WHERE state IN ('queued', 'running') AND account_id IS NOT NULL;
CREATE INDEX job_ended ON app.job (state, finished_at) WHERE state IN ('done', 'dead', 'cancelled');
COMMENT ON TABLE app.job IS 'Jobs: what is to be done because of what. A cause makes one row of a name, however often it is told.';
COMMENT ON COLUMN app.job.job_id IS 'Random public id.';
COMMENT ON COLUMN app.job.name IS 'Which job of the catalogue, e.g. notification.fan_out.';
COMMENT ON COLUMN app.job.queue IS 'Queue of that job when the row was written.';
COMMENT ON COLUMN app.job.cause IS 'What it was caused by; with the name unique for ever, so that no cause acts twice.';
COMMENT ON COLUMN app.job.payload IS 'Ids of the rows that it is about, and nothing else.';
COMMENT ON COLUMN app.job.state IS 'held: its event is not settled enough; waiting: for the job before it; queued; running; done; dead: given up, can be replayed; cancelled.';
COMMENT ON COLUMN app.job.priority IS 'Lower numbers first within a queue.';
COMMENT ON COLUMN app.job.turn IS 'How many unfinished jobs its account had in the queue, 1000 at most: whoever has few is served between those of whoever has many.';
COMMENT ON COLUMN app.job.available_at IS 'Not to be taken before; moves with each retry.';
COMMENT ON COLUMN app.job.attempts IS 'Times that it was taken since it was written or replayed, also by workers that died of it.';
COMMENT ON COLUMN app.job.max_attempts IS 'When attempts reach this, a failure is the end.';
COMMENT ON COLUMN app.job.lease IS 'Counts the times that it was ever taken; whoever writes for it must name the newest.';
COMMENT ON COLUMN app.job.leased_until IS 'While it is running: when it may be taken from its worker unless that prolongs this.';
COMMENT ON COLUMN app.job.worker IS 'Process that took it last.';
COMMENT ON COLUMN app.job.nudged_at IS 'When the queue was last told of it; null with Postgres as the queue.';
COMMENT ON COLUMN app.job.step IS 'What it is doing, in words for its owner.';
COMMENT ON COLUMN app.job.progress IS 'Per cent, as the job itself says.';
COMMENT ON COLUMN app.job.error_code IS 'Class of the last failure; null when there was none since the last start or success.';
COMMENT ON COLUMN app.job.error_detail IS 'The same in words that are fit for its owner.';
COMMENT ON COLUMN app.job.is_cancel_wanted IS 'Its worker is to stop; the row is cancelled when it has.';
COMMENT ON COLUMN app.job.account_id IS 'Whose job it is; null for one of the system.';
COMMENT ON COLUMN app.job.after_job_id IS 'Job that must be done first; null for none.';
COMMENT ON COLUMN app.job.chain_id IS 'Chain of the event that caused it; null with the next three for other causes.';
COMMENT ON COLUMN app.job.block_number IS 'Block of that event.';
COMMENT ON COLUMN app.job.tier IS 'How settled the event must be: included, safe or final.';
COMMENT ON COLUMN app.job.announced_sequence IS 'Journal entry that announced the event last.';
COMMENT ON COLUMN app.job.retracted_at IS 'When the event vanished; an effect that was there by then is undone by a job of its own.';
COMMENT ON COLUMN app.job.created_at IS 'When its cause was committed.';
COMMENT ON COLUMN app.job.started_at IS 'When it was taken first.';
COMMENT ON COLUMN app.job.finished_at IS 'When it was done, given up or cancelled.';

-- Wakes workers at the commit; the payload is the queue.
CREATE FUNCTION app.announce_job() RETURNS trigger
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  PERFORM pg_notify('valyra_job', NEW.queue);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.announce_job() IS 'Tells workers that a job of a queue can be taken.';
CREATE TRIGGER job_queued AFTER INSERT ON app.job
  FOR EACH ROW WHEN (NEW.state = 'queued') EXECUTE FUNCTION app.announce_job();
CREATE TRIGGER job_requeued AFTER UPDATE OF state ON app.job
  FOR EACH ROW WHEN (NEW.state = 'queued' AND OLD.state <> 'queued') EXECUTE FUNCTION app.announce_job();

-- The one way in, for the API as for workers: within the transaction of the cause.
CREATE FUNCTION app.add_job(
  wanted_name text, wanted_queue text, wanted_cause text, wanted_payload jsonb, wanted_priority integer,
  wanted_attempts integer, wanted_delay interval, wanted_account uuid, wanted_after uuid
) RETURNS TABLE (job_id uuid, is_new boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  found_turn integer := 0;
  made uuid;
  is_waiting boolean := false;
BEGIN
  IF wanted_account IS NOT NULL THEN
    SELECT count(*) INTO found_turn FROM (
      SELECT FROM app.job AS other
      WHERE other.account_id = wanted_account AND other.queue = wanted_queue
        AND other.state IN ('queued', 'running')
      LIMIT 1000
    ) AS unfinished;
  END IF;
  IF wanted_after IS NOT NULL THEN
    -- Locked, so that it cannot end between this look and the commit of the row that waits for it.
    SELECT earlier.state <> 'done' INTO is_waiting FROM app.job AS earlier
    WHERE earlier.job_id = wanted_after FOR UPDATE;
  END IF;
  INSERT INTO app.job AS new (name, queue, cause, payload, priority, turn, max_attempts, available_at,
    account_id, after_job_id, state)
  VALUES (wanted_name, wanted_queue, wanted_cause, wanted_payload, wanted_priority, found_turn,
    wanted_attempts, now() + wanted_delay, wanted_account, wanted_after,
    CASE WHEN is_waiting THEN 'waiting' ELSE 'queued' END)
  ON CONFLICT (name, cause) DO NOTHING
  RETURNING new.job_id INTO made;
  IF made IS NOT NULL THEN
    RETURN QUERY SELECT made, true;
  ELSE
    RETURN QUERY SELECT old.job_id, false FROM app.job AS old
      WHERE old.name = wanted_name AND old.cause = wanted_cause;
  END IF;
END $$;
COMMENT ON FUNCTION app.add_job(text, text, text, jsonb, integer, integer, interval, uuid, uuid) IS 'Adds a job unless its cause has one already, and returns the one there is.';
REVOKE ALL ON FUNCTION app.add_job(text, text, text, jsonb, integer, integer, interval, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.add_job(text, text, text, jsonb, integer, integer, interval, uuid, uuid) TO valyra_api, valyra_worker;

CREATE TABLE app.job_schedule (
  name text PRIMARY KEY,
  cron text NOT NULL,
  next_at timestamptz NOT NULL,
  last_at timestamptz
);
COMMENT ON TABLE app.job_schedule IS 'Recurring jobs; each moment makes one job, whichever process sees it first.';
COMMENT ON COLUMN app.job_schedule.name IS 'Job of the catalogue.';
COMMENT ON COLUMN app.job_schedule.cron IS 'When, as cron writes it with seconds, in UTC.';
COMMENT ON COLUMN app.job_schedule.next_at IS 'Moment of the next one.';
COMMENT ON COLUMN app.job_schedule.last_at IS 'Moment of the last one; null before the first.';

CREATE TABLE app.chain_cause_start (
  chain_id integer PRIMARY KEY,
  from_block bigint NOT NULL,
  set_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE app.chain_cause_start IS 'Where events of a chain begin to cause jobs: history that was there before causes none.';
COMMENT ON COLUMN app.chain_cause_start.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.chain_cause_start.from_block IS 'First block whose events cause jobs.';
COMMENT ON COLUMN app.chain_cause_start.set_at IS 'When the journal first followed the chain with jobs.';

ALTER TABLE app.job ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_jobs ON app.job FOR SELECT TO valyra_api
  USING (account_id = app.caller_account() OR app.caller_has_role('admin'));
CREATE POLICY all_jobs ON app.job TO valyra_worker, valyra_owner USING (true);

GRANT SELECT ON app.job TO valyra_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.job, app.job_schedule TO valyra_worker;
GRANT SELECT, INSERT ON app.chain_cause_start TO valyra_worker;
