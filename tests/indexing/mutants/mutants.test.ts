import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { marketDifferences } from "../../support/compare/market-against-rows.ts";
import type { MarketView } from "../../support/compare/market-view.ts";
import { readRelease } from "../../support/compare/rows.ts";
import { playPlot, type Run } from "../../support/differential/batch.ts";
import { PAIRS, type Pair } from "../../support/differential/pairs.ts";
import { startWorld, viewPlot, type World } from "../../support/differential/world.ts";
import type { Uses } from "../../support/model/pick-move.ts";
import { startPonder } from "../../support/ponder.ts";
import {
  createDatabase,
  type PostgresServer,
  startPostgres,
  withClient,
} from "../../support/postgres.ts";
import { FINALITY_BLOCKS, INDEXING_DEADLINE_MS } from "../support/indexed-chain.ts";
import { copyWithMutant, MUTANTS, type Mutant } from "./mutants.ts";

/** Gives runs in which every mutant shows; a change of the moves may ask for another one. */
const SEED = 16;

/** How many runs are played on each of these pairs. */
const RUNS: Readonly<Record<string, number>> = { "M2 with E1, upgraded to M3": 1, "M3 with E3": 5 };

/** Each indexer keeps a core busy. */
const AT_ONCE = 2;
const SCHEMA = "release_mutant";
const MUTANT_LIST: readonly Mutant[] = Object.values(MUTANTS);

/** What the comparison of the differential test says of each indexer, or why it did not get there. */
type Verdict = { differences: string[] } | { error: unknown };

let postgres: PostgresServer;
let world: World;
let views: MarketView[];
const verdicts = new Map<Mutant | "control", Verdict>();

beforeAll(async () => {
  postgres = await startPostgres();
  world = await startWorld(
    PAIRS.flatMap((pair) => Array.from({ length: RUNS[pair.name] ?? 0 }, () => pair)),
  );
  const usesOf = new Map<Pair, Uses>(PAIRS.map((pair) => [pair, new Map()]));
  const runs: Run[] = [];
  for (const [index, plot] of world.plots.entries()) {
    runs.push(await playPlot(world, plot, SEED + index, usesOf.get(plot.pair)));
  }
  views = await Promise.all(runs.map(({ plot, state }) => viewPlot(world.chain, plot, state)));
  await world.chain.mineMany(FINALITY_BLOCKS);
  const waiting = (["control", ...MUTANT_LIST] as const).values();
  const judgeInTurn = async () => {
    for (const it of waiting) verdicts.set(it, await judge(it));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, judgeInTurn));
}, INDEXING_DEADLINE_MS);

afterAll(async () => {
  await world?.stop();
  await postgres?.stop();
});

async function judge(it: Mutant | "control"): Promise<Verdict> {
  try {
    if (it === "control") return { differences: await differencesAs() };
    const project = await copyWithMutant(it);
    try {
      return { differences: await differencesAs(project.root) };
    } finally {
      await project.remove();
    }
  } catch (error) {
    return { error };
  }
}

/** Indexes the runs as the project in `root` does and compares the rows with the contracts. */
async function differencesAs(root?: string): Promise<string[]> {
  const databaseUrl = await createDatabase(postgres.url);
  const { deploymentsFile } = world;
  const ponder = await startPonder({
    ...{ databaseUrl, schema: SCHEMA, deploymentsFile, root },
    isMeasured: false,
  });
  try {
    await ponder.reached((await world.chain.blockNumber()) - 1n);
    const release = await withClient(databaseUrl, (client) => readRelease(client, SCHEMA));
    return views.flatMap((view) => marketDifferences(view, release));
  } finally {
    await ponder.stop();
  }
}

function differencesOf(it: Mutant | "control"): string[] {
  const verdict = verdicts.get(it);
  if (verdict === undefined) throw new Error("nobody judged it");
  if ("error" in verdict) throw verdict.error;
  return verdict.differences;
}

describe(`runs with seed ${SEED}`, () => {
  test("the indexer as it is shows no difference (IX-8)", () => {
    expect(differencesOf("control")).toEqual([]);
  });

  test.each(MUTANT_LIST.map((mutant) => [mutant.name, mutant] as const))(
    "a mutant is caught: %s (IX-8)",
    (_name, mutant) => {
      expect(differencesOf(mutant)).toContainEqual(expect.stringMatching(mutant.shows));
    },
  );
});
