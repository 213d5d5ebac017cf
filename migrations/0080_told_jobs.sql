-- Which jobs Redis was told of lately is counted before it is told of more: without this, all that wait
-- would be read for it.
CREATE INDEX job_told ON app.job (queue, nudged_at) WHERE state = 'queued' AND nudged_at IS NOT NULL;
