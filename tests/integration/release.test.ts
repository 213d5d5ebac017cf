import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { migrateToLatest } from "../../core/db/migrate.ts";
import { ANALYTICS_RELATIONS } from "../../core/release/analytics.ts";
import { DICTIONARY } from "../../core/release/dictionary.ts";
import { ReleaseRefused } from "../../core/release/inspect.ts";
import { OTHER_VIEWS } from "../../core/release/other-views.ts";
import { publishRelease, type Statement } from "../../core/release/publish.ts";
import { createDatabase, type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { createFakeRelease, setIndexedBlock } from "./support/release.ts";

const ADMIN_SHUTDOWN = "57P01";

let server: PostgresServer;
let template: string;
let url: string;

/** A database in which release A is published and release B is ready; cloned for each test. */
beforeAll(async () => {
  server = sharedPostgres();
  const prepared = await createDatabase(server.url);
  await migrateToLatest(prepared);
  await createFakeRelease(prepared, { schema: "release_a" });
  await createFakeRelease(prepared, { schema: "release_b", block: 120n });
  await publishRelease(prepared, "release_a");
  template = new URL(prepared).pathname.slice(1);
});
beforeEach(async () => {
  url = await createDatabase(server.url, template);
  // Rights on a database do not travel with its template; migrating again restores them.
  await migrateToLatest(url);
});
afterAll(() => server.stop());

function query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  return withClient(url, async (client) => (await client.query<Row>(text)).rows);
}

type View = { name: string; definition: string; acl: string; comment: string; columns: string[] };

/** Every published view with whatever a release could lose, the schema's name masked. */
async function publishedViews(): Promise<View[]> {
  const views = await query<View>(`
    SELECT n.nspname || '.' || c.relname AS name, pg_get_viewdef(c.oid) AS definition,
           c.relacl::text AS acl, obj_description(c.oid) AS comment,
           (SELECT array_agg(col_description(c.oid, a.attnum) ORDER BY a.attnum)
            FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0) AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('indexed', 'analytics') AND c.relkind = 'v' ORDER BY 1`);
  return views.map((view) => ({
    ...view,
    definition: view.definition.replaceAll(/release_[ab]/g, "release_x"),
  }));
}

/** The releases that the views read: exactly one unless a switch was torn. */
async function releasesBehindViews(): Promise<string[]> {
  const rows = await query<{ schema: string }>(`
    SELECT DISTINCT substring(definition FROM 'release_[ab]\\M') AS schema FROM pg_views
    WHERE schemaname IN ('indexed', 'analytics') AND definition ~ 'release_[ab]'
    ORDER BY 1`);
  return rows.map((row) => row.schema);
}

async function currentRelease(): Promise<string[]> {
  const rows = await query<{ schema_name: string }>(
    "SELECT schema_name FROM app.release WHERE is_current",
  );
  return rows.map((row) => row.schema_name);
}

