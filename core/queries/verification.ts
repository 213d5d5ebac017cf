import { sql } from "kysely";
import type { Snapshot } from "../db/consistent-read.ts";
import { isAmong, type Key, keyText, rowsOf } from "../db/keys.ts";
import type { KeyColumn } from "../db/keyset.ts";
import type { ListingDocument } from "../listing-metadata/document.ts";

const ON_LISTING = [
  { name: "chainId", type: "int4" },
  { name: "marketplace", type: "address" },
  { name: "listingId", type: "uint256" },
] as const satisfies KeyColumn[];

const OF_LISTING = [
  { name: "chainId", type: "int4" },
  { name: "contract", type: "address" },
  { name: "listingId", type: "uint256" },
] as const satisfies KeyColumn[];

/** Events that say something about the level of a listing. */
const EVENTS = ["ListingCreated", "BuildIdVerified"] as const;

/** One of them, the last of its kind. */
export type VerificationEvent = {
  event: (typeof EVENTS)[number];
  /** Account that sent the transaction. */
  sender: `0x${string}`;
  /** Who acted: the seller, or the agent of the marketplace. */
  actor: `0x${string}` | null;
  args: Record<string, unknown>;
  /** Unix seconds. */
  occurredAt: bigint;
  chainId: number;
  blockNumber: bigint;
  blockHash: string;
  logIndex: number;
  txHash: string;
};

/** What the seller has signed about a listing, the newest of it. */
export type VerificationClaim = {
  version: number;
  document: ListingDocument;
  seller: `0x${string}`;
  /** Unix seconds. */
  signedAt: bigint;
};

/** What is known of a listing that bears on its level. */
export type VerificationFacts = {
  created: VerificationEvent | undefined;
  build: VerificationEvent | undefined;
  claim: VerificationClaim | undefined;
};

/** Facts by `keyText` of the listings, whose keys are chain, marketplace and number. */
export async function findVerificationFacts(
  { indexed, app }: Snapshot,
  keys: readonly Key[],
): Promise<Map<string, VerificationFacts>> {
  if (keys.length === 0) return new Map();
  const events = await indexed
    .selectFrom("activity")
    .select(["chainId", "marketplace", "listingId", "event", "sender", "actor", "args"])
    .select(["occurredAt", "blockNumber", "blockHash", "logIndex", "txHash"])
    .distinctOn(["chainId", "marketplace", "listingId", "event"])
    .where(isAmong("activity", ON_LISTING, keys))
    .where("event", "in", EVENTS)
    .orderBy("chainId")
    .orderBy("marketplace")
    .orderBy("listingId")
    .orderBy("event")
    .orderBy("blockNumber", "desc")
    .orderBy("logIndex", "desc")
    .execute();
  const claims = await app
    .selectFrom("listingMetadata")
    .select(["chainId", "contract", "listingId", "version", "document", "seller", "signedAt"])
    .distinctOn(["chainId", "contract", "listingId"])
    .where(
      sql<boolean>`(chain_id, contract, listing_id) IN (SELECT * FROM ${rowsOf(OF_LISTING, keys)} AS wanted)`,
    )
    .orderBy("chainId")
    .orderBy("contract")
    .orderBy("listingId")
    .orderBy("version", "desc")
    .execute();
  const ofListing = new Map<string, VerificationEvent[]>();
  for (const row of events) {
    const key = keyText([row.chainId, row.marketplace, row.listingId]);
    // The condition on `event` lets no other name through, and arguments are objects.
    ofListing.set(key, [...(ofListing.get(key) ?? []), row as unknown as VerificationEvent]);
  }
  const signed = new Map(
    claims.map((row) => [
      keyText([row.chainId, row.contract, row.listingId]),
      row as unknown as VerificationClaim,
    ]),
  );
  return new Map(
    keys.map((listing) => {
      const key = keyText(listing);
      const found = ofListing.get(key) ?? [];
      const last = (name: VerificationEvent["event"]) => found.find(({ event }) => event === name);
      return [
        key,
        { created: last("ListingCreated"), build: last("BuildIdVerified"), claim: signed.get(key) },
      ];
    }),
  );
}
