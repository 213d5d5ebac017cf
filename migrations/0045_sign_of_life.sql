-- What sellers say by the link of a mail: that they are still there (domain B.9). The contract knows
-- nothing of it; the service reminds, shows and pauses by whichever sign of life came last.

CREATE TABLE app.seller_sign_of_life (
  chain_id integer NOT NULL,
  contract text NOT NULL,
  seller text NOT NULL,
  heard_at bigint NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain_id, contract, seller),
  CONSTRAINT seller_sign_of_life_contract CHECK (contract ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT seller_sign_of_life_seller CHECK (seller ~ '^0x[0-9a-f]{40}$')
);
COMMENT ON TABLE app.seller_sign_of_life IS 'Sellers who have answered a reminder by its link; their last answer.';
COMMENT ON COLUMN app.seller_sign_of_life.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.seller_sign_of_life.contract IS 'Marketplace, in lower case.';
COMMENT ON COLUMN app.seller_sign_of_life.seller IS 'Account of the seller, in lower case.';
COMMENT ON COLUMN app.seller_sign_of_life.heard_at IS 'Chain time of the indexed block when the link was used, unix seconds.';
COMMENT ON COLUMN app.seller_sign_of_life.recorded_at IS 'When that was by the clock of the database.';

-- The API has checked the signature of the link. An answer is part of what shared answers show, so the
-- mark of their state moves (core/db/position.ts).
CREATE FUNCTION app.record_sign_of_life(of_chain integer, of_contract text, of_seller text, at_seconds bigint)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO app.seller_sign_of_life AS known (chain_id, contract, seller, heard_at)
  VALUES (of_chain, of_contract, of_seller, at_seconds)
  ON CONFLICT (chain_id, contract, seller) DO UPDATE
    SET heard_at = excluded.heard_at, recorded_at = now() WHERE known.heard_at < excluded.heard_at;
  UPDATE app.listing_profile_revision SET valuation_revision = valuation_revision + 1;
  PERFORM pg_catalog.pg_notify('valyra_listing_profile', '');
END $$;
COMMENT ON FUNCTION app.record_sign_of_life(integer, text, text, bigint) IS 'Notes that a seller has answered; an older answer changes nothing.';
REVOKE ALL ON FUNCTION app.record_sign_of_life(integer, text, text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.record_sign_of_life(integer, text, text, bigint) TO valyra_api;
GRANT SELECT ON app.seller_sign_of_life TO valyra_api, valyra_worker;
