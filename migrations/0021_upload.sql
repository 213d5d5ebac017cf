-- Files that callers have uploaded. Rows are private; the bytes of pictures and documents are read by
-- whoever knows their content identifier, those of ciphertext by its owner and by named readers.

CREATE TABLE app.upload (
  upload_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES app.account ON DELETE CASCADE,
  purpose text NOT NULL,
  name text NOT NULL,
  envelope text,
  readers text[] NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'pending',
  created_at timestamptz NOT NULL DEFAULT now(),
  stored_at timestamptz,
  CONSTRAINT upload_purpose CHECK (purpose IN ('image', 'document', 'evidence', 'credential')),
  CONSTRAINT upload_name CHECK (length(name) BETWEEN 1 AND 200),
  CONSTRAINT upload_envelope CHECK ((purpose IN ('evidence', 'credential')) = (envelope IS NOT NULL)),
  CONSTRAINT upload_readers CHECK (cardinality(readers) <= 10
    AND (purpose IN ('evidence', 'credential') OR cardinality(readers) = 0)),
  CONSTRAINT upload_state CHECK (state IN ('pending', 'stored')),
  CONSTRAINT upload_stored CHECK ((state = 'stored') = (stored_at IS NOT NULL))
);
CREATE INDEX upload_by_account ON app.upload (account_id, created_at DESC, upload_id DESC);
CREATE INDEX upload_pending ON app.upload (created_at) WHERE state = 'pending';
COMMENT ON TABLE app.upload IS 'Files that accounts have uploaded; deleted with the account.';
COMMENT ON COLUMN app.upload.upload_id IS 'Random.';
COMMENT ON COLUMN app.upload.account_id IS 'Who uploaded it.';
COMMENT ON COLUMN app.upload.purpose IS 'image or document, for everybody; evidence or credential, ciphertext for named readers.';
COMMENT ON COLUMN app.upload.name IS 'What its owner called the file; untrusted text that is shown to nobody else.';
COMMENT ON COLUMN app.upload.envelope IS 'Form of the ciphertext; null for pictures and documents.';
COMMENT ON COLUMN app.upload.readers IS 'Wallets that may fetch the ciphertext besides its owner, in lower case.';
COMMENT ON COLUMN app.upload.state IS 'pending until the storage has given the bytes back as they are; then stored.';
COMMENT ON COLUMN app.upload.created_at IS 'When it arrived.';
COMMENT ON COLUMN app.upload.stored_at IS 'When the bytes had been fetched back and compared; null before.';

CREATE TABLE app.upload_file (
  upload_id uuid NOT NULL REFERENCES app.upload ON DELETE CASCADE,
  variant text NOT NULL,
  cid text NOT NULL,
  media_type text NOT NULL,
  bytes integer NOT NULL,
  width integer,
  height integer,
  PRIMARY KEY (upload_id, variant),
  CONSTRAINT upload_file_variant CHECK (variant IN ('original', 'medium', 'small')),
  CONSTRAINT upload_file_cid CHECK (cid ~ '^baf(kre|ybe)i[a-z2-7]{52}$'),
  CONSTRAINT upload_file_media_type CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp',
    'application/pdf', 'text/plain', 'application/octet-stream')),
  CONSTRAINT upload_file_bytes CHECK (bytes BETWEEN 1 AND 10485760),
  CONSTRAINT upload_file_size CHECK ((width IS NULL) = (height IS NULL))
);
CREATE INDEX upload_file_by_cid ON app.upload_file (cid);
COMMENT ON TABLE app.upload_file IS 'What is kept of each upload: the file, and smaller versions of a picture.';
COMMENT ON COLUMN app.upload_file.upload_id IS 'Upload that it belongs to.';
COMMENT ON COLUMN app.upload_file.variant IS 'original, medium or small.';
COMMENT ON COLUMN app.upload_file.cid IS 'UnixFS content identifier, version 1, computed by this service.';
COMMENT ON COLUMN app.upload_file.media_type IS 'Type by its bytes, never by what its sender said; application/octet-stream for ciphertext.';
COMMENT ON COLUMN app.upload_file.bytes IS 'Length in bytes.';
COMMENT ON COLUMN app.upload_file.width IS 'Width in points; null for what is no picture.';
COMMENT ON COLUMN app.upload_file.height IS 'Height in points; null for what is no picture.';

