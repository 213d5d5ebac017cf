import { exclusionOf, type Outcome } from "../../core/valuation/record/outcome.ts";
import { ask } from "./fetch-record.ts";

type Created = { blockNumber: number };
type Escrow = Created & {
  id: string;
  listing: string | null;
  buyer: string;
  seller: string;
  offer: string | null;
  state: Outcome["state"];
  amount: { raw: string; display: string | null };
  isEmergencyExit: boolean;
  disputedAt: string | null;
  closedAt: string | null;
};

const BATCH = 50;

/**
 * Compares outcomes with what the index of an API says of their escrows: state, price, when it was
 * told, and whether they are left out as the rules have it.
 *
 * @param api address without a path
 */
export async function findWrongClosures(
  api: string,
  outcomes: readonly Outcome[],
): Promise<string[]> {
  const found: string[] = [];
  for (let at = 0; at < outcomes.length; at += BATCH) {
    const batch = outcomes.slice(at, at + BATCH);
    const escrows = await byId<Escrow>(
      api,
      "/v1/escrows",
      batch.map(({ escrowId }) => escrowId),
    );
    const offers = await byId<Created & { id: string }>(
      api,
      "/v1/offers",
      [...escrows.values()].flatMap(({ offer }) => offer ?? []),
    );
    for (const outcome of batch) {
      const escrow = escrows.get(outcome.escrowId);
      if (escrow === undefined) found.push(`escrow ${outcome.escrowId} is not in the index`);
      else found.push(...(await differences(api, outcome, escrow, offers)));
    }
  }
  return found;
}

async function differences(
  api: string,
  outcome: Outcome,
  escrow: Escrow,
  offers: ReadonlyMap<string, Created>,
): Promise<string[]> {
  const told = (escrow.offer === null ? undefined : offers.get(escrow.offer)) ?? escrow;
  const isSame = (one: string | null, other: string) =>
    one !== null && Number(one) === Number(other);
  const excluded = exclusionOf({
    state: escrow.state,
    buyer: escrow.buyer,
    seller: escrow.seller,
    isDisputed: escrow.disputedAt !== null,
    isEmergencyExit: escrow.isEmergencyExit,
    isRoundTrip: await isRoundTrip(api, escrow, outcome.settledBlock),
    // Only the listing tells; its token never makes a deal count that would not.
    isInListingToken: outcome.excludedBecause !== "other_currency",
    amountUnits: BigInt(escrow.amount.raw),
  });
  const checks: [what: string, isRight: boolean][] = [
    ["listing", escrow.listing === outcome.listingId],
    ["state", escrow.state === outcome.state],
    ["price", isSame(escrow.amount.display, outcome.soldFor)],
    ["block of the price", told.blockNumber === outcome.agreedBlock],
    ["end", escrow.closedAt === outcome.settledAt],
    ["reason to be left out", excluded === outcome.excludedBecause],
  ];
  return checks
    .filter(([, isRight]) => !isRight)
    .map(([what]) => `escrow ${outcome.escrowId}: the index has another ${what}`);
}

/** Whether the seller has bought from the buyer by then. */
async function isRoundTrip(
  api: string,
  { buyer, seller }: Escrow,
  settledBlock: number,
): Promise<boolean> {
  const { data } = await ask<{ data: Created[] }>(
    api,
    `/v1/escrows?buyer=${seller}&seller=${buyer}&sort=oldest&limit=1`,
  );
  return data.some(({ blockNumber }) => blockNumber <= settledBlock);
}

async function byId<Row extends { id: string }>(
  api: string,
  path: string,
  ids: readonly string[],
): Promise<Map<string, Row>> {
  if (ids.length === 0) return new Map();
  const { data } = await ask<{ data: Row[] }>(api, `${path}?ids=${ids.join(",")}`);
  return new Map(data.map((row) => [row.id, row]));
}
