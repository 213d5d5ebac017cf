import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../../core/db/database.ts";
import type { ShortAccount } from "../../core/queries/shortfalls.ts";
import { ShortAccounts } from "../../core/statistics/shortfalls.ts";
import type { PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setIndexedBlock } from "./support/release.ts";
import { ESCROW_CONTRACT, insertInto, START, setHeads } from "./support/rows.ts";

const RUNS = 4;
const STEPS = 40;
const KEPT_EVERY = 8;
/** Blocks that are not final yet. */
const PENDING = 6;

let server: PostgresServer;
let admin: pg.Client;
let database: Database;
/** Statements that asked about named accounts only. */
let asked = 0;

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  admin = new pg.Client(urls.admin);
  await admin.connect();
  database = openDatabase(urls.api, {
    ...{ processName: "test", max: 2, onIdleError: () => undefined },
    onStatement: (text) => {
      if (text.includes("account = ANY")) asked += 1;
    },
  });
  await insertInto(admin, "release_a")("token_balance", [{ contract: ESCROW_CONTRACT }]);
});
afterAll(async () => {
  await database?.close();
  await admin?.end();
  await server.stop();
});

/** What happens in one block. */
type Act =
  | { kind: "moved"; account: string; units: bigint }
  | { kind: "offered"; offer: number; units: bigint }
  | { kind: "ended"; offer: number };

/** A block with an act, or a reorganisation that takes blocks away, as far as they are not final. */
type Step = { act: Act } | { depth: number };

const offers = fc.integer({ min: 1, max: 6 });
const accounts = fc.oneof(
  offers.map((offer) => `offer:${offer}`),
  fc.integer({ min: 1, max: 3 }).map((escrow) => `escrow:${escrow}`),
  fc.constant("surplus"),
);
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant("moved" as const),
    account: accounts,
    units: fc.bigInt({ min: -90n, max: 120n }).filter((units) => units !== 0n),
  }),
  fc.record({
    kind: fc.constant("offered" as const),
    offer: offers,
    units: fc.bigInt({ min: 1n, max: 100n }),
  }),
  fc.record({ kind: fc.constant("ended" as const), offer: offers }),
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ act: acts }) },
    { weight: 1, arbitrary: fc.record({ depth: fc.integer({ min: 1, max: PENDING }) }) },
  ),
  { minLength: STEPS, maxLength: STEPS },
);

/** A chain of acts, one a block from block 1, and the rows that they come to. */
class Played {
  readonly acts: Act[] = [];
  final = 0;

  async play(step: Step): Promise<void> {
    if ("act" in step) this.acts.push(step.act);
    else this.acts.length = Math.max(this.final, this.acts.length - step.depth);
    this.final = Math.max(this.final, this.acts.length - PENDING);
    await this.write();
  }

  async write(): Promise<void> {
    const insert = insertInto(admin, "release_a");
    await admin.query("TRUNCATE release_a.token_movement, release_a.offer");
    const standing = new Map<number, object>();
    for (const [index, act] of this.acts.entries()) {
      const block = index + 1;
      if (act.kind === "moved") await insert("token_movement", [toMovement(act, block)]);
      else if (act.kind === "offered") {
        const { offer, units } = act;
        const row = { state: "active", deposit_units: units, updated_block: block };
        standing.set(offer, { ...row, offer_id: offer });
      } else if (standing.has(act.offer)) {
        const row = standing.get(act.offer);
        standing.set(act.offer, { ...row, state: "rejected", updated_block: block });
      }
    }
    await insert("offer", [...standing.values()] as Record<string, unknown>[]);
    const head = this.acts.length;
    await setIndexedBlock(admin, "release_a", { block: BigInt(head), timestamp: START });
    await setHeads(admin, { head, safe: head, final: this.final });
  }
}

const toMovement = ({ account, units }: Extract<Act, { kind: "moved" }>, block: number) => ({
  block_number: block,
  escrow_id: null,
  ...(units > 0n
    ? { amount_units: units, credit_account: account }
    : {
        amount_units: -units,
        debit_account: account,
        credit_account: null,
        from: ESCROW_CONTRACT,
      }),
});

const inOrder = (found: readonly ShortAccount[]) =>
  [...found].sort((one, other) => (one.account < other.account ? -1 : 1));

const find = async (accounts: ShortAccounts, era = "one") =>
  inOrder(await database.read((snapshot) => accounts.find(snapshot, era)));

test("accounts with too little are the same whether they were kept or are summed anew, whatever happens and is taken back [1.71]", async () => {
  let [found, again] = [0, 0];
  await fc.assert(
    fc.asyncProperty(steps, async (played) => {
      const market = new Played();
      const keeping: ShortAccounts[] = [];
      for (const [index, step] of played.entries()) {
        await market.play(step);
        const anew = await find(new ShortAccounts());
        for (const accounts of keeping) expect(await find(accounts)).toEqual(anew);
        again += keeping.length;
        found += anew.length;
        // Each keeps what it finds at its own time.
        if (index % KEPT_EVERY === 0) {
          const accounts = new ShortAccounts();
          expect(await find(accounts)).toEqual(anew);
          keeping.push(accounts);
        }
      }
    }),
    { numRuns: RUNS },
  );
  expect(asked).toBe(again);
  expect(found).toBeGreaterThan(RUNS * STEPS);
});

test("a publication or a repair makes what was kept worth nothing", async () => {
  const market = new Played();
  for (let offer = 1; offer <= 3; offer += 1) {
    await market.play({ act: { kind: "offered", offer, units: 10n } });
  }
  for (let block = 0; block < PENDING; block += 1) {
    await market.play({ act: { kind: "moved", account: "surplus", units: 1n } });
  }
  const keeping = new ShortAccounts();
  expect((await find(keeping)).map(({ account }) => account)).toEqual([
    "offer:1",
    "offer:2",
    "offer:3",
  ]);
  // What no event of a chain could do: history below the final block is another.
  await insertInto(admin, "release_a")("token_movement", [
    { ...toMovement({ kind: "moved", account: "offer:2", units: 10n }, 1), log_index: 7 },
  ]);
  expect(await find(keeping)).toHaveLength(3);
  expect((await find(keeping, "two")).map(({ account }) => account)).toEqual([
    "offer:1",
    "offer:3",
  ]);
});