-- The bytes are outside of the database: they go after their last row has gone, however it went.
CREATE TABLE app.content_release (
  cid text PRIMARY KEY,
  released_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE app.content_release IS 'Content that lost a row; workers remove its bytes unless another row names it.';
COMMENT ON COLUMN app.content_release.cid IS 'Content identifier.';
COMMENT ON COLUMN app.content_release.released_at IS 'When the row was deleted.';

CREATE FUNCTION app.release_content() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO app.content_release (cid) VALUES (OLD.cid) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION app.release_content() IS 'Notes content whose row was deleted.';
CREATE TRIGGER upload_file_released AFTER DELETE ON app.upload_file
  FOR EACH ROW EXECUTE FUNCTION app.release_content();

-- What everybody may read, by identifier, without a word about whose it is.
CREATE FUNCTION app.public_content(wanted text[]) RETURNS TABLE (cid text, media_type text, bytes integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT DISTINCT ON (file.cid) file.cid, file.media_type, file.bytes
  FROM app.upload_file AS file JOIN app.upload USING (upload_id)
  WHERE file.cid = ANY (wanted) AND upload.purpose IN ('image', 'document') AND upload.state = 'stored'
  ORDER BY file.cid, file.media_type
$$;
COMMENT ON FUNCTION app.public_content(text[]) IS 'Pictures and documents among these identifiers.';
REVOKE ALL ON FUNCTION app.public_content(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.public_content(text[]) TO valyra_api;

ALTER TABLE app.upload ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.upload_file ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE app.content_release ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_uploads ON app.upload TO valyra_api
  USING (account_id = app.caller_account()) WITH CHECK (account_id = app.caller_account());
CREATE POLICY named_readers ON app.upload FOR SELECT TO valyra_api
  USING (state = 'stored' AND readers && ARRAY (SELECT app.caller_wallets()));
CREATE POLICY public_uploads_by_admins ON app.upload FOR SELECT TO valyra_api
  USING (purpose IN ('image', 'document') AND app.caller_has_role('admin'));
CREATE POLICY public_uploads_ended_by_admins ON app.upload FOR DELETE TO valyra_api
  USING (purpose IN ('image', 'document') AND app.caller_has_role('admin'));
CREATE POLICY files_of_seen_uploads ON app.upload_file FOR SELECT TO valyra_api
  USING (EXISTS (SELECT FROM app.upload AS seen WHERE seen.upload_id = upload_file.upload_id));
CREATE POLICY files_of_own_uploads ON app.upload_file FOR INSERT TO valyra_api
  WITH CHECK (EXISTS (SELECT FROM app.upload AS mine WHERE mine.upload_id = upload_file.upload_id
    AND mine.account_id = app.caller_account() AND mine.state = 'pending'));
CREATE POLICY all_uploads ON app.upload TO valyra_worker USING (true);
CREATE POLICY all_files ON app.upload_file TO valyra_worker USING (true);
CREATE POLICY all_releases ON app.content_release TO valyra_worker USING (true);
-- References, the function and the trigger above work as the owner.
CREATE POLICY uploads_of_references ON app.upload TO valyra_owner USING (true);
CREATE POLICY files_of_references ON app.upload_file TO valyra_owner USING (true);
CREATE POLICY releases_by_trigger ON app.content_release TO valyra_owner USING (true);

GRANT SELECT, INSERT, DELETE ON app.upload TO valyra_api;
GRANT UPDATE (state, stored_at) ON app.upload TO valyra_api;
GRANT SELECT, INSERT ON app.upload_file TO valyra_api;
GRANT SELECT, DELETE ON app.upload TO valyra_worker;
GRANT SELECT ON app.upload_file TO valyra_worker;
GRANT SELECT, DELETE ON app.content_release TO valyra_worker;

-- Whether a picture is shown by a listing is asked before it is deleted.
CREATE INDEX listing_metadata_by_image ON app.listing_metadata USING gin ((document -> 'images') jsonb_path_ops);
