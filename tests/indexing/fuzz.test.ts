import fc from "fast-check";
import {
  type Address,
  concatHex,
  type Hex,
  size,
  slice,
  toEventSelector,
  toHex,
  zeroAddress,
  zeroHash,
} from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EscrowAbi, MarketplaceAbi } from "../../abis/index.ts";
import { splitEscrow } from "../../src/protocol/amounts.ts";
import { type Log, startTestChain, type TestChain } from "../support/anvil.ts";
import { entriesOf } from "../support/markets.ts";
import { becomeForger, type ForgedLog, forgeCall } from "./support/forger.ts";
import { HUGE_TEXT, hostileAmount, hostileBytes, storedText } from "./support/hostile.ts";
import { INDEXING_DEADLINE_MS, type IndexedChain, indexChain } from "./support/indexed-chain.ts";
import { rawLog } from "./support/raw-log.ts";
import { callWithRawText } from "./support/raw-text.ts";
import type { Stage } from "./support/stage.ts";
import { openStages } from "./support/stages.ts";

/** One seed for all: a failure repeats. */
const SEED = 20_250_101;

const LISTINGS = 260;
const ESCROWS = 110;
const GARBAGE = 450;
const REAL_LISTINGS = 40;

/** Logs in one transaction, few enough for its gas. */
const LOGS_PER_TRANSACTION = 40;

const sample = <Value>(arbitrary: fc.Arbitrary<Value>, count: number, salt: number) =>
  fc.sample(arbitrary, { numRuns: count, seed: SEED + salt });

const text = fc.record({ bytes: hostileBytes, isHuge: fc.integer({ min: 0, max: 60 }) });
const hostileText = text.map(({ bytes, isHuge }) => (isHuge === 0 ? HUGE_TEXT : bytes));

type FuzzedListing = { title: Hex; uri: Hex; reason: Hex; price: bigint; newPrice: bigint };
type FuzzedEscrow = { issue: Hex; response: Hex; amount: bigint; time: bigint; isRaised: boolean };

const listings: FuzzedListing[] = sample(
  fc.record({
    title: hostileText,
    uri: hostileText,
    reason: hostileText,
    price: hostileAmount,
    newPrice: hostileAmount,
  }),
  LISTINGS,
  1,
);
const escrows: FuzzedEscrow[] = sample(
  fc.record({
    issue: hostileText,
    response: hostileText,
    amount: hostileAmount,
    time: hostileAmount,
    isRaised: fc.boolean(),
  }),
  ESCROWS,
  2,
);

/** Ids far from those of the real listings and escrows beside them. */
const listingId = (index: number) => 1_000n + BigInt(index);
const escrowId = (index: number) => 1_000n + BigInt(index);

/** The life of a forged listing: what a seller can write, in an order that the contract allows. */
function logsOfListing(seller: Address, listing: FuzzedListing, index: number): ForgedLog[] {
  const id = { listingId: listingId(index) };
  const created = { ...id, seller, title: listing.title, askingPrice: listing.price };
  const log = (name: string, args: Record<string, unknown>) => rawLog(MarketplaceAbi, name, args);
  return [
    log("ListingCreated", { ...created, verificationLevel: index % 3 }),
    log("ListingUpdated", { ...id, ipfsMetadata: listing.uri, newPrice: listing.newPrice }),
    log("ListingPaused", { ...id, reason: listing.reason }),
    ...(index % 2 === 0 ? [log("ListingResumed", id)] : []),
    log("HeartbeatRecorded", { seller, timestamp: listing.newPrice }),
  ];
}

/** The life of a forged escrow up to a dispute, one way or the other. */
function logsOfEscrow(buyer: Address, seller: Address, escrow: FuzzedEscrow, index: number) {
  const id = { escrowId: escrowId(index) };
  const { amount } = escrow;
  const log = (name: string, args: Record<string, unknown>) => rawLog(EscrowAbi, name, args);
  const opened = [
    log("EscrowCreated", { ...id, listingId: 0n, buyer, seller, amount }),
    log("FundsDeposited", { ...id, buyer, amount, encryptionMethod: index % 2 }),
    log("CredentialsUploaded", { ...id, credentialHash: zeroHash }),
    log("VerificationExtended", { ...id, newDeadline: escrow.time }),
  ];
  if (escrow.isRaised) {
    return [
      ...opened,
      log("DisputeRaised", {
        ...id,
        initiator: buyer,
        disputeType: index % 4,
        evidenceIpfs: escrow.issue,
      }),
      log("DisputeResponded", { ...id, responseIpfs: escrow.response }),
    ];
  }
  return [
    ...opened,
    log("ReceiptConfirmed", { ...id, immediateRelease: amount, retainerAmount: amount }),
    log("TransitionHoldCreated", {
      ...id,
      retainedAmount: amount,
      releaseTime: escrow.time,
    }),
    log("TransitionIssueReported", { ...id, issue: escrow.issue }),
  ];
}

