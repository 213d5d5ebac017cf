import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ESCROW_COVERAGE } from "../../../src/protocol/coverage.ts";
import { startTestChain, type TestChain } from "../../support/anvil.ts";
import { marketDifferences } from "../../support/compare/market-against-rows.ts";
import { type MarketView, viewMarket } from "../../support/compare/market-view.ts";
import { compareOffers } from "../../support/compare/offer-rows.ts";
import { type Release, readRelease } from "../../support/compare/rows.ts";
import { entriesOf } from "../../support/markets.ts";
import { withClient } from "../../support/postgres.ts";
import { INDEXING_DEADLINE_MS, type IndexedChain, indexChain } from "../support/indexed-chain.ts";
import { payoutsByLogs } from "../support/payouts.ts";
import type { Stage } from "../support/stage.ts";
import { openStages } from "../support/stages.ts";
import { auditWithChanges, SEEDED_CHANGES } from "../support/state-audit.ts";
import { AGENT_CHECKS, type PlayedAgents, playAgents } from "./agents.ts";
import { identifiers } from "./identifiers.ts";
import { lifecycle } from "./lifecycle.ts";
import { money } from "./money.ts";
import { offersAndEmergency } from "./offers-and-emergency.ts";
import { silentState } from "./silent-state.ts";
import { time } from "./time.ts";
import type { Check } from "./trap.ts";
import { upgradesAndText } from "./upgrades-and-text.ts";

const AREAS = {
  "state that changes without its own event": silentState,
  "identifiers and zero values": identifiers,
  money,
  time,
  "offers and emergency": offersAndEmergency,
  "upgrades and text": upgradesAndText,
  "what else the state machines know": lifecycle,
} as const;

const PLAYS = Object.values(AREAS).flat();

/** Often enough for a test to see the genesis programme end. */
const GENESIS_CHECK_INTERVAL = 20;

let chain: TestChain;
let indexed: IndexedChain;
let stages: Stage[];
let agents: PlayedAgents;
let views: MarketView[];
let release: Release;
const checks = new Map<string, Check>();

/** All is played on one chain, each trap on a market of its own, and indexed once. */
beforeAll(async () => {
  chain = await startTestChain();
  const wishes = PLAYS.flatMap((play) => play.wishes);
  stages = await openStages(chain, wishes);
  const contracts = entriesOf(stages.map((stage) => stage.market));
  const free = [...stages];
  for (const { title, wishes, play } of PLAYS) {
    checks.set(title, await play(...free.splice(0, wishes.length)));
  }
  agents = await playAgents(chain);
  indexed = await indexChain(chain, {
    contracts: [...contracts, ...agents.contracts],
    genesisCheckInterval: GENESIS_CHECK_INTERVAL,
  });
  release = await withClient(indexed.databaseUrl, (client) =>
    readRelease(client, indexed.ponder.options.schema),
  );
  views = [];
  for (const { market, parties, smartAccounts } of stages) {
    // E0 lacks the link to its marketplace that the view reads.
    if (market.escrow.generation === "E0") continue;
    views.push(await viewMarket(chain, market, [...Object.values(parties), ...smartAccounts]));
  }
}, INDEXING_DEADLINE_MS);
afterAll(async () => {
  await indexed?.stop();
  await chain?.stop();
});

describe.each(Object.entries(AREAS))("%s", (_, plays) => {
  test.each(plays)("$title", async ({ title }) => {
    const check = checks.get(title);
    expect(check).toBeDefined();
    await check?.(indexed.rows);
  });
});

describe("contracts of agents", () => {
  test.each(Object.keys(AGENT_CHECKS))("%s", async (title) => {
    await AGENT_CHECKS[title]?.(agents, indexed.rows);
  });
});

describe("all markets together", () => {
  test("(IX-8) the state audit finds nothing after every scenario, and every seeded change by name", async () => {
    const started = performance.now();
    const { clean, changed } = await auditWithChanges(chain, indexed);
    const { comparedFields, comparedRows, differences, postponedRows } = clean;
    const seconds = (performance.now() - started) / 1_000;
    console.log(
      `state audit: ${differences.length} of ${comparedFields} fields of ${comparedRows} rows differ; 2 audits in ${seconds.toFixed(1)} s`,
    );
    expect(differences).toEqual([]);
    expect([postponedRows, comparedRows > 100]).toEqual([0, true]);
    const found = changed.differences.map(({ table, field, here }) => {
      return `${table} ${here === null ? "lost" : here === "a row" ? "invented" : field}`;
    });
    expect(found.toSorted()).toEqual(Object.keys(SEEDED_CHANGES).toSorted());
    const unexplained = changed.differences.filter(
      ({ table, lastEvent }) => lastEvent === null && table !== "offer",
    );
    expect(unexplained).toEqual([]);
  });

  test("every trap of domain A.9 is played", () => {
    const played = PLAYS.flatMap(({ title }) => /^trap (\d+): /.exec(title)?.[1] ?? []);
    expect(played).toEqual(Array.from({ length: 46 }, (_, index) => String(index + 1)));
  });

  test("after every scenario of domain A.8 the rows say what the contracts do [1.29]", async () => {
    const events = await indexed.rows.all("activity", { contractKind: "escrow" });
    const seen = new Set(events.map(({ event }) => event));
    const unseen = Object.keys(ESCROW_COVERAGE).filter((name) => !seen.has(name));
    expect(unseen).toEqual([]);
    const differences = views.flatMap((view) => marketDifferences(view, release));
    // Text with a NUL is stored otherwise on purpose (trap 45).
    expect(differences.filter((line) => !line.includes("\\u0000"))).toEqual([]);
  });

  test("each offer is in the state that the contract has for it [1.28]", () => {
    expect(views.flatMap((view) => compareOffers(view, release))).toEqual([]);
    const ends = release.get("offer")?.map((row) => `${row.state} ${row.is_ejected}`);
    expect(new Set(ends)).toEqual(
      new Set([
        "active false",
        "accepted false",
        "rejected false",
        "cancelled false",
        "cancelled true",
      ]),
    );
  });

  test("what an escrow paid out is what the token's logs say, for each of them [5.8]", async () => {
    for (const { escrow, market } of stages) {
      const paid = await payoutsByLogs(chain, escrow, market.escrowToken.address);
      for (const row of await indexed.rows.all("escrow", { contract: escrow })) {
        const sum =
          row.paidToBuyerUnits +
          row.paidToSellerUnits +
          row.paidToTreasuryUnits +
          row.paidToSafetyUnits;
        expect([escrow, row.escrowId, sum]).toEqual([
          escrow,
          row.escrowId,
          paid.get(row.escrowId) ?? 0n,
        ]);
        paid.delete(row.escrowId);
      }
      expect([...paid]).toEqual([]);
    }
  });
});
