import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Child } from "../../devnet/processes/child.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import type { PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { FakeChain } from "./support/fake-chain.ts";
import { readEntries, replayEntries } from "./support/journal.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { type StartedProcess, startProcess } from "./support/process.ts";
import { insertRows } from "./support/rows.ts";

let server: PostgresServer;
let urls: { admin: string; worker: string };
let admin: pg.Client;
let chain: FakeChain;
const children: Child[] = [];

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  admin = new pg.Client({ connectionString: urls.admin });
  await admin.connect();
  chain = new FakeChain(admin, "release_a");
});
afterAll(async () => {
  await admin.end();
  await server.stop();
});
beforeEach(() => chain.reset());
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.stop()));
});

type Process = StartedProcess & { port: number };

async function startJournal(env: NodeJS.ProcessEnv = {}): Promise<Process> {
  const settings = { JOURNAL_DATABASE_URL: urls.worker, JOURNAL_PORT: "0", ...env };
  const { child, lines } = await startProcess(["journal/main.ts"], settings, children);
  const started = await waitUntil(() => lines.find((line) => line.includes("journal started")), {
    what: "the journal starts",
    deadlineMs: 60_000,
    givenUp: () => child.exit() && child.lastLines(),
  });
  return { child, lines, port: (JSON.parse(started) as { port: number }).port };
}

const leads = ({ lines }: Process) => lines.some((line) => line.includes("writes the journal"));

async function untilEntries(count: number): Promise<void> {
  await waitUntil(async () => (await newest()) >= count, {
    what: `${count} entries`,
    deadlineMs: 60_000,
  });
}

async function newest(): Promise<number> {
  const { rows } = await admin.query<{ last: string }>(
    "SELECT last_sequence AS last FROM app.journal_counter",
  );
  return Number(rows[0]?.last);
}

async function expectWholeJournal(): Promise<void> {
  const believed = replayEntries(await readEntries(admin));
  expect([...believed.keys()].sort()).toEqual(await chain.events());
}

test("the journal follows the index as a process of its own, and ends after what it does", async () => {
  const journal = await startJournal();
  await chain.mine(3);
  await untilEntries(3);
  const ready = await fetch(`http://127.0.0.1:${journal.port}/ready`);
  expect(ready.status).toBe(200);
  expect(await ready.json()).toMatchObject({
    isReady: true,
    isLeader: true,
    state: "through block 1",
  });
  expect((await fetch(`http://127.0.0.1:${journal.port}/health`)).status).toBe(200);
  const metrics = await (await fetch(`http://127.0.0.1:${journal.port}/metrics`)).text();
  expect(metrics).toContain('valyra_journal_entries_total{status="provisional"} 3');
  expect(metrics).toContain("valyra_journal_is_leader 1");
  expect(metrics).toContain("valyra_journal_lag_blocks 0");
  expect(await journal.child.stop()).toEqual({ code: 0, signal: null });
  expect(journal.lines.join("\n")).not.toContain(`:${new URL(urls.worker).password}@`);
});

test("what is listed while it runs becomes searchable, and what is gone does not stay so", async () => {
  const documents = async () => {
    const { rows } = await admin.query<{ folded: string }>(
      "SELECT folded FROM app.listing_document",
    );
    return rows.map(({ folded }) => folded);
  };
  const journal = await startJournal();
  await insertRows(admin, "release_a", "listing", [
    { title: "Café", created_block: 1, updated_block: 1 },
  ]);
  await chain.mine(1);
  await waitUntil(async () => (await documents()).includes("cafe"), {
    what: "the document of the listing",
    deadlineMs: 60_000,
  });
  await admin.query("DELETE FROM release_a.listing");
  await chain.revert(1);
  await chain.mine(2, 1);
  await waitUntil(async () => (await documents()).length === 0, {
    what: "the document to be removed",
    deadlineMs: 60_000,
  });
  const metrics = await (await fetch(`http://127.0.0.1:${journal.port}/metrics`)).text();
  expect(metrics).toContain('valyra_journal_documents_total{change="written"} 1');
  expect(metrics).toContain('valyra_journal_documents_total{change="removed"} 1');
});

test("without its database it does not start, and says what is missing", async () => {
  const { child, lines } = await startProcess(["journal/main.ts"], {}, children);
  expect((await child.exited).code).toBe(78);
  expect(lines.join("\n")).toContain("JOURNAL_DATABASE_URL is missing");
});

test("killed at any moment of a long walk, others finish it without a gap or a repetition", async () => {
  await chain.mineHistory(50, 200);
  for (const wanted of [1, 5_000]) {
    const journal = await startJournal();
    await untilEntries(wanted);
    process.kill(journal.child.pid, "SIGKILL");
    await journal.child.exited;
  }
  expect(await newest()).toBeLessThan(10_000);
  await startJournal();
  await untilEntries(10_000);
  expect(await newest()).toBe(10_000);
  await expectWholeJournal();
});

test("of two processes one writes; when it loses the lock the other goes on", async () => {
  const first = await startJournal();
  await waitUntil(() => leads(first), { what: "the first leads", deadlineMs: 20_000 });
  const second = await startJournal();
  await chain.mine(2);
  await untilEntries(2);
  expect(leads(second)).toBe(false);
  const standby = await (await fetch(`http://127.0.0.1:${second.port}/ready`)).json();
  expect(standby).toMatchObject({ isReady: true, isLeader: false, state: "standing by" });

  process.kill(first.child.pid, "SIGKILL");
  await chain.mine(2);
  await untilEntries(4);
  expect(leads(second)).toBe(true);

  // A connection that breaks costs the lock; whoever is there takes it again.
  await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_locks
    WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
  await chain.mine(2);
  await untilEntries(6);
  await expectWholeJournal();
});

test("while the index starts anew nothing is told, and nothing is lost", async () => {
  const journal = await startJournal();
  await chain.mine(2);
  await untilEntries(2);
  const waits = () => journal.lines.some((line) => line.includes("the indexer to catch up"));
  let points = 0;
  await chain.crash(async () => {
    points += 1;
    if (points === 1) await waitUntil(waits, { what: "the journal waits", deadlineMs: 20_000 });
  });
  await chain.mine(1);
  await untilEntries(3);
  expect((await readEntries(admin)).map(({ status }) => status)).toEqual(
    Array(3).fill("provisional"),
  );
  await expectWholeJournal();
});
