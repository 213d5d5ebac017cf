import { sql } from "kysely";
import type { CallerTransaction } from "../db/as-caller.ts";
import { openLink, signLink } from "../signed-links/signed-link.ts";

type Hex = `0x${string}`;

/** What such a link says: whose silence, and since when. */
const ASKED = /^(\d{1,10})-(0x[0-9a-f]{40})-(0x[0-9a-f]{40}) (\d{1,12})$/;

/** A seller as one marketplace knows the account, both in lower case. */
export type SellerKey = { chainId: number; contract: Hex; seller: Hex };

/** Public id of a seller: `<chainId>-<marketplace>-<account>`. */
export const sellerIdOf = ({ chainId, contract, seller }: SellerKey) =>
  `${chainId}-${contract}-${seller}`;

/**
 * Unix seconds at which a seller has last answered by the link of a mail, as a column of a query whose
 * table is `seller`; null for one who never has. Each answer moves the mark of the position, so it may
 * be read beside the index.
 */
export const HEARD_BY_LINK = sql<bigint | null>`(
  SELECT heard_at FROM app.seller_sign_of_life AS sign WHERE sign.chain_id = seller.chain_id
    AND sign.contract = seller.contract AND sign.seller = seller.seller)`;

/** The later sign of life of both, unix seconds; 0 for a seller who has never given any. */
export const lastHeard = (seller: {
  lastHeartbeatAt: bigint;
  heardByLinkAt: bigint | null;
}): bigint => {
  const { lastHeartbeatAt, heardByLinkAt } = seller;
  return heardByLinkAt !== null && heardByLinkAt > lastHeartbeatAt
    ? heardByLinkAt
    : lastHeartbeatAt;
};

/** The silence that a link asks about: whose, and since when (unix seconds). */
export type AskedSilence = { seller: SellerKey; since: bigint };

/**
 * The last part of the link by which a seller answers a reminder (domain B.9). It is good for this one
 * silence: any sign of life ends both.
 */
export const signOfLifeLink = (key: Buffer, sellerId: string, since: bigint): string =>
  signLink(key, "sign of life", `${sellerId} ${since}`);

/** What such a link asks about; undefined when it is not one of ours. */
export function openSignOfLife(key: Buffer, link: string): AskedSilence | undefined {
  const asked = ASKED.exec(openLink(key, "sign of life", link) ?? "");
  if (asked === null) return undefined;
  const [, chainId = "", contract, seller, since = ""] = asked;
  return {
    seller: {
      chainId: Number.parseInt(chainId, 10),
      contract: contract as Hex,
      seller: seller as Hex,
    },
    since: BigInt(since),
  };
}

/** Notes that a seller has answered at a moment of chain time, unix seconds. */
export async function recordSignOfLife(
  transaction: CallerTransaction,
  { chainId, contract, seller }: SellerKey,
  at: bigint,
): Promise<void> {
  await sql`SELECT app.record_sign_of_life(${chainId}, ${contract}, ${seller}, ${at})`.execute(
    transaction,
  );
}
