import { copyProject, type ProjectCopy } from "../support/project-copy.ts";

/** A mistake that somebody could make in a row writer. */
export type Mutant = {
  readonly name: string;
  readonly file: string;
  /** What stands there; it must stand there once. */
  readonly from: string;
  readonly to: string;
  /** A difference that shows it, which must be among those found. */
  readonly shows: RegExp;
};

/** Mistakes that leave every state as it is, so that no assertion of the indexer stops it. */
export const MUTANTS = {
  noFeeOnTimeout: {
    name: "no platform fee on a timeout",
    file: "src/rows/escrow-money.ts",
    from: "if (side) paid[side] += movement.amountUnits;",
    to: `const isFee = side === "treasury" && event === "TimeoutClaimed";
    if (side && !isFee) paid[side] += movement.amountUnits;`,
    shows: /^payouts of escrow \d+ paid_to_treasury_units: contracts \d+, rows "0"$/,
  },
  listingZeroDropped: {
    name: "listing 0 is taken for no listing (trap 16)",
    file: "src/rows/listing.ts",
    from: "if (!marketplace) return null;",
    to: "if (!marketplace || !listingId) return null;",
    shows: /^listing 0 escrow_count: contracts \d+, rows 0$/,
  },
  priceZeroStored: {
    name: "an update with price 0 is stored as the price (trap 12)",
    file: "src/rows/listing.ts",
    from: "const isRepriced = update.priceUnits !== 0n;",
    to: "const isRepriced = update.priceUnits >= 0n;",
    shows: /^listing \d+ asking_price_units: contracts \d+, rows "0"$/,
  },
  depositNotMoved: {
    name: "the earnest money of an accepted offer stays with the offer",
    file: "src/rows/offer.ts",
    from: "{ from: accountOf(offerId), to: `escrow:${escrowId}` },",
    to: "{ from: accountOf(offerId), to: accountOf(offerId) },",
    shows: /^account offer:\d+ holds: contracts 0, rows \d+$/,
  },
  sevenDaysHold: {
    name: "a hold lasts seven days whatever the event says (trap 31)",
    file: "src/rows/transition-hold.ts",
    from: "    releaseTime,\n",
    to: "    releaseTime: at.seconds + 604_800n,\n",
    shows: /^transition_hold \d+ release_time: contracts \d+, rows "\d+"$/,
  },
} as const satisfies Record<string, Mutant>;

/** A mistake that the indexer itself notices: it stops at the next event about listing 0. */
export const STOPPING_MUTANT: Mutant = {
  name: "listing 0 is not stored",
  file: "src/rows/listing.ts",
  from: "  await context.db.insert(listing).values({\n",
  to: "  if (created.listingId !== 0n) await context.db.insert(listing).values({\n",
  shows: /Listing 0 changed before its creation/,
};

/** A copy of the project with the mistake in it. */
export async function copyWithMutant({ name, file, from, to }: Mutant): Promise<ProjectCopy> {
  const project = await copyProject();
  await project.edit(file, (text) => {
    const places = text.split(from).length - 1;
    if (places !== 1) {
      throw new Error(`mutant "${name}" no longer applies: ${file} has ${places} places for it`);
    }
    return text.replace(from, () => to);
  });
  return project;
}
