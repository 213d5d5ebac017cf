-- A valuation that went on without the model of language that was to read its text says why.

ALTER TABLE app.valuation ADD COLUMN reading_failure text,
  ADD CONSTRAINT valuation_reading_failure CHECK (reading_failure IN
    ('TEXT_NOT_SENT', 'MODEL_BUDGET_SPENT', 'MODEL_OUTPUT_INVALID', 'MODEL_UNAVAILABLE'));
COMMENT ON COLUMN app.valuation.reading_failure IS 'Why no model of language has read the text for the estimate though one was to; null where one has, and where none is set up.';
