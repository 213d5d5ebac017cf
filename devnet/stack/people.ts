import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { type Address, serializeTypedData } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import type { ListingDocument } from "../../core/listing-metadata/document.ts";
import { prepareDocument } from "../../core/listing-metadata/prepare.ts";
import { statementOf } from "../../core/listing-metadata/statement.ts";
import type { LocalChain } from "../chain.ts";
import { createPrng, type Prng } from "../market/prng.ts";
import { type MarketChain, playLive } from "./market-chain.ts";

/** How long sellers and the reviewer rest between two rounds. */
const REST_MS = 5_000;
/**
 * Listings that sellers describe in one round, and reviews that are decided in one: as many as the
 * limit of an account lets through.
 */
const [DESCRIBED, DECIDED] = [50, 3];
/** Of the tokens of the demo, and how many of them make a dollar. */
const [TOKEN_DECIMALS, TOKENS_PER_DOLLAR] = [18, 16_400];
/** The reviewer of the demo shows what is at least so well founded. */
const LEAST_CONFIDENCE = 10;
const DAY_MS = 86_400_000;

export type PlayOptions = {
  databaseUrl: string;
  apiUrl: string;
  /** Ends the play. */
  signal: AbortSignal;
  say: (what: string) => void;
};

type Listing = {
  chainId: number;
  contract: Address;
  number: bigint;
  seller: Address;
  title: string;
  createdAt: bigint;
  block: bigint;
  /** Whole tokens. */
  ask: string;
};

/** Everything that the people of the demo do from now on, on the chain and beside it. */
export async function playPeople(market: MarketChain, options: PlayOptions): Promise<void> {
  await Promise.all([
    playLive(market, options.signal, options.say),
    playBesideTheChain({ ...options, chain: market.chain }),
  ]);
}

type OptionsWithChain = PlayOptions & { chain: LocalChain };

/**
 * What people do beside the chain: sellers describe their listings and sign what they say, and a
 * reviewer decides about estimates that rest on claims alone. What goes wrong is tried again.
 */
