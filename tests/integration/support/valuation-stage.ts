import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { openDatabase } from "../../../core/db/database.ts";
import type { ListingDocument } from "../../../core/listing-metadata/document.ts";
import type { GuardrailHit } from "../../../core/valuation/guardrails.ts";
import {
  createEngineSource,
  type EngineSource,
} from "../../../core/valuation/pipeline/engine-source.ts";
import { type BudgetCaps, createReadingBudget } from "../../../core/valuation/reading/budget.ts";
import { createPaidReader } from "../../../core/valuation/reading/paid-reader.ts";
import { waitUntil } from "../../../devnet/processes/wait-until.ts";
import { addAccount, type NewAccount } from "./accounts.ts";
import { startApi } from "./api.ts";
import { createJobStage } from "./job-stage.ts";
import { setIndexedBlock } from "./release.ts";
import { CHAIN_ID, insertRows, MARKETPLACE, SELLER, setHeads } from "./rows.ts";
import { asking, createSessions } from "./signed-in.ts";

/** Day on which the listings of these tests are valued. */
export const VALUED_AT = 1_790_000_000n;

/** A hash that no other number has. */
export const hashOfNumber = (number: number): `0x${string}` =>
  `0x${number.toString(16).padStart(64, "0")}`;

/** A document of a seller; all that it states is claimed. */
export const document = (changes: Partial<ListingDocument> = {}): ListingDocument => ({
  schema: "valyra-listing/1",
  name: "LedgerPilot",
  category: "saas",
  description: "Bookkeeping for small shops.",
  businessUrl: "https://ledgerpilot.example/",
  techStack: ["TypeScript"],
  revenueTrend: "stable",
  included: { domain: true, sourceCode: true, customerData: true },
  metrics: [
    money("recurringRevenue", "1500", "2026-08-01", "2026-08-31"),
    money("profit", "9000", "2025-09-01", "2026-08-31"),
  ],
  series: [],
  tags: [],
  links: [],
  images: [],
  ...changes,
});

const money = (metric: "recurringRevenue" | "profit", value: string, from: string, to: string) => ({
  ...{ metric, value, currency: "USD", period: { from, to }, grade: "claimed" as const },
  ...{ source: "Stripe dashboard", definition: `${metric}/1` },
});

