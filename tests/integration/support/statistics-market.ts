import type pg from "pg";
import { setIndexedBlock } from "./release.ts";
import { ESCROW_CONTRACT, insertInto, MARKETPLACE, TOKEN } from "./rows.ts";

/** Midnight UTC of Wednesday, 15 November 2023, in unix seconds; every time below counts from here. */
export const MIDNIGHT = 1_700_006_400;
export const DAY = 86_400;

/** Chain time of the last indexed block: 1,000 seconds into the third day. */
export const LAST = 2 * DAY + 1_000;

/** RFC 3339 text of a second counted from midnight. */
export const timeOf = (second: number) => new Date((MIDNIGHT + second) * 1_000).toISOString();

/** A second market with a token of its own: the two are never added up. */
export const OTHER_MARKETPLACE = `0x${"a2".repeat(20)}` as const;
export const OTHER_ESCROWS = `0x${"b3".repeat(20)}` as const;
export const OTHER_TOKEN = `0x${"c4".repeat(20)}` as const;

const account = (digit: string) => `0x${digit.repeat(40)}`;
const [X, Y, Z] = [account("1"), account("2"), account("3")];
const [S1, S2, S3] = [account("4"), account("5"), account("6")];

/** Where a moment stands in the chain: one block for each second. */
const at = (second: number, logIndex = 0) => ({
  second: MIDNIGHT + second,
  block: 1_000 + second,
  logIndex,
});

type Row = Record<string, unknown>;

/** Fills release A with the market whose numbers `statistics.test.ts` works out by hand. */
export async function fillStatisticsMarket(client: pg.Client): Promise<void> {
  const insert = insertInto(client, "release_a");
  await insert("token", [{}, { address: OTHER_TOKEN, symbol: "OTHER", decimals: 0 }]);
  await insert("listing", LISTINGS.map(toListing));
  await insert("price_change", [
    ...LISTINGS.map(({ market, id, created, ask }) =>
      toPrice(market, id, created, null, BigInt(ask)),
    ),
    toPrice("first", 1, 50, 3_000n, 2_000n),
  ]);
  await insert("activity", [
    ...LISTINGS.map(({ market, id, created }) =>
      toActivity("listing_created", market, id, created),
    ),
    toActivity("listing_cancelled", "first", 2, DAY + 10),
  ]);
  await insert("offer", OFFERS.map(toOffer));
  await insert("escrow", ESCROWS.map(toEscrow));
  await insert("escrow_transition", ESCROWS.flatMap(toTransitions));
  await insert("transition_hold", [{ escrow_id: 1, retained_units: 87 }]);
  await insert("dispute", [{ escrow_id: 4, resolution: "split", refunded_units: 400 }]);
  await insert("token_movement", MOVEMENTS.map(toMovement));
  await insert("agent_payment", [
    {
      payment_id: account("7"),
      amount_units: 10,
      state: "released",
      platform_fee_units: 1,
      created_at: MIDNIGHT + 5,
      settled_at: MIDNIGHT + 6,
    },
    {
      payment_id: account("8"),
      token: OTHER_TOKEN,
      amount_units: 20,
      created_at: MIDNIGHT + 7,
    },
  ]);
  const { block, second } = at(LAST);
  await setIndexedBlock(client, "release_a", { block: BigInt(block), timestamp: BigInt(second) });
}

const MARKETS = {
  first: { marketplace: MARKETPLACE, escrows: ESCROW_CONTRACT, token: TOKEN },
  other: { marketplace: OTHER_MARKETPLACE, escrows: OTHER_ESCROWS, token: OTHER_TOKEN },
} as const;
type Market = keyof typeof MARKETS;

const LISTINGS = [
  { market: "first", id: 0, created: 0, ask: 1_000, level: "basic", availability: "sold" },
  { market: "first", id: 1, created: 1, ask: 3_000, level: "enhanced", availability: "sold" },
  { market: "first", id: 2, created: DAY, ask: 3_000, level: "basic", availability: "cancelled" },
  {
    market: "other",
    id: 0,
    created: DAY - 1,
    ask: 500,
    level: "standard",
    availability: "in_escrow",
  },
  {
    market: "first",
    id: 4,
    created: 2 * DAY + 100,
    ask: 3_000,
    level: "basic",
    availability: "for_sale",
  },
] as const;