describe("publishing a release", () => {
  test("switches every view, and keeps grants and comments", async () => {
    const before = await publishedViews();
    expect(before.filter((view) => view.name.startsWith("analytics."))).toHaveLength(
      ANALYTICS_RELATIONS.length + Object.keys(OTHER_VIEWS).length,
    );
    await publishRelease(url, "release_b");

    expect(await releasesBehindViews()).toEqual(["release_b"]);
    expect(await currentRelease()).toEqual(["release_b"]);
    expect((await publishedViews()).map((view) => ({ ...view, definition: "" }))).toEqual(
      before.map((view) => ({ ...view, definition: "" })),
    );
  });

  test("the same release twice changes nothing that a reader sees", async () => {
    await publishRelease(url, "release_b");
    const before = await publishedViews();
    await publishRelease(url, "release_b");
    expect(await publishedViews()).toEqual(before);
    expect(await currentRelease()).toEqual(["release_b"]);
  });

  test("every column that people see carries its comment", async () => {
    const uncommented = (await publishedViews())
      .filter((view) => !view.name.startsWith("indexed._ponder"))
      .filter((view) => view.comment === null || view.columns.includes(null as never));
    expect(uncommented.map((view) => view.name)).toEqual([]);
    const [title] = await query<{ comment: string }>(
      `SELECT col_description('indexed.listing'::regclass, attnum) AS comment FROM pg_attribute
       WHERE attrelid = 'indexed.listing'::regclass AND attname = 'title'`,
    );
    const entry = DICTIONARY.relations.find((relation) => relation.name === "listing");
    expect(title?.comment).toBe(entry?.columns.find((column) => column.name === "title")?.comment);
  });

  test("analysts get public ids, exact money and timestamps", async () => {
    await query(`INSERT INTO release_a.price_change VALUES
      (31337, '0xab', 0, 7, 1, NULL, 340282366920938463463374607431768211456, 1700000000, '0xcd')`);
    const rows = await query(
      "SELECT listing_key, price_units, changed_at, changed_at_utc FROM analytics.price_change",
    );
    expect(rows).toEqual([
      {
        listing_key: "31337-0xab-0",
        price_units: "340282366920938463463374607431768211456",
        changed_at: "1700000000",
        changed_at_utc: new Date(1_700_000_000_000),
      },
    ]);
  });

  test("views and records of a vanished relation go with it (IX-14)", async () => {
    await query(`
      DROP TABLE release_b.agent_escrow_token;
      UPDATE release_b._ponder_meta
      SET value = jsonb_set(value, '{table_names}', (value -> 'table_names') - 'agent_escrow_token')`);
    await publishRelease(url, "release_b");
    const [gone] = await query("SELECT to_regclass('indexed.agent_escrow_token') AS view");
    expect(gone).toEqual({ view: null });
  });

  test("a view that somebody has built on top is named, and nothing is changed (IX-14)", async () => {
    await query("CREATE VIEW public.mine AS SELECT count(*) FROM indexed.listing");
    const before = await publishedViews();
    await expect(publishRelease(url, "release_b")).rejects.toThrow(
      "cannot drop desired object(s) because other objects depend on them",
    );
    expect(await publishedViews()).toEqual(before);
    expect(await currentRelease()).toEqual(["release_a"]);
    await query("SELECT * FROM public.mine");
    await query("DROP VIEW public.mine");
    await publishRelease(url, "release_b");
    expect(await releasesBehindViews()).toEqual(["release_b"]);
  });

  test("killed at each statement it is all or nothing (IX-14)", async () => {
    const statements: Statement[] = [];
    const whole = await createDatabase(server.url, template);
    await publishRelease(whole, "release_b", {
      onStatement: (statement) => {
        statements.push(statement);
      },
    });
    expect(statements.at(-1)?.text).toBe("COMMIT");
    const before = await publishedViews();

    await withClient(server.url, async (killer) => {
      for (const { position } of statements) {
        const publication = publishRelease(url, "release_b", {
          async onStatement(statement) {
            if (statement.position !== position) return;
            await killer.query("SELECT pg_terminate_backend($1, 5000)", [statement.processId]);
          },
        });
        await expect(publication, `killed before statement ${position}`).rejects.toThrow();
        expect(await currentRelease()).toEqual(["release_a"]);
        expect(await releasesBehindViews()).toEqual(["release_a"]);
      }
    });

    expect(await publishedViews()).toEqual(before);
    await publishRelease(url, "release_b");
    expect(await releasesBehindViews()).toEqual(["release_b"]);
  });

  test("a reader in a loop sees one release or the other, and never an error", async () => {
    const seen = new Set<string>();
    const torn: unknown[] = [];
    let isDone = false;
    let reads = 0;
    const reader = async () => {
      await withClient(url, async (client) => {
        while (!isDone) {
          await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
          const first = await client.query("SELECT schema_name FROM indexed._release");
          await client.query("SELECT count(*) FROM indexed.listing, indexed.activity");
          const again = await client.query("SELECT schema_name FROM indexed._release");
          await client.query("COMMIT");
          seen.add(first.rows[0].schema_name);
          if (first.rows[0].schema_name !== again.rows[0].schema_name) torn.push([first, again]);
          reads += 1;
        }
      });
    };
    const readers = [reader(), reader(), reader()];
    for (const schema of ["release_b", "release_a", "release_b"]) {
      const before = reads;
      await publishRelease(url, schema, { isForced: true });
      await expect.poll(() => reads, { timeout: 10_000 }).toBeGreaterThan(before + 3);
    }
    isDone = true;

    await Promise.all(readers);
    expect([...seen].sort()).toEqual(["release_a", "release_b"]);
    expect(torn).toEqual([]);
  });

  test("a reader that holds the views delays the switch and is not harmed", async () => {
    const attempts: string[] = [];
    await withClient(url, async (reader) => {
      await reader.query("BEGIN; SELECT 1 FROM indexed.listing");
      await publishRelease(url, "release_b", {
        async onRetry(_attempt, reason) {
          attempts.push(reason);
          if (attempts.length === 1) await reader.query("COMMIT");
        },
      });
    });
    expect(attempts[0]).toContain("lock timeout");
    expect(await currentRelease()).toEqual(["release_b"]);
  });

  test("announces the new release to whoever listens", async () => {
    await withClient(url, async (listener) => {
      await listener.query("LISTEN valyra_release");
      const announced = new Promise<string | undefined>((resolve) =>
        listener.once("notification", (message) => resolve(message.payload)),
      );
      await publishRelease(url, "release_b");
      expect(await announced).toBe("release_b");
    });
  });
});