/** A provider of models on loopback that does what the test says, and keeps what it was sent. */
export async function startProvider(behave: (response: ServerResponse, call: number) => void) {
  const seen: string[] = [];
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    seen.push(Buffer.concat(chunks).toString());
    behave(response, seen.length);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    seen,
    url: `http://127.0.0.1:${port}/v1`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Answers a chat with a form. */
export const answerForm = (response: ServerResponse, form: unknown) =>
  answerWords(response, JSON.stringify(form));

/** Answers a chat with whatever words. */
export const answerWords = (response: ServerResponse, content: string) => {
  const message = { role: "assistant", content };
  response.setHeader("content-type", "application/json");
  const choices = [{ index: 0, finish_reason: "stop", message }];
  response.end(JSON.stringify({ id: "1", choices, usage: { total_tokens: 700 } }));
};

/** What asking for a valuation answers. */
export type Asked = {
  valuation: { valuationId: string; state: string; estimate: unknown };
  jobId: string;
};

export type PipelineOptions = {
  /** Where a model answers; none unless given. */
  modelUrl?: string;
  caps?: Partial<BudgetCaps>;
  engines?: Partial<EngineSource>;
  /** Called before each read of the index. */
  beforeRead?: () => void;
  readingMs?: number;
  /** How long a worker that dies holds its jobs. */
  leaseMs?: number;
};

/** Plenty for every test that is not about budgets. */
export const CAPS: BudgetCaps = {
  scopeTokens: 1_000_000,
  allTokens: 10_000_000,
  allMicrodollars: 10_000_000,
  microdollarsPer1000Tokens: 1_000,
};

/** A market with listings that have no document yet, its API, and workers that value them. */
export async function createValuationStage(serverUrl: string) {
  const stage = await createJobStage(serverUrl);
  const { admin, urls } = stage;
  const listings = Array.from({ length: 260 }, (_, listing_id) => ({ listing_id }));
  await insertRows(admin, "release_a", "token", [{ symbol: "USDC" }]);
  await insertRows(admin, "release_a", "contract", [{}]);
  await insertRows(admin, "release_a", "listing", listings);
  await setIndexedBlock(admin, "release_a", { block: 120n, timestamp: VALUED_AT });
  await setHeads(admin, { head: 120, safe: 110, final: 100 });
  const sessions = createSessions();
  const api = startApi(urls.api, { callers: { bySession: sessions.bySession } });
  const options = { max: 4, processName: "test_valuations", onIdleError: () => undefined };
  const database = openDatabase(urls.worker, options);
  // Learned from once, for it is the same in all tests.
  const own = createEngineSource({ read: (work) => database.read(work), rates: {} });
  let version = 0;
  /** Bounds that have moved a number, as the workers were told. */
  const guardrails: GuardrailHit[] = [];
  /** The row of a valuation once it has ended. */
  const untilEnded = (valuationId: string) =>
    waitUntil(
      async () => {
        const text = "SELECT * FROM app.valuation WHERE valuation_id = $1";
        const { rows } = await admin.query(text, [valuationId]);
        return rows[0]?.finished_at !== null && rows[0];
      },
      { what: "the valuation has ended", deadlineMs: 90_000 },
    );

  return {
    stage,
    api,
    admin,
    urls,
    sessions,
    guardrails,
    async signedIn(account: NewAccount = {}) {
      const caller = await addAccount(urls.admin, account);
      return asking(api, { authorization: `Bearer ${sessions.tokenOf(caller)}` });
    },
    nobody: asking(api),
    /** Publishes a document as its seller would have, without a word to the pipeline. */
    async publish(listingId: number, content: ListingDocument) {
      version += 1;
      await admin.query(
        `INSERT INTO app.listing_metadata (chain_id, contract, listing_id, version, document,
           document_hash, cid, legacy_cid, seller, signature, signed_at, block_number)
         VALUES ($1, $2, $3, $4, $5, $6, 'b', 'Q', $7, '0x', $8, 90)`,
        [CHAIN_ID, MARKETPLACE, listingId, version, content, hashOfNumber(version), SELLER, 1],
      );
    },
    /** Starts workers that do all jobs. */
    work({
      modelUrl,
      caps,
      engines,
      beforeRead,
      readingMs = 20_000,
      leaseMs,
    }: PipelineOptions = {}) {
      const provider =
        modelUrl === undefined
          ? undefined
          : {
              ...{ apiKey: "not-a-key", baseUrl: modelUrl, model: "fake-1" },
              ...{ totalMs: readingMs, maxTokens: 500 },
            };
      const kept = new Map<string, unknown>();
      const read: typeof database.read = (work) => {
        beforeRead?.();
        return database.read(work);
      };
      const valuations = {
        rates: {},
        onGuardrail: (hit: GuardrailHit) => void guardrails.push(hit),
        engines: { ...own, ...engines },
        read: createPaidReader({
          provider,
          budget: createReadingBudget(stage.pool, { ...CAPS, ...caps }),
          cache: {
            get: async ({ name }) => kept.get(name) as never,
            set: async ({ name }, value) => void kept.set(name, value),
          },
        }),
      };
      return stage.work({
        deps: { database: { read }, valuations },
        ...(leaseMs === undefined ? {} : { leaseMs }),
      });
    },
    /** Asks for a valuation of a listing and gives its row once it has ended. */
    async valued(listing: number) {
      const caller = await addAccount(urls.admin, {});
      const ask = asking(api, { authorization: `Bearer ${sessions.tokenOf(caller)}` });
      const { status, body, text } = await ask("POST", `/v1/listings/${listing}/valuations`);
      if (status !== 202) throw new Error(text);
      // The route answers 202 with what its schema says.
      const { valuation, jobId } = body.data as Asked;
      return { ask, jobId, valuation, row: await untilEnded(valuation.valuationId) };
    },
    untilEnded,
    async close() {
      await stage.close();
      await database.close();
      await api.close();
    },
  };
}

export type ValuationStage = Awaited<ReturnType<typeof createValuationStage>>;
