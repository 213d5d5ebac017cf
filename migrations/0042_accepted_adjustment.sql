-- What a model of language proposes moves no number; a reviewer who has seen it proved may let it.

CREATE FUNCTION app.accept_adjustment(wanted uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  proposed integer;
BEGIN
  IF NOT (app.caller_has_role('reviewer') OR app.caller_has_role('admin')) THEN
    RAISE EXCEPTION 'only reviewers accept an adjustment' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- The number is of the row, never of the caller; and never beyond what may be moved at all.
  SELECT greatest(-15, least(15, coalesce((memo ->> 'proposedPercent')::integer, 0))) INTO proposed
  FROM app.valuation WHERE valuation_id = wanted AND state = 'escalated' AND estimate IS NOT NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only an escalated estimate is adjusted' USING ERRCODE = 'check_violation';
  END IF;
  IF proposed = 0 THEN
    RETURN 0;
  END IF;
  UPDATE app.valuation SET
    mid_units = least(high_units, greatest(low_units, round(mid_units * (100 + proposed) / 100))),
    memo = memo || jsonb_build_object('adjustmentPercent', proposed,
      'adjustmentReasons', jsonb_path_query_array(memo, '$.points[*].says')),
    -- Who reviews sees the listing with its price: such an estimate is not blind, and is not scored.
    estimate = jsonb_set(estimate, '{isAskHidden}', 'false')
  WHERE valuation_id = wanted;
  RETURN proposed;
END $$;
COMMENT ON FUNCTION app.accept_adjustment(uuid) IS 'Moves the middle of an escalated estimate by what its memo proposes, 15 % at most and never out of its range; the percent.';
REVOKE ALL ON FUNCTION app.accept_adjustment(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.accept_adjustment(uuid) TO valyra_api;