function toListing({ market, id, created, ask, level, availability }: (typeof LISTINGS)[number]) {
  return {
    contract: MARKETS[market].marketplace,
    listing_id: id,
    token: MARKETS[market].token,
    // The price in force may have changed since; statistics take the first one.
    initial_price_units: ask,
    asking_price_units: id === 1 ? 2_000 : ask,
    price_change_count: id === 1 ? 1 : 0,
    declared_verification: level,
    state: availability === "cancelled" ? "cancelled" : "active",
    availability,
    created_at: MIDNIGHT + created,
  };
}

function toPrice(
  market: Market,
  id: number,
  second: number,
  previous: bigint | null,
  price: bigint,
) {
  return {
    contract: MARKETS[market].marketplace,
    listing_id: id,
    block_number: at(second).block,
    log_index: 0,
    previous_price_units: previous,
    price_units: price,
    changed_at: MIDNIGHT + second,
  };
}

function toActivity(kind: string, market: Market, id: number, second: number) {
  return {
    kind,
    contract: MARKETS[market].marketplace,
    marketplace: MARKETS[market].marketplace,
    listing_id: id,
    block_number: at(second).block,
    // Two markets may have events in one block.
    log_index: market === "first" ? 0 : 9,
    occurred_at: MIDNIGHT + second,
  };
}

/** All on the first market; `price` and `deposit` in base units, times in seconds from midnight. */
const OFFERS: readonly (Row & { created: number; ended?: number; expires?: number })[] = [
  {
    offer_id: 1,
    listing_id: 0,
    buyer: X,
    deposit_units: 45,
    created: 100,
    ended: 200,
    state: "accepted",
    escrow_id: 1,
  },
  {
    offer_id: 2,
    listing_id: 0,
    buyer: Y,
    deposit_units: 40,
    created: 110,
    ended: 250,
    state: "rejected",
  },
  {
    offer_id: 3,
    listing_id: 1,
    buyer: X,
    deposit_units: 75,
    created: 120,
    ended: 300,
    state: "cancelled",
  },
  // Past its expiry and still active: expired, although its earnest money is still held.
  { offer_id: 4, listing_id: 1, buyer: Y, deposit_units: 10, created: 130 },
  {
    offer_id: 5,
    listing_id: 1,
    buyer: Y,
    deposit_units: 20,
    created: 140,
    ended: 90_000,
    state: "cancelled",
    is_ended_by_expiry: true,
  },
  {
    offer_id: 6,
    listing_id: 1,
    buyer: Y,
    deposit_units: 5,
    created: 150,
    ended: 400,
    state: "cancelled",
    is_ejected: true,
  },
  // Runs until after the last indexed block: not expired.
  { offer_id: 7, listing_id: 1, buyer: X, deposit_units: 7, created: 2 * DAY },
  // Expires in exactly the last indexed second, which still belongs to it: not expired.
  { offer_id: 8, listing_id: 1, buyer: Z, deposit_units: 3, created: DAY + 5, expires: LAST },
];

function toOffer({ created, ended, expires = created + DAY, ...row }: (typeof OFFERS)[number]) {
  return {
    ...row,
    expires_at: MIDNIGHT + expires,
    created_at: MIDNIGHT + created,
    created_block: at(created).block,
    ended_at: ended === undefined ? null : MIDNIGHT + ended,
  };
}

type Step = readonly [state: string, second: number, cause?: string];

