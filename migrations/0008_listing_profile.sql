-- What is told of listings beside the chain: their category, tags and a description. Here is the place
-- for it; whoever finds it out writes it, and everything that reads follows by the triggers below.

CREATE TABLE app.listing_profile (
  chain_id integer NOT NULL,
  contract text NOT NULL,
  listing_id numeric(78,0) NOT NULL,
  category text,
  tags text[] NOT NULL DEFAULT '{}',
  description text,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain_id, contract, listing_id),
  CONSTRAINT listing_profile_contract CHECK (contract ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT listing_profile_category CHECK (length(category) <= 64 AND category ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  CONSTRAINT listing_profile_tags CHECK (cardinality(tags) <= 20 AND length(array_to_string(tags, '', '')) <= 1000),
  CONSTRAINT listing_profile_description CHECK (length(description) <= 4000)
);
CREATE INDEX listing_profile_by_category ON app.listing_profile (category, chain_id, contract, listing_id);
COMMENT ON TABLE app.listing_profile IS 'What is told of a listing beside the chain. A profile without its listing is never shown.';
COMMENT ON COLUMN app.listing_profile.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.listing_profile.contract IS 'Marketplace that holds the listing, in lower case.';
COMMENT ON COLUMN app.listing_profile.listing_id IS 'Id given by the marketplace.';
COMMENT ON COLUMN app.listing_profile.category IS 'Kind of business: words in lower case with hyphens; null when it is not known.';
COMMENT ON COLUMN app.listing_profile.tags IS 'Further words, in the order in which they are shown; untrusted text.';
COMMENT ON COLUMN app.listing_profile.description IS 'What the seller says of the business; untrusted text.';
COMMENT ON COLUMN app.listing_profile.updated_at IS 'When the row last changed.';

-- Answers are shared and checked by a mark of the state that they were read from (core/db/position.ts).
-- This number is part of it, so that an answer is never older than a profile.
CREATE TABLE app.listing_profile_revision (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  revision bigint NOT NULL
);
INSERT INTO app.listing_profile_revision VALUES (true, 0);
COMMENT ON TABLE app.listing_profile_revision IS 'Counts the statements that have changed profiles; one row.';
COMMENT ON COLUMN app.listing_profile_revision.is_only IS 'Keeps a second row out.';
COMMENT ON COLUMN app.listing_profile_revision.revision IS 'Raised by every statement that writes profiles.';

CREATE TABLE app.listing_profile_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain_id integer NOT NULL,
  contract text NOT NULL,
  listing_id numeric(78,0) NOT NULL
);
COMMENT ON TABLE app.listing_profile_change IS 'Profiles that text search has not seen yet; the journal process takes them out.';
COMMENT ON COLUMN app.listing_profile_change.id IS 'One for each change, so that one that comes meanwhile is not taken out with an older one.';
COMMENT ON COLUMN app.listing_profile_change.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.listing_profile_change.contract IS 'Marketplace that holds the listing.';
COMMENT ON COLUMN app.listing_profile_change.listing_id IS 'Id given by the marketplace.';

-- Both run as the owner, so that who writes profiles needs no rights on what follows from them.
CREATE FUNCTION app.note_listing_profiles() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE app.listing_profile_revision SET revision = revision + 1;
  PERFORM pg_notify('valyra_listing_profile', '');
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.note_listing_profiles() IS 'Raises the revision of profiles and announces it.';

CREATE FUNCTION app.note_listing_profile() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO app.listing_profile_change (chain_id, contract, listing_id)
    VALUES (OLD.chain_id, OLD.contract, OLD.listing_id);
  END IF;
  IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND (OLD.chain_id, OLD.contract, OLD.listing_id)
      IS DISTINCT FROM (NEW.chain_id, NEW.contract, NEW.listing_id)) THEN
    INSERT INTO app.listing_profile_change (chain_id, contract, listing_id)
    VALUES (NEW.chain_id, NEW.contract, NEW.listing_id);
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.note_listing_profile() IS 'Hands a changed profile to text search.';

CREATE TRIGGER listing_profile_revision AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON app.listing_profile
  FOR EACH STATEMENT EXECUTE FUNCTION app.note_listing_profiles();
CREATE TRIGGER listing_profile_change AFTER INSERT OR UPDATE OR DELETE ON app.listing_profile
  FOR EACH ROW EXECUTE FUNCTION app.note_listing_profile();

-- What search knows of a listing beside its title.
ALTER TABLE app.listing_document ADD COLUMN context text NOT NULL DEFAULT '';
ALTER TABLE app.listing_document ADD COLUMN all_words tsvector NOT NULL
  GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(folded || ' ' || context, ' '), ''))) STORED;
-- One index finds both; which of them has a word decides the rank alone.
CREATE INDEX listing_document_all_words ON app.listing_document USING gin (all_words);
DROP INDEX app.listing_document_words;
COMMENT ON COLUMN app.listing_document.context IS 'Words of category, tags and description, folded as the title is; empty without a profile.';
COMMENT ON COLUMN app.listing_document.all_words IS 'Words of the title and of the context, to be found by their beginnings.';
COMMENT ON COLUMN app.listing_document.words IS 'Words of the title, which rank before the others. No word is left out as too common.';

GRANT SELECT ON app.listing_profile, app.listing_profile_revision TO valyra_api, valyra_worker;
GRANT INSERT, UPDATE, DELETE ON app.listing_profile TO valyra_worker;
GRANT SELECT, DELETE ON app.listing_profile_change TO valyra_worker;
