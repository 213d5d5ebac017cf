-- A range is proved for the contracts of its time; blocks are kept by the indexer's own cache alone.

ALTER TABLE app.proved_range ADD COLUMN interest text NOT NULL DEFAULT '';
COMMENT ON COLUMN app.proved_range.interest IS 'Digest of the contracts and tokens whose logs were proved; other contracts, other ranges.';

DROP TABLE app.proved_block;