const KNOWN_TOPICS = [...MarketplaceAbi, ...EscrowAbi].flatMap((entry) =>
  entry.type === "event" && entry.inputs.some((input) => !("indexed" in input))
    ? [toEventSelector(entry)]
    : [],
);

/** Logs that nothing can decode: unknown topics, and known ones with topics or data cut off. */
const garbage: fc.Arbitrary<ForgedLog> = fc.oneof(
  fc.record({
    topics: fc.array(
      fc.uint8Array({ minLength: 32, maxLength: 32 }).map((it) => toHex(it)),
      {
        maxLength: 4,
      },
    ),
    data: hostileBytes,
  }),
  fc
    .record({
      topics: fc.constantFrom(...KNOWN_TOPICS).map((topic) => [topic]),
      data: hostileBytes,
    })
    .filter(({ data }) => data.length < 2 + 2 * 32),
  fc.record({
    topics: fc.constantFrom(...KNOWN_TOPICS).map((topic) => [topic, zeroHash, zeroHash, zeroHash]),
    data: fc.uint8Array({ maxLength: 31 }).map((it) => toHex(it)),
  }),
);

let chain: TestChain;
let indexed: IndexedChain;
let stage: Stage;
let logs: Log[];

beforeAll(async () => {
  chain = await startTestChain();
  const [opened] = await openStages(chain, [{}]);
  if (!opened) throw new Error("no market");
  stage = opened;
  const contracts = entriesOf([stage.market]);
  await stage.openShop();
  await createRealListings();
  for (const where of ["marketplace", "escrow"] as const) await becomeForger(stage, where);
  const { seller, buyer } = stage.parties;
  const random = sample(garbage, GARBAGE, 3);
  await forge(stage.marketplace, [
    ...listings.flatMap((it, index) => logsOfListing(seller, it, index)),
    ...random.filter((_, index) => index % 2 === 0),
  ]);
  await forge(stage.escrow, [
    ...escrows.flatMap((it, index) => logsOfEscrow(buyer, seller, it, index)),
    ...random.filter((_, index) => index % 2 === 1),
  ]);
  logs = await chain.logsOf([stage.marketplace, stage.escrow]);
  // Nobody mines any more: also through the gateway the indexer has to come to the head.
  indexed = await indexChain(chain, { contracts }, { isThroughGateway: true });
}, INDEXING_DEADLINE_MS);
afterAll(async () => {
  await indexed?.stop();
  await chain?.stop();
});

/** Storing text on chain costs far more gas than logging it: these stay short. */
const REAL_TEXT_BYTES = 200;

function textsOf(index: number): { title: Hex; uri: Hex; buildId: Hex } {
  const { title, uri, reason } = listings[index] ?? { title: "0x", uri: "0x", reason: "0x" };
  const short = (bytes: Hex) => slice(bytes, 0, Math.min(size(bytes), REAL_TEXT_BYTES));
  // A title may not be empty.
  return { title: concatHex(["0x23", short(title)]), uri: short(uri), buildId: short(reason) };
}

/** Sellers can write such text by the contract's own function too. */
async function createRealListings() {
  const calls = Array.from({ length: REAL_LISTINGS }, (_, index) => {
    const { title, uri, buildId } = textsOf(index);
    return {
      from: stage.parties.seller,
      to: stage.marketplace,
      data: callWithRawText("createListing", [
        ...[title, uri, 1n + BigInt(index), index % 3, zeroHash, "0x", buildId],
      ]),
    };
  });
  const receipts = await chain.execute(calls);
  expect(receipts.filter((receipt) => receipt.status !== "0x1")).toEqual([]);
}

async function forge(to: Address, all: readonly ForgedLog[]) {
  const from = stage.parties.stranger;
  const transactions = [];
  for (let at = 0; at < all.length; at += LOGS_PER_TRANSACTION) {
    transactions.push({ from, to, data: forgeCall(all.slice(at, at + LOGS_PER_TRANSACTION)) });
  }
  const receipts = await chain.execute(transactions);
  expect(receipts.filter((receipt) => receipt.status !== "0x1")).toEqual([]);
}

