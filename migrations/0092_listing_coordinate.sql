-- Where listings stand among each other, to find those that are most alike. The search needs no
-- extension; where `vector` is installed it can serve it (docs/operations.md).

CREATE TABLE app.listing_coordinate (
  chain_id integer NOT NULL,
  contract text NOT NULL,
  listing_id numeric(78,0) NOT NULL,
  valuation_id uuid NOT NULL,
  category text NOT NULL,
  coordinates integer[] NOT NULL,
  known text[] NOT NULL,
  computed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain_id, contract, listing_id),
  CONSTRAINT listing_coordinate_contract CHECK (contract ~ '^0x[0-9a-f]{40}$'),
  CONSTRAINT listing_coordinate_category CHECK (length(category) <= 64),
  CONSTRAINT listing_coordinate_length CHECK (array_ndims(coordinates) = 1 AND cardinality(coordinates) = 15
    AND array_position(coordinates, NULL) IS NULL),
  -- Beyond it sums of squares would not be exact in floats of four bytes.
  CONSTRAINT listing_coordinate_bounds CHECK (512 >= ALL (coordinates) AND -512 <= ALL (coordinates)),
  CONSTRAINT listing_coordinate_known CHECK (known <@ ARRAY['size', 'spread', 'age', 'visitors', 'customers',
    'growth', 'churn', 'team'])
);
COMMENT ON TABLE app.listing_coordinate IS 'Where each valued listing stands among the others, by its newest published estimate; made from figures that sellers claim, and never from the asking price.';
COMMENT ON COLUMN app.listing_coordinate.chain_id IS 'EIP-155 chain id.';
COMMENT ON COLUMN app.listing_coordinate.contract IS 'Marketplace that holds the listing, in lower case.';
COMMENT ON COLUMN app.listing_coordinate.listing_id IS 'Id given by the marketplace.';
COMMENT ON COLUMN app.listing_coordinate.valuation_id IS 'The estimate whose figures it was placed by.';
COMMENT ON COLUMN app.listing_coordinate.category IS 'Kind of business that it was valued as.';
COMMENT ON COLUMN app.listing_coordinate.coordinates IS 'Eight features, then seven families of businesses: whole numbers without a unit, 128 to a weighted standard deviation; what is unknown is 0.';
COMMENT ON COLUMN app.listing_coordinate.known IS 'Features that were known: size, spread, age, visitors, customers, growth, churn, team.';
COMMENT ON COLUMN app.listing_coordinate.computed_at IS 'When the listing was placed.';

-- The one way in: only what is published places a listing, whoever publishes it.
CREATE FUNCTION app.place_listing(
  placed_by uuid, placed_category text, placed_coordinates integer[], placed_known text[]
) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  INSERT INTO app.listing_coordinate (chain_id, contract, listing_id, valuation_id, category, coordinates, known)
  SELECT chain_id, contract, listing_id, valuation_id, placed_category, placed_coordinates, placed_known
  FROM app.valuation
  WHERE valuation_id = placed_by AND listing_id IS NOT NULL AND published_at IS NOT NULL
  ON CONFLICT (chain_id, contract, listing_id) DO UPDATE SET valuation_id = excluded.valuation_id,
    category = excluded.category, coordinates = excluded.coordinates, known = excluded.known, computed_at = now()
$$;
COMMENT ON FUNCTION app.place_listing(uuid, text, integer[], text[]) IS 'Places the listing of a published estimate among the others, anew if it has a place.';
REVOKE ALL ON FUNCTION app.place_listing(uuid, text, integer[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.place_listing(uuid, text, integer[], text[]) TO valyra_worker, valyra_api;
GRANT SELECT ON app.listing_coordinate TO valyra_api, valyra_worker;
