-- Text search over listings: what can be searched, written by the journal process as it follows the
-- index (npm run journal). Here and not beside the facts, for a release brings its tables without
-- our indexes and without our functions.
-- Both extensions come with Postgres and are trusted: the owner of this file may create them.

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA public;

CREATE TABLE app.listing_document (
  chain_id integer NOT NULL,
  contract text NOT NULL,
  listing_id numeric(78,0) NOT NULL,
  title text NOT NULL,
  folded text NOT NULL,
  words tsvector NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array(folded, ' '))) STORED,
  folding integer NOT NULL,
  created_block bigint NOT NULL,
  PRIMARY KEY (chain_id, contract, listing_id)
);
CREATE INDEX listing_document_words ON app.listing_document USING gin (words);
CREATE INDEX listing_document_folded ON app.listing_document USING gin (folded gin_trgm_ops);
CREATE INDEX listing_document_created ON app.listing_document (chain_id, created_block);
COMMENT ON TABLE app.listing_document IS 'What text search knows of each listing. Built from the published index and rebuilt from it at any time; a document without its listing is never shown.';
COMMENT ON COLUMN app.listing_document.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.listing_document.contract IS 'Marketplace that holds the listing.';
COMMENT ON COLUMN app.listing_document.listing_id IS 'Id given by the marketplace.';
COMMENT ON COLUMN app.listing_document.title IS 'Title as indexed when the document was made; untrusted text.';
COMMENT ON COLUMN app.listing_document.folded IS 'Words of the title in lower case and without marks, one space between two.';
COMMENT ON COLUMN app.listing_document.words IS 'The same words, to be found by their beginnings. No word is left out as too common.';
COMMENT ON COLUMN app.listing_document.folding IS 'Version of the rules by which the title was folded.';
COMMENT ON COLUMN app.listing_document.created_block IS 'Block of the creation of the listing, which alone sets its title.';

CREATE TABLE app.listing_document_cursor (
  chain_id integer PRIMARY KEY,
  release_id integer NOT NULL REFERENCES app.release (id),
  folding integer NOT NULL,
  settled_block bigint NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE app.listing_document_cursor IS 'How far the documents follow a chain; there is a row once every listing has its document.';
COMMENT ON COLUMN app.listing_document_cursor.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.listing_document_cursor.release_id IS 'Publication of the index that was read; another one is compared from the first block on.';
COMMENT ON COLUMN app.listing_document_cursor.folding IS 'Version of the rules by which all documents are folded.';
COMMENT ON COLUMN app.listing_document_cursor.settled_block IS 'Listings up to this block will not be compared again in this publication; -1 before the first.';
COMMENT ON COLUMN app.listing_document_cursor.updated_at IS 'When the row last changed.';

GRANT SELECT ON app.listing_document, app.listing_document_cursor TO valyra_api, valyra_worker;
GRANT INSERT, UPDATE, DELETE ON app.listing_document TO valyra_worker;
GRANT INSERT, UPDATE ON app.listing_document_cursor TO valyra_worker;