/** How many logs were forged on purpose to be understood. */
const understood = () =>
  listings.reduce((sum, it, index) => sum + logsOfListing(zeroAddress, it, index).length, 0) +
  escrows.reduce(
    (sum, it, index) => sum + logsOfEscrow(zeroAddress, zeroAddress, it, index).length,
    0,
  );

test("2,000 hostile logs do not stop the indexer (IX-16)", async () => {
  expect(understood() + GARBAGE + REAL_LISTINGS).toBeGreaterThanOrEqual(2_000);
  expect(logs.some(({ data }) => size(data) > 100_000)).toBe(true);
  expect(indexed.ponder.exit()).toBeUndefined();
  expect(indexed.ponder.lines.filter((line) => line.includes('"level":50'))).toEqual([]);
  expect((await fetch(`${indexed.ponder.url}/ready`)).status).toBe(200);
  await stage.act("stranger", "token", "mint", [stage.escrow, 1n]);
  await indexed.ponder.reached(await chain.blockNumber());
});

test("every log that can be understood is in the timeline with its own bytes, no other (IX-16)", async () => {
  const events = await indexed.rows.all("activity");
  const keyOf = (block: bigint, logIndex: number) => `${block}/${logIndex}`;
  const byKey = new Map(
    logs.map((log) => [keyOf(BigInt(log.blockNumber), Number(log.logIndex)), log]),
  );
  for (const row of events) {
    const log = byKey.get(keyOf(row.blockNumber, row.logIndex));
    expect([row.contract, row.topic, row.rawData]).toEqual([
      log?.address,
      log?.topics[0],
      log?.data,
    ]);
  }
  const undecodable = logs.length - events.length;
  expect(undecodable).toBe(GARBAGE);
});

test("listings hold hostile text made harmless, and amounts to the last unit (IX-16)", async () => {
  const rows = await indexed.rows.all("listing", { contract: stage.marketplace });
  const byId = new Map(rows.map((row) => [row.listingId, row]));
  for (const [index, listing] of listings.entries()) {
    const row = byId.get(listingId(index));
    expect(row).toMatchObject({
      title: storedText(listing.title),
      metadataUri: storedText(listing.uri),
      pauseReason: storedText(listing.reason),
      askingPriceUnits: listing.newPrice === 0n ? listing.price : listing.newPrice,
      state: index % 2 === 0 ? "active" : "paused",
    });
  }
});

test("a listing made through the contract holds its text the same way (IX-16)", async () => {
  const rows = await indexed.rows.all("listing", { contract: stage.marketplace });
  const real = rows.filter((row) => row.listingId > 0n && row.listingId <= REAL_LISTINGS);
  expect(real).toHaveLength(REAL_LISTINGS);
  for (const [index, row] of real.entries()) {
    const written = textsOf(index);
    expect([row.title, row.metadataUri, row.buildId]).toEqual([
      storedText(written.title),
      storedText(written.uri),
      storedText(written.buildId),
    ]);
  }
});

test("disputes hold hostile evidence and responses, escrows huge numbers (IX-16)", async () => {
  for (const [index, fuzzed] of escrows.entries()) {
    const key = { contract: stage.escrow, escrowId: escrowId(index) };
    const dispute = await indexed.rows.one("dispute", key);
    expect([dispute.origin, dispute.evidence, dispute.response]).toEqual(
      fuzzed.isRaised
        ? ["raised", storedText(fuzzed.issue), storedText(fuzzed.response)]
        : ["transition_issue", storedText(fuzzed.issue), null],
    );
    const { platformFee, sellerPayout } = splitEscrow(fuzzed.amount);
    expect(await indexed.rows.one("escrow", key)).toMatchObject({
      state: "disputed",
      amountUnits: fuzzed.amount,
      platformFeeUnits: platformFee,
      sellerPayoutUnits: sellerPayout,
      verifyDeadline: fuzzed.time,
    });
    if (fuzzed.isRaised) continue;
    expect(await indexed.rows.one("transitionHold", key)).toMatchObject({
      retainedUnits: fuzzed.amount,
      releaseTime: fuzzed.time,
      assistanceNotes: storedText(fuzzed.issue),
    });
  }
});
