import type { Account, ContractFacts, EscrowFacts, OfferFacts } from "../acts/facts.ts";
import type { Snapshot } from "../db/consistent-read.ts";
import { type Key, keyText } from "../db/keys.ts";
import { findDisputes } from "./escrow-parts.ts";
import { ESCROWS } from "./escrows.ts";
import { LISTINGS } from "./listings.ts";
import { OFFERS } from "./offers.ts";

/** How a token calls itself. */
export type TokenName = { tokenSymbol: string | null; tokenDecimals: number | null };

/** A contract with the name of its token. */
export type ActContract = ContractFacts & TokenName;

/** A contract as acts see it; undefined before its first event. */
export async function findActContract(
  snapshot: Snapshot,
  address: Account,
): Promise<ActContract | undefined> {
  const row = await selectContracts(snapshot)
    .where("contract.address", "=", address)
    .executeTakeFirst();
  return row;
}

/** The escrow contracts that read their listings from a marketplace, by address. */
export function findEscrowContractsOf(
  snapshot: Snapshot,
  marketplace: Account,
): Promise<ActContract[]> {
  return selectContracts(snapshot)
    .where("contract.kind", "=", "escrow")
    .where("contract.marketplace", "=", marketplace)
    .orderBy("contract.address")
    .execute();
}

function selectContracts({ indexed, position }: Snapshot) {
  return indexed
    .selectFrom("contract")
    .leftJoin("token", (join) =>
      join
        .onRef("token.chainId", "=", "contract.chainId")
        .onRef("token.address", "=", "contract.token"),
    )
    .leftJoin("tokenBalance as balance", (join) =>
      join
        .onRef("balance.chainId", "=", "contract.chainId")
        .onRef("balance.contract", "=", "contract.address")
        .onRef("balance.token", "=", "contract.token"),
    )
    .select(["contract.address", "contract.generation", "contract.owner", "contract.agent"])
    .select(["contract.safetyWallet", "contract.isPaused", "contract.emergencyActivatedAt"])
    .select(["contract.token", "balance.balanceUnits as heldUnits"])
    .select(["token.symbol as tokenSymbol", "token.decimals as tokenDecimals"])
    .where("contract.chainId", "=", position.chainId);
}

/** What acts on an escrow depend on, its contract apart; undefined without such an escrow. */
export async function findEscrowFacts(
  snapshot: Snapshot,
  key: Key,
): Promise<Omit<EscrowFacts, "contract"> | undefined> {
  const row = (await ESCROWS.findByKeys(snapshot, [key])).get(keyText(key));
  if (row === undefined) return undefined;
  const dispute = (await findDisputes(snapshot, [key])).get(keyText(key));
  const { retainedUnits, releaseTime, isRetainerReleased } = row;
  return {
    ...row,
    hold:
      retainedUnits === null || releaseTime === null
        ? null
        : { retainedUnits, releaseTime, isReleased: isRetainerReleased === true },
    dispute: dispute ?? null,
  };
}

/** What acts on an offer depend on, its contract apart; undefined without such an offer. */
export async function findOfferFacts(
  snapshot: Snapshot,
  key: Key,
): Promise<Omit<OfferFacts, "contract"> | undefined> {
  const row = (await OFFERS.findByKeys(snapshot, [key])).get(keyText(key));
  if (row === undefined) return undefined;
  const listing =
    row.marketplace === null
      ? undefined
      : await findListing(snapshot, [row.chainId, row.marketplace, row.listingId]);
  return { ...row, seller: listing?.seller ?? null };
}

/** A listing as acts see it on any contract; undefined without such a listing. */
export async function findListing(snapshot: Snapshot, key: Key) {
  return (await LISTINGS.findByKeys(snapshot, [key])).get(keyText(key));
}

/**
 * The escrow contracts on which an offer of the account takes its place on a listing: an active one,
 * or one whose ejection left the place taken (trap 38).
 */
export async function findOfferPlaces(
  { indexed, position }: Snapshot,
  listing: { contract: Account; listingId: bigint },
  account: Account,
): Promise<Set<Account>> {
  const rows = await indexed
    .selectFrom("offer")
    .select("contract")
    .distinct()
    .where("chainId", "=", position.chainId)
    .where("marketplace", "=", listing.contract)
    .where("listingId", "=", listing.listingId)
    .where("buyer", "=", account)
    .where((eb) => eb.or([eb("state", "=", "active"), eb("isEjected", "=", true)]))
    .execute();
  return new Set(rows.map(({ contract }) => contract));
}
