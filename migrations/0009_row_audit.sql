-- When the rows of a proved block were compared with its logs.

ALTER TABLE app.audit_block ADD COLUMN compared_at timestamptz;
COMMENT ON COLUMN app.audit_block.compared_at IS 'When the guard last found every log of the block in the index and no row without a log; null before.';
