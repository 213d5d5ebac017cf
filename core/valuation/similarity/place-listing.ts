import type { Statements } from "../../jobs/add-job.ts";
import { ValuationInput } from "../pipeline/input.ts";
import { placeOf } from "./coordinates.ts";

/**
 * Notes where a listing stands among the others, by what its estimate was made from; in the
 * transaction that publishes the estimate, so that the newest one counts. Input of a form that is no
 * longer read leaves the listing where it was.
 *
 * @param input as `app.valuation` keeps it
 */
export async function placeListing(
  transaction: Statements,
  valuationId: string,
  input: unknown,
): Promise<void> {
  const { data } = ValuationInput.safeParse(input);
  const place = data === undefined ? undefined : placeOf(data);
  if (place === undefined) return;
  await transaction.query("SELECT app.place_listing($1, $2, $3, $4)", [
    valuationId,
    place.category,
    place.coordinates,
    place.known,
  ]);
}
