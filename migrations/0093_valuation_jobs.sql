-- A valuation names its jobs, so that whoever reads it can follow them, and finds them in the log later.

ALTER TABLE app.valuation ADD COLUMN job_ids uuid[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN app.valuation.job_ids IS 'Its jobs in the order in which they were added; rows of jobs go earlier than their valuation.';

CREATE FUNCTION app.note_valuation_job() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE app.valuation SET job_ids = job_ids || NEW.job_id
  WHERE valuation_id = (NEW.payload->>'valuationId')::uuid AND state IN ('queued', 'running');
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.note_valuation_job() IS 'Keeps the id of a job with the valuation that it works on.';
CREATE TRIGGER job_of_valuation AFTER INSERT ON app.job
  FOR EACH ROW WHEN (NEW.name IN ('valuation.intake', 'valuation.compare', 'valuation.estimate', 'valuation.memo'))
  EXECUTE FUNCTION app.note_valuation_job();
