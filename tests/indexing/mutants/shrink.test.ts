import { afterAll, beforeAll, expect, test } from "vitest";
import { playPlot, type Run } from "../../support/differential/batch.ts";
import { PAIRS } from "../../support/differential/pairs.ts";
import { type ShrunkRun, shrinkRun } from "../../support/differential/shrink.ts";
import { startWorld } from "../../support/differential/world.ts";
import { createDatabase, type PostgresServer, startPostgres } from "../../support/postgres.ts";
import { copyWithMutant, MUTANTS, type Mutant, STOPPING_MUTANT } from "./mutants.ts";

/** Gives a run with sales of listing 0 in its second half, which is what shrinking keeps first. */
const SEED = 9;

let postgres: PostgresServer;
let run: Run;

beforeAll(async () => {
  postgres = await startPostgres();
  const world = await startWorld(PAIRS.filter((pair) => pair.name === "M3 with E3"));
  try {
    for (const plot of world.plots) run = await playPlot(world, plot, SEED);
  } finally {
    await world.stop();
  }
});
afterAll(() => postgres?.stop());

async function shrinkWith(mutant: Mutant, tries: number): Promise<ShrunkRun | undefined> {
  const project = await copyWithMutant(mutant);
  try {
    const databaseUrl = await createDatabase(postgres.url);
    return await shrinkRun(run, { databaseUrl, schema: "release", root: project.root, tries });
  } finally {
    await project.remove();
  }
}

test("a failing run is shortened, and its differences are named", async () => {
  const shrunk = await shrinkWith(MUTANTS.listingZeroDropped, 6);
  const lines = shrunk?.reason.split("\n");
  expect(lines).toContainEqual(expect.stringMatching(MUTANTS.listingZeroDropped.shows));
  expect(shrunk?.shortest.length).toBeLessThan(run.dices.length);
});

test("a run that stops the indexer does not make every shorter one look as bad", async () => {
  const shrunk = await shrinkWith(STOPPING_MUTANT, 3);
  expect(shrunk?.reason).toMatch(STOPPING_MUTANT.shows);
  expect(shrunk?.shortest.length).toBeLessThan(run.dices.length);
  // One move alone changes no listing: it fails only where the indexer is not there any more.
  expect(shrunk?.shortest.length).toBeGreaterThan(1);
});
