import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { IndexerClient } from "../../core/db/indexer-client.ts";
import { ReorganisationLocks } from "../../core/db/reorganisation-locks.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { startTestChain, type TestChain } from "../support/anvil.ts";
import { entriesOf } from "../support/markets.ts";
import {
  type PonderProcess,
  PROJECT_ROOT,
  startPonder,
  writeDeployments,
} from "../support/ponder.ts";
import {
  createDatabase,
  type PostgresServer,
  startPostgres,
  withClient,
} from "../support/postgres.ts";
import { INDEXING_DEADLINE_MS } from "./support/indexed-chain.ts";
import { copyProject, type ProjectCopy } from "./support/project-copy.ts";
import type { Stage } from "./support/stage.ts";
import { openStages } from "./support/stages.ts";

/** Facts about Ponder that the project is built on; an update of Ponder must keep them. */

const SCHEMA = "release_facts";

let chain: TestChain;
let stage: Stage;
let postgres: PostgresServer;
let deploymentsFile: string;
let ponder: PonderProcess;

beforeAll(async () => {
  chain = await startTestChain();
  const [opened] = await openStages(chain, [{}]);
  if (!opened) throw new Error("no market");
  stage = opened;
  await stage.openShop();
  deploymentsFile = writeDeployments({
    rpcUrl: chain.url,
    contracts: entriesOf([stage.market]),
  });
  postgres = await startPostgres();
  // What Ponder's own client would do anyway, so that only a setting of ours can show as "on".
  await query("ALTER DATABASE postgres SET synchronous_commit = off");
  ponder = await startPonder({ databaseUrl: postgres.url, schema: SCHEMA, deploymentsFile });
  await ponder.ready(INDEXING_DEADLINE_MS);
}, INDEXING_DEADLINE_MS);
afterAll(async () => {
  await ponder?.stop();
  await postgres?.stop();
  await chain?.stop();
});

async function query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  return withClient(postgres.url, async (client) => (await client.query<Row>(text)).rows);
}

describe("writers", () => {
  test("commit synchronously: rows, and what Ponder remembers of the chain", async () => {
    await query(`
      CREATE TABLE public.commit_seen (application text, setting text);
      CREATE FUNCTION public.note_commit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO public.commit_seen VALUES
          (current_setting('application_name'), current_setting('synchronous_commit'));
        RETURN NULL;
      END $$;
      CREATE TRIGGER noted AFTER INSERT ON ${SCHEMA}.activity
        FOR EACH STATEMENT EXECUTE FUNCTION public.note_commit();
      CREATE TRIGGER noted AFTER INSERT OR UPDATE ON ${SCHEMA}._ponder_checkpoint
        FOR EACH STATEMENT EXECUTE FUNCTION public.note_commit();
      CREATE TRIGGER noted AFTER INSERT OR UPDATE ON ponder_sync.blocks
        FOR EACH STATEMENT EXECUTE FUNCTION public.note_commit();`);
    await stage.act("seller", "marketplace", "recordHeartbeat");
    // Blocks become final, which is when Ponder remembers them.
    await chain.mineMany(80);
    await stage.act("seller", "marketplace", "recordHeartbeat");
    await ponder.reached(await chain.blockNumber());
    const seen = await waitUntil(
      async () => {
        const rows = await query<{ application: string; setting: string }>(
          "SELECT DISTINCT application, setting FROM public.commit_seen",
        );
        return rows.some((row) => row.application === "ponder_sync") && rows;
      },
      { what: "no block became final", deadlineMs: 60_000 },
    );
    const applications = new Set(seen.map((row) => row.application));
    expect(applications).toContain(`${SCHEMA}_user`);
    expect(seen.map((row) => row.setting)).toEqual(seen.map(() => "on"));
  });

  test("are told apart from readers by the name that Ponder gives them", async () => {
    await stage.act("seller", "marketplace", "recordHeartbeat");
    await ponder.reached(await chain.blockNumber());
    const rows = await query<{ name: string }>(
      "SELECT DISTINCT application_name AS name FROM pg_stat_activity",
    );
    const names = rows.map((row) => row.name);
    expect(names).toEqual(expect.arrayContaining([`${SCHEMA}_readonly`, `${SCHEMA}_user`]));
  });
});