/** Each with its states in order; the last one is the state it is in. */
const ESCROWS: readonly (Row & { market: Market; steps: readonly Step[] })[] = [
  {
    market: "first",
    escrow_id: 1,
    listing_id: 0,
    origin: "offer",
    offer_id: 1,
    buyer: X,
    seller: S1,
    amount_units: 900,
    steps: [
      ["created", 200],
      ["funded", 260],
      ["delivered", 300],
      ["transition", 400],
      ["completed", 90_000],
    ],
  },
  {
    market: "first",
    escrow_id: 2,
    listing_id: 1,
    buyer: Y,
    seller: S2,
    amount_units: 2_000,
    steps: [
      ["created", 60],
      ["funded", 60],
      ["expired", DAY + 5, "TimeoutClaimed"],
    ],
  },
  {
    market: "first",
    escrow_id: 3,
    listing_id: 1,
    buyer: X,
    seller: S2,
    amount_units: 2_000,
    steps: [
      ["created", 500],
      ["funded", 500],
      ["delivered", 600],
      ["completed", 90_010, "TimeoutClaimed"],
    ],
  },
  {
    market: "first",
    escrow_id: 4,
    listing_id: 0,
    buyer: Y,
    seller: S1,
    amount_units: 1_000,
    steps: [
      ["created", 700],
      ["funded", 700],
      ["delivered", 750],
      ["disputed", 800],
      ["resolved", 100_000],
    ],
  },
  {
    market: "other",
    escrow_id: 1,
    listing_id: 0,
    buyer: Z,
    seller: S3,
    amount_units: 500,
    steps: [
      ["created", 2 * DAY],
      ["funded", 2 * DAY],
    ],
  },
  {
    market: "first",
    escrow_id: 6,
    listing_id: 1,
    buyer: X,
    seller: S2,
    amount_units: 2_000,
    steps: [
      ["created", 900],
      ["funded", 900],
      ["emergency", 1_000],
    ],
  },
];
const OPEN_STATES = new Set(["created", "funded", "delivered", "transition", "disputed"]);

function toEscrow({ market, steps, ...row }: (typeof ESCROWS)[number]) {
  const when = (wanted: string) => {
    const step = steps.find(([state]) => state === wanted);
    return step === undefined ? null : MIDNIGHT + step[1];
  };
  const [first] = steps;
  const [state = "created", closed = 0] = steps.at(-1) ?? [];
  return {
    ...row,
    contract: MARKETS[market].escrows,
    marketplace: MARKETS[market].marketplace,
    token: MARKETS[market].token,
    total_funded_units: row.amount_units,
    state,
    funded_at: when("funded"),
    delivered_at: when("delivered"),
    confirmed_at: when("transition"),
    disputed_at: when("disputed"),
    closed_at: OPEN_STATES.has(state) ? null : MIDNIGHT + closed,
    created_at: MIDNIGHT + (first?.[1] ?? 0),
    created_block: at(first?.[1] ?? 0).block,
    created_log_index: 1,
  };
}

function toTransitions({ market, steps, escrow_id }: (typeof ESCROWS)[number]) {
  return steps.map(([state, second, cause = "Event"], sequence) => ({
    contract: MARKETS[market].escrows,
    escrow_id,
    sequence,
    from_state: steps[sequence - 1]?.[0] ?? null,
    to_state: state,
    cause,
    block_number: at(second).block,
    log_index: sequence + 1,
    changed_at: MIDNIGHT + second,
  }));
}

/** Fees of escrows 1, 3 and 4, and the stakes of two sellers. */
const MOVEMENTS = [
  { second: 400, units: 22, purpose: "platform_fee", escrow_id: 1 },
  { second: 90_010, units: 50, purpose: "platform_fee", escrow_id: 3 },
  { second: 100_000, units: 25, purpose: "platform_fee", escrow_id: 4 },
  { second: 10, units: 100, purpose: "stake", seller: S1 },
  { second: 20, units: 50, purpose: "stake", seller: S2 },
  { second: 30, units: 20, purpose: "slash", seller: S2 },
  { second: 100_001, units: 40, purpose: "stake_withdrawal", seller: S1 },
] as const;

function toMovement({ second, units, ...row }: (typeof MOVEMENTS)[number]) {
  const isFee = row.purpose === "platform_fee";
  return {
    escrow_id: null,
    ...row,
    contract: isFee ? ESCROW_CONTRACT : MARKETPLACE,
    amount_units: units,
    block_number: at(second).block,
    log_index: 100,
    moved_at: MIDNIGHT + second,
  };
}
