-- Requests that carry the signature of a wallet are good once, whichever process sees them.

CREATE TABLE app.used_request (
  wallet text NOT NULL,
  nonce text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (wallet, nonce),
  CONSTRAINT used_request_wallet CHECK (wallet ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT used_request_nonce CHECK (length(nonce) BETWEEN 16 AND 80)
);
CREATE INDEX used_request_by_expiry ON app.used_request (expires_at);
COMMENT ON TABLE app.used_request IS 'Signed requests that were answered, until they would be refused as too old.';
COMMENT ON COLUMN app.used_request.wallet IS 'Wallet that signed, in lower case.';
COMMENT ON COLUMN app.used_request.nonce IS 'What tells its requests apart; of requests by header, made of their time and address.';
COMMENT ON COLUMN app.used_request.expires_at IS 'When the signature is out of its time and the row may go.';

ALTER TABLE app.used_request ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY identity ON app.used_request TO valyra_identity USING (true);
GRANT SELECT, INSERT, DELETE ON app.used_request TO valyra_identity;