describe("readers on Ponder's own port", () => {
  /** Asks Ponder's SQL over HTTP. */
  const askOverHttp = (sql: string) => {
    const body = JSON.stringify({ json: { sql, params: [] } });
    return fetch(`${ponder.url}/sql/db?sql=${encodeURIComponent(body)}`);
  };

  test("find the release without naming its schema", async () => {
    const answer = await askOverHttp("select title from listing");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("A business");
  });

  test.each([
    "delete from listing",
    "update listing set title = 'Mine'",
    "with gone as (delete from listing returning *) select * from gone",
    "drop table listing",
    "create table mine (id int)",
  ])("cannot write: %s", async (sql) => {
    expect((await askOverHttp(sql)).ok).toBe(false);
    const [row] = await query<{ title: string }>(`SELECT title FROM ${SCHEMA}.listing`);
    expect(row?.title).toBe("A business");
  });

  test("could not write even if Ponder let them", async () => {
    const client = new IndexerClient({
      connectionString: postgres.url,
      application_name: `${SCHEMA}_readonly`,
    });
    await client.connect();
    try {
      await expect(client.query("delete from listing")).rejects.toMatchObject({ code: "25006" });
      const { rows } = await client.query(
        "select current_setting('search_path') as path, current_setting('lock_timeout') as patience",
      );
      expect(rows).toEqual([{ path: SCHEMA, patience: "500ms" }]);
    } finally {
      await client.end();
    }
  });
});

describe("a reorganisation", () => {
  const read = (file: string) =>
    readFile(join(PROJECT_ROOT, "node_modules/ponder/dist/esm", file), "utf8");

  test("takes rows back only after it has dropped triggers with these words", async () => {
    const runtime = await read("runtime/multichain.js");
    const begins = runtime.indexOf('case "reorg"');
    const steps = ["dropTriggers(", "revertMultichain("].map((step) =>
      runtime.indexOf(step, begins),
    );
    expect(begins).toBeGreaterThan(0);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    const drop =
      /tx\.execute\(`(DROP TRIGGER IF EXISTS "\$\{getReorgTriggerName\(\)\}" ON "\$\{schema\})/;
    const words = drop.exec(await read("database/actions.js"))?.[1] ?? "";
    const sent = words.replaceAll(/\$\{[^}]*\}/g, "some");
    expect(new ReorganisationLocks().before(`${sent}"."row"`)).toContain("LOCK TABLE");
  });
});

describe("a start", () => {
  test("publishes nothing by itself", async () => {
    expect(await query("SELECT 1 FROM pg_namespace WHERE nspname = 'indexed'")).toEqual([]);
    const views = await query<{ schema: string }>(
      `SELECT DISTINCT schemaname AS schema FROM pg_views
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(views).toEqual([{ schema: SCHEMA }]);
  });
});

describe("the build id", () => {
  let project: ProjectCopy;
  let databaseUrl: string;
  let original: string;
  let starts = 0;

  beforeAll(async () => {
    project = await copyProject();
    databaseUrl = await createDatabase(postgres.url);
    original = await buildIdOf(deploymentsFile);
  }, INDEXING_DEADLINE_MS);
  afterAll(() => project?.remove());

  /** Starts the copy on a schema of its own and reads the build id that it goes by. */
  async function buildIdOf(file: string): Promise<string> {
    starts += 1;
    const schema = `release_${starts}`;
    const started = await startPonder({
      databaseUrl,
      schema,
      deploymentsFile: file,
      root: project.root,
    });
    try {
      await started.logged(/Created database tables/, INDEXING_DEADLINE_MS);
      return await waitUntil(
        () =>
          withClient(databaseUrl, async (client) => {
            const { rows } = await client.query<{ id: string }>(
              `SELECT value ->> 'build_id' AS id FROM "${schema}"._ponder_meta WHERE key = 'app'`,
            );
            return rows[0]?.id;
          }),
        { what: "no build id", deadlineMs: 60_000 },
      );
    } finally {
      await started.kill9();
    }
  }

  test("is the same for a copy of the project, and not the place", async () => {
    const [row] = await query<{ id: string }>(
      `SELECT value ->> 'build_id' AS id FROM ${SCHEMA}._ponder_meta WHERE key = 'app'`,
    );
    expect(original).toBe(row?.id);
  });

  test("changes with the deployments file", async () => {
    const other = writeDeployments({
      rpcUrl: chain.url,
      contracts: entriesOf([stage.market]),
      implementations: { [stage.market.marketplace.implementation]: "M3" },
    });
    expect(await buildIdOf(other)).not.toBe(original);
  });

  test("does not change with a function outside src, which is why src imports none", async () => {
    await project.edit(
      "core/deployments/deployment.ts",
      (text) => `${text}\nexport const changed = () => true;\n`,
    );
    expect(await buildIdOf(deploymentsFile)).toBe(original);
  });

  test("changes with a mere comment in src", async () => {
    await project.edit("src/rows/offer.ts", (text) => `${text}\n// Nothing but a comment.\n`);
    expect(await buildIdOf(deploymentsFile)).not.toBe(original);
  });
});
