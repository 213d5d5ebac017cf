import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type PonderProcess, startPonder } from "../../support/ponder.ts";
import { createDatabase, type PostgresServer, startPostgres } from "../../support/postgres.ts";
import { activityDifferences } from "../../support/recovery/canonical-logs.ts";
import { differencesFromCleanIndex, settle } from "../../support/recovery/clean-index.ts";
import {
  ageLock,
  DEEPEST,
  killAt,
  MOMENTS,
  renewLock,
  wasReady,
} from "../../support/recovery/kill.ts";
import { type LiveMarket, openLiveMarket } from "../../support/recovery/live-market.ts";
import { copyProject, type ProjectCopy } from "../support/project-copy.ts";

/** Another seed gives other traffic, other reorganisations and other deaths. */
const SEED = Number(process.env.VALYRA_SEED ?? 20_260);
const REORGS = Number(process.env.VALYRA_REORGS ?? 10);
const KILLS = Number(process.env.VALYRA_KILLS ?? 3);

/** More begin on a fresh chain, since anvil keeps its whole state for each block. */
const REORGS_PER_ROUND = 10;
/**
 * The one of each later round that comes while the indexer is still behind. Anvil forgets blocks that
 * it replaces, and Ponder asks for them for a minute before it looks for others.
 */
const UNAWAITED = 2;
/** All tables are compared after so many, and at the end. */
const REORGS_PER_COMPARISON = 5;

/** Blocks of history before an indexer starts, more than Ponder can take back. */
const HISTORY = 60;

/** Tables that the market keeps busy: a comparison of empty ones would prove nothing. */
const BUSY = [
  ...["activity", "listing", "price_change", "offer", "escrow", "escrow_transition"],
  ...["seller", "seller_stake", "token_balance", "token_movement", "agent_payment"],
];

const SETUP_MS = 90_000;
const REORG_MS = 25_000;
const KILL_MS = 90_000;

type Round = { round: number; first: number; last: number };

function roundsOf(count: number, size: number): Round[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, index) => ({
    round: index + 1,
    first: index * size + 1,
    last: Math.min(count, (index + 1) * size),
  }));
}

/** The earliest block that an indexer went back to since it had printed so many lines, as it says. */
function furthestBack({ lines }: PonderProcess, printed: number): number {
  const reverts = lines.slice(printed).filter((line) => line.includes('"Reorged block"'));
  return Math.min(...reverts.map((line) => JSON.parse(line).number));
}

describe(`an index of a market that is disturbed, seed ${SEED}`, () => {
  let postgres: PostgresServer;
  // An indexer starts again only with the sources it had, and a long run outlasts many an edit.
  let project: ProjectCopy;
  let market: LiveMarket | undefined;
  let index: PonderProcess | undefined;

  beforeAll(async () => {
    postgres = await startPostgres();
    project = await copyProject();
  });
  afterEach(async () => {
    await index?.kill9();
    await market?.stop();
  });
  afterAll(async () => {
    await postgres?.stop();
    await project?.remove();
  });

  async function openScene(name: string) {
    market = await openLiveMarket(`${SEED}/${name}`);
    await market.play(HISTORY);
    index = await startPonder({
      isMeasured: false,
      // What it is compared with asks the chain itself: the gateway must make no difference.
      isThroughGateway: true,
      databaseUrl: await createDatabase(postgres.url),
      schema: "release_disturbed",
      deploymentsFile: market.deploymentsFile,
      root: project.root,
    });
    return { market, index };
  }

  async function expectCleanTables(scene: LiveMarket, disturbed: PonderProcess) {
    const { differences, rowsOf } = await differencesFromCleanIndex(scene, disturbed, postgres.url);
    expect(differences).toEqual([]);
    expect(BUSY.filter((table) => !rowsOf.get(table))).toEqual([]);
  }

  async function expectCanonicalActivity(scene: LiveMarket, disturbed: PonderProcess) {
    const { chain, contracts } = scene;
    expect(await activityDifferences(chain, contracts, disturbed.options)).toEqual([]);
  }

  test.each(roundsOf(REORGS, REORGS_PER_ROUND))(
    "equals a clean index after reorganisations $first to $last (IX-1)",
    { timeout: SETUP_MS + REORGS_PER_ROUND * REORG_MS },
    async ({ round, first, last }) => {
      const scene = await openScene(`reorganisations/${round}`);
      await settle(scene.market, [scene.index]);
      for (let at = first; at <= last; at += 1) {
        const { prng } = scene.market;
        await scene.market.play(prng.between(2, 10));
        const isAwaited = round === 1 || at !== first + UNAWAITED;
        if (isAwaited) await scene.index.reached(await scene.market.chain.blockNumber());
        // Both ends of the range occur in every round.
        const depth = at === first ? DEEPEST : at === first + 1 ? 1 : prng.between(1, DEEPEST);
        const printed = scene.index.lines.length;
        const ancestor = await scene.market.reorganise(depth);
        await scene.market.play(prng.between(0, 3));
        await settle(scene.market, [scene.index]);
        // It may have looked while the node had taken blocks back and not replaced them yet; and of
        // blocks that it had not come to it needs to take back fewer.
        if (isAwaited)
          expect(furthestBack(scene.index, printed)).toBeLessThanOrEqual(Number(ancestor));
        await expectCanonicalActivity(scene.market, scene.index);
        if ((at - first + 1) % REORGS_PER_COMPARISON === 0 || at === last) {
          await expectCleanTables(scene.market, scene.index);
        }
      }
    },
  );

  test.each(roundsOf(KILLS, MOMENTS.length))(
    "comes back to a clean index by itself after kills $first to $last (IX-10) [1.49]",
    { timeout: SETUP_MS + MOMENTS.length * KILL_MS },
    async ({ round, first, last }) => {
      const scene = await openScene(`kills/${round}`);
      let living = scene.index;
      const moments = MOMENTS.slice(0, last - first + 1);
      for (const moment of moments) {
        await killAt(moment, scene.market, living);
        expect(await wasReady(living)).toBe(moment !== "backfill");

        // The market does not wait for an indexer that is away.
        const { prng } = scene.market;
        await scene.market.play(prng.between(1, 8));
        await scene.market.reorganise(prng.between(1, DEEPEST));
        await scene.market.play(prng.between(0, 3));

        const isLocked = moment === "traffic";
        await (isLocked ? renewLock(living) : ageLock(living));
        living = await startPonder(living.options);
        index = living;
        // What the first death left wrong the later comparisons find, too.
        if (moment === "backfill" && moments.length > 1) await settle(scene.market, [living]);
        else await expectCleanTables(scene.market, living);
        await expectCanonicalActivity(scene.market, living);
        const printed = living.lines.join("\n");
        expect(printed.includes("Schema is locked by a different Ponder app")).toBe(isLocked);
        expect(printed).toContain("Detected crash recovery");
      }
    },
  );
});