describe("a release that must not be published", () => {
  test.each([
    ["release_none", {}, "start the indexer with this schema first"],
    ["release_c", { isReady: false }, "still catching up"],
    ["release_c", { isDev: true }, "ponder dev"],
    ["release_c", { block: 49n }, "indexed to block 49, 51 behind the published release"],
    ["release_c", { chainId: 1 }, "does not index chain 31337"],
  ])("%s %o", async (schema, fake, reason) => {
    if (schema !== "release_none") await createFakeRelease(url, { schema, ...fake });
    await expect(publishRelease(url, schema)).rejects.toThrow(reason);
    expect(await currentRelease()).toEqual(["release_a"]);
  });

  test("every reason is given at once", async () => {
    await createFakeRelease(url, { schema: "release_c", isReady: false, isDev: true });
    await query("DROP TABLE release_c.token");
    const error = await publishRelease(url, "release_c").catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(ReleaseRefused);
    expect((error as ReleaseRefused).reasons).toHaveLength(3);
  });

  test("one that is behind is published when forced", async () => {
    await withClient(url, (client) =>
      setIndexedBlock(client, "release_b", { block: 3n, timestamp: 1n }),
    );
    await expect(publishRelease(url, "release_b")).rejects.toThrow("--force");
    await publishRelease(url, "release_b", { isForced: true });
    expect(await currentRelease()).toEqual(["release_b"]);
  });
});

test("an administrator who is no superuser can migrate and publish", async () => {
  const name = `admin_${process.pid}`;
  await withClient(server.url, async (client) => {
    await client.query(`CREATE ROLE ${name} LOGIN CREATEROLE PASSWORD 'admin';
      GRANT valyra_owner, valyra_identity, valyra_indexer, valyra_api, valyra_worker, valyra_analyst
        TO ${name} WITH ADMIN OPTION`);
    await client.query(`CREATE DATABASE ${name} OWNER ${name}`);
  });
  const address = new URL(url);
  address.username = name;
  address.password = "admin";
  address.pathname = `/${name}`;
  url = address.href;

  await migrateToLatest(url, { valyra_api: "api" });
  await createFakeRelease(url, { schema: "release_a" });
  await publishRelease(url, "release_a");

  expect(await currentRelease()).toEqual(["release_a"]);
  address.username = "valyra_api";
  address.password = "api";
  await withClient(address.href, (client) => client.query("SELECT 1 FROM indexed.listing"));
});

test("a cut connection is an error, not a hang", async () => {
  const error = await withClient(server.url, (killer) =>
    publishRelease(url, "release_b", {
      async onStatement({ position, processId }) {
        if (position === 3)
          await killer.query("SELECT pg_terminate_backend($1, 5000)", [processId]);
      },
    }).catch((failure: unknown) => failure),
  );
  expect(error).toBeInstanceOf(Error);
  if (error instanceof pg.DatabaseError) expect(error.code).toBe(ADMIN_SHUTDOWN);
});