async function playBesideTheChain(options: OptionsWithChain): Promise<void> {
  const { signal, say } = options;
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 1 });
  pool.on("error", () => undefined);
  const reviewer = createReviewer(options, pool);
  try {
    while (!signal.aborted) {
      await describeListings(options, pool)
        .then((described) => described > 0 && say(`${described} listings were described`))
        .catch((error: Error) => say(`sellers: ${error.message}`));
      await reviewer()
        .then((decided) => decided > 0 && say(`${decided} estimates were reviewed`))
        .catch((error: Error) => say(`reviewer: ${error.message}`));
      await delay(REST_MS, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    await pool.end();
  }
}

async function describeListings(
  { chain, signal }: OptionsWithChain,
  pool: pg.Pool,
): Promise<number> {
  const { rows } = await pool.query<Listing>(
    `SELECT chain_id AS "chainId", contract, listing_id AS number, seller, title,
       created_at AS "createdAt", created_block AS block,
       div(asking_price_units, 10::numeric ^ ${TOKEN_DECIMALS}) AS ask
     FROM indexed.listing AS listing
     WHERE NOT EXISTS (SELECT FROM app.listing_metadata AS told WHERE told.chain_id = listing.chain_id
       AND told.contract = listing.contract AND told.listing_id = listing.listing_id)
     ORDER BY created_at DESC LIMIT $1`,
    [DESCRIBED],
  );
  for (const listing of rows) {
    signal.throwIfAborted();
    const { documentHash, cid, legacyCid, document } = await prepareDocument(describe(listing));
    const signedAt = BigInt(Math.floor(Date.now() / 1_000));
    const statement = statementOf(listing, documentHash, signedAt);
    const signature = await signAs(chain, listing.seller, statement);
    await pool.query(
      `INSERT INTO app.listing_metadata (chain_id, contract, listing_id, version, document,
         document_hash, cid, legacy_cid, seller, signature, signed_at, block_number)
       VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
      [
        ...[listing.chainId, listing.contract, listing.number, JSON.stringify(document)],
        ...[documentHash, cid, legacyCid, listing.seller, signature, signedAt, listing.block],
      ],
    );
  }
  return rows.length;
}

/** The well-known accounts of the chain sign for their persons. */
function signAs(chain: LocalChain, signer: Address, statement: ReturnType<typeof statementOf>) {
  return chain.request<string>("eth_signTypedData_v4", [signer, serializeTypedData(statement)]);
}

const KINDS = ["saas", "content-site", "e-commerce", "mobile-app", "newsletter", "community"];

/**
 * A document that is the same in every run: figures are drawn by contract and number. A business asks
 * for one to four times what it earns in a year, as small ones do.
 */
function describe({ contract, number, title, createdAt, ask }: Listing): ListingDocument {
  const prng = createPrng(`${contract} ${number}`);
  const until = new Date(Number(createdAt) * 1_000 - DAY_MS);
  const year = { from: dayOf(new Date(until.getTime() - 364 * DAY_MS)), to: dayOf(until) };
  const category = prng.pick(KINDS);
  const dollars = Number(ask) / TOKENS_PER_DOLLAR;
  const profit = Math.max(1, Math.round(dollars / (1 + 3 * prng.unit())));
  const revenue = Math.round(profit / (0.3 + 0.6 * prng.unit()));
  const figure = (metric: "recurringRevenue" | "revenue" | "profit", value: number) => ({
    ...{ metric, value: String(value), currency: "USD", period: year, grade: "claimed" as const },
    ...{ source: "Books of the seller", definition: `${metric}/1` },
  });
  const count = (metric: "ageYears" | "monthlyVisitors" | "customers", value: string) => ({
    ...{ metric, value, period: year, grade: "claimed" as const },
    ...{ source: "Said by the seller", definition: `${metric}/1` },
  });
  return {
    schema: "valyra-listing/1",
    name: plain(title) || "A business",
    category,
    description: `A ${category} business with ${revenue} dollars of revenue in its last year.`,
    businessUrl: "https://business.example/",
    techStack: ["TypeScript", "Postgres"],
    revenueTrend: prng.pick(["growing", "stable", "declining"] as const),
    included: { domain: true, sourceCode: true, customerData: prng.chance(0.5) },
    metrics: [
      figure("revenue", revenue),
      figure("profit", profit),
      // Software of this kind is sold by subscription.
      ...(category === "saas" ? [figure("recurringRevenue", Math.ceil(revenue * 0.9))] : []),
      count("ageYears", (0.5 + 6 * prng.unit()).toFixed(1)),
      ...optional(prng, count("monthlyVisitors", String(Math.round(revenue * (1 + prng.unit()))))),
      ...optional(prng, count("customers", String(Math.round(revenue / 60)))),
    ],
    series: [],
    tags: [],
    links: [],
    images: [],
  };
}

const optional = <Metric>(prng: Prng, metric: Metric): Metric[] =>
  prng.chance(0.7) ? [metric] : [];
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
/** Titles of the market are meant to trouble careless readers; a document takes plain words alone. */
const plain = (title: string) =>
  title
    .replace(/[^\p{L}\p{N} .,&-]+/gu, " ")
    .trim()
    .slice(0, 100);

type Review = {
  valuation: { valuationId: string; estimate: { confidence: { score: number } } | null };
};

/** A reviewer with an account of his own, who decides what waits at the desk. */
function createReviewer({ apiUrl }: PlayOptions, pool: pg.Pool): () => Promise<number> {
  const wallet = privateKeyToAccount(generatePrivateKey());
  let token: string | undefined;
  const ask = async <Data>(method: string, path: string, body?: unknown): Promise<Data> => {
    const response = await fetch(`${apiUrl}${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    });
    const answer = (await response.json()) as { data: Data; detail?: string };
    if (response.status === 401) token = undefined;
    if (!response.ok) throw new Error(answer.detail ?? `answered ${response.status}`);
    return answer.data;
  };
  const signIn = async () => {
    const { message } = await ask<{ message: string }>("POST", "/v1/auth/nonce", {
      address: wallet.address,
    });
    const verify = { message, signature: await wallet.signMessage({ message }) };
    const first = await ask<{ accountId: string; accessToken: string }>(
      "POST",
      "/v1/auth/verify",
      verify,
    );
    await pool.query(
      "INSERT INTO app.account_role (account_id, role) VALUES ($1, 'reviewer') ON CONFLICT DO NOTHING",
      [first.accountId],
    );
    token = first.accessToken;
  };
  return async () => {
    if (token === undefined) await signIn();
    const path = "/v1/valuation-reviews";
    const open = await ask<Review[]>("GET", `${path}?limit=${DECIDED}`);
    for (const { valuation } of open) {
      const { valuationId, estimate } = valuation;
      const isShown = (estimate?.confidence.score ?? 0) >= LEAST_CONFIDENCE;
      await ask("POST", `${path}/${valuationId}/claim`);
      await ask("POST", `${path}/${valuationId}/decision`, {
        decision: isShown ? "publish" : "withhold",
        reason: isShown ? "The claims go together." : "There is too little to go by.",
      });
    }
    return open.length;
  };
}
