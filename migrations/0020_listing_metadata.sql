-- What sellers say of their listings, each version signed by the seller of that time, and drafts of it.

CREATE TABLE app.listing_metadata (
  chain_id integer NOT NULL,
  contract text NOT NULL,
  listing_id numeric(78,0) NOT NULL,
  version integer NOT NULL,
  document jsonb NOT NULL,
  document_hash text NOT NULL,
  cid text NOT NULL,
  legacy_cid text NOT NULL,
  seller text NOT NULL,
  signature text NOT NULL,
  signed_at bigint NOT NULL,
  block_number bigint NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain_id, contract, listing_id, version),
  CONSTRAINT listing_metadata_version CHECK (version > 0),
  CONSTRAINT listing_metadata_contract CHECK (contract ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT listing_metadata_seller CHECK (seller ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT listing_metadata_hash CHECK (document_hash ~ '^0x[0-9a-f]{64}$'),
  CONSTRAINT listing_metadata_size CHECK (octet_length(document::text) <= 131072)
);
COMMENT ON TABLE app.listing_metadata IS 'Published documents about listings; the highest version is the one that is shown, none is ever changed.';
COMMENT ON COLUMN app.listing_metadata.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.listing_metadata.contract IS 'Marketplace that holds the listing, in lower case.';
COMMENT ON COLUMN app.listing_metadata.listing_id IS 'Id given by the marketplace.';
COMMENT ON COLUMN app.listing_metadata.version IS 'Counts the documents of a listing from 1.';
COMMENT ON COLUMN app.listing_metadata.document IS 'The document, as its schema describes it; untrusted text.';
COMMENT ON COLUMN app.listing_metadata.document_hash IS 'SHA-256 of the canonical spelling (RFC 8785).';
COMMENT ON COLUMN app.listing_metadata.cid IS 'IPFS identifier of the canonical spelling, version 1, bare bytes.';
COMMENT ON COLUMN app.listing_metadata.legacy_cid IS 'The same as a file, version 0.';
COMMENT ON COLUMN app.listing_metadata.seller IS 'Who signed: the seller of the listing at block_number.';
COMMENT ON COLUMN app.listing_metadata.signature IS 'Signature over listing, hash and time (EIP-712; ERC-1271 and ERC-6492 for contract wallets).';
COMMENT ON COLUMN app.listing_metadata.signed_at IS 'When it was signed, unix seconds as the signature says.';
COMMENT ON COLUMN app.listing_metadata.block_number IS 'Indexed block at which the signer was seen to be the seller.';
COMMENT ON COLUMN app.listing_metadata.published_at IS 'When it was published.';

CREATE FUNCTION app.keep_listing_metadata() RETURNS trigger
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  RAISE EXCEPTION 'published documents are never changed' USING ERRCODE = 'insufficient_privilege';
END $$;
COMMENT ON FUNCTION app.keep_listing_metadata() IS 'Keeps published documents as they were signed.';
CREATE TRIGGER listing_metadata_kept BEFORE UPDATE OR DELETE ON app.listing_metadata
  FOR EACH ROW EXECUTE FUNCTION app.keep_listing_metadata();

-- Lists, search and statistics read the profile. Runs as the owner, so that whoever publishes needs no
-- rights on what follows from it.
CREATE FUNCTION app.profile_listing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO app.listing_profile (chain_id, contract, listing_id, category, tags, description)
  VALUES (NEW.chain_id, NEW.contract, NEW.listing_id, NEW.document ->> 'category',
    ARRAY (SELECT jsonb_array_elements_text(NEW.document -> 'tags')), NEW.document ->> 'description')
  ON CONFLICT (chain_id, contract, listing_id) DO UPDATE
    SET category = excluded.category, tags = excluded.tags, description = excluded.description,
      updated_at = now();
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.profile_listing() IS 'Makes the profile of a listing follow its newest document.';
CREATE TRIGGER listing_metadata_profile AFTER INSERT ON app.listing_metadata
  FOR EACH ROW EXECUTE FUNCTION app.profile_listing();

GRANT SELECT, INSERT ON app.listing_metadata TO valyra_api;
GRANT SELECT ON app.listing_metadata TO valyra_worker;

CREATE TABLE app.listing_draft (
  draft_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES app.account ON DELETE CASCADE,
  title text NOT NULL,
  document jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT listing_draft_title CHECK (length(title) BETWEEN 1 AND 120),
  CONSTRAINT listing_draft_size CHECK (octet_length(document::text) <= 131072),
  CONSTRAINT listing_draft_revision CHECK (revision > 0)
);
CREATE INDEX listing_draft_by_account ON app.listing_draft (account_id, created_at DESC, draft_id DESC);
CREATE TRIGGER listing_draft_updated_at BEFORE UPDATE ON app.listing_draft
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
COMMENT ON TABLE app.listing_draft IS 'Documents that their owners still write; nobody else sees them.';
COMMENT ON COLUMN app.listing_draft.draft_id IS 'Random.';
COMMENT ON COLUMN app.listing_draft.account_id IS 'Whose draft it is.';
COMMENT ON COLUMN app.listing_draft.title IS 'What its owner calls it.';
COMMENT ON COLUMN app.listing_draft.document IS 'As far as it is written: any JSON object; it is checked when it is published.';
COMMENT ON COLUMN app.listing_draft.revision IS 'Raised by every change, so that two writers do not overwrite one another unseen.';
COMMENT ON COLUMN app.listing_draft.created_at IS 'When it was begun.';
COMMENT ON COLUMN app.listing_draft.updated_at IS 'When it last changed.';

ALTER TABLE app.listing_draft ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_drafts ON app.listing_draft TO valyra_api
  USING (account_id = app.caller_account()) WITH CHECK (account_id = app.caller_account());
GRANT SELECT, INSERT, UPDATE, DELETE ON app.listing_draft TO valyra_api;
