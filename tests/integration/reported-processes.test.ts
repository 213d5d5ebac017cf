import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createLogger } from "../../core/log.ts";
import { parseDsn } from "../../core/reporting/error-reports.ts";
import { openReporting } from "../../core/reporting/open-reporting.ts";
import type { Child } from "../../devnet/processes/child.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { createSupervisorMetrics } from "../../guard/supervisor/metrics.ts";
import { startSupervisor } from "../../guard/supervisor/supervisor.ts";
import { startCollector } from "../support/collector.ts";
import type { PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { asAdmin, createPublishedDatabase } from "./support/market.ts";
import { startProcess } from "./support/process.ts";

const PATIENCE = { deadlineMs: 60_000, everyMs: 100 };

let server: PostgresServer;
let urls: Awaited<ReturnType<typeof createPublishedDatabase>>;
let collector: Awaited<ReturnType<typeof startCollector>>;
const children: Child[] = [];

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
});
afterAll(() => server.stop());
beforeEach(async () => {
  collector = await startCollector();
});
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.stop()));
  await collector.close();
});

/** Settings by which errors are told to the collector. */
const told = () => ({
  SENTRY_DSN: `http://public@${collector.place}/7`,
  OUTGOING_EXCEPTIONS: collector.place,
});

/** What the collector has heard, in the order of coming. */
const events = () =>
  collector.taken.map(({ body }) => JSON.parse(body.split("\n")[2] ?? "{}") as ReportedEvent);
type ReportedEvent = {
  message: { formatted: string };
  tags: Record<string, string>;
  exception: { values: { type: string; value: string }[] };
};

const until = (what: string, condition: () => unknown) =>
  waitUntil(async () => condition() || undefined, { what, ...PATIENCE });

test("a step of the journal that no waiting cures is reported, a database that goes away is not [1.47]", async () => {
  const { lines } = await startProcess(
    ["journal/main.ts"],
    { JOURNAL_DATABASE_URL: urls.worker, JOURNAL_PORT: "0", ...told() },
    children,
  );
  await until("the journal leads", () => lines.some((line) => line.includes("writes the journal")));
  await asAdmin(
    urls.admin,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name LIKE 'valyra_journal%' AND datname = current_database()`,
  );
  await until("the outage is logged", () => lines.some((line) => /"level":"warn"/.test(line)));
  expect(collector.taken).toEqual([]);
  await asAdmin(urls.admin, "ALTER TABLE app.chain_head RENAME COLUMN safe TO gone");
  await until("it is reported", () => collector.taken.length > 0);
  const [event] = events();
  expect(event).toMatchObject({
    tags: { component: "journal" },
    message: { formatted: "a step failed, it is tried again" },
    exception: { values: [{ value: "column chain_head.safe does not exist" }] },
  });
});

test("what ends the guard is reported before it ends, without the addresses of its database [1.47]", async () => {
  const taken = Number(collector.place.split(":")[1]);
  const { child, lines } = await startProcess(
    ["guard/main.ts"],
    {
      GUARD_DATABASE_URL: "postgresql://valyra_worker:hunter2@127.0.0.1:1/none",
      GUARD_PORT: String(taken),
      ...told(),
    },
    children,
  );
  await until("the guard ends", () => child.exit());
  expect(events()).toMatchObject([
    {
      tags: { component: "guard" },
      message: { formatted: "the process ends" },
    },
  ]);
  const everything = collector.taken.map(({ body }) => body).join() + lines.join();
  expect(everything).not.toContain("hunter2");
});

test("an indexer that ends by itself is reported with its last error, scrubbed, and started again [1.47]", async () => {
  const reporting = openReporting(
    {
      SENTRY_DSN: parseDsn(told().SENTRY_DSN),
      OUTGOING_EXCEPTIONS: [collector.place],
    },
    "supervisor",
  );
  const lines: string[] = [];
  const sink = { write: (line: string) => void lines.push(line) };
  const words = `Cannot read https://rpc.example/v2/a-key-of-mine of postgresql://valyra:${"hunter2"}@db/valyra`;
  const script = `console.log(JSON.stringify({ level: 50, msg: "Build failed", error: { message: ${JSON.stringify(words)} } })); process.exit(7);`;
  const supervisor = startSupervisor({
    databaseUrl: urls.admin,
    schema: "release_reported",
    chainId: 31_337,
    commandFor: () => ({ file: process.execPath, args: ["-e", script], environment: {} }),
    environment: { PATH: process.env.PATH },
    readHead: async () => 1n,
    stallMs: 60_000,
    isReported: reporting.onFailure !== undefined,
    desk: undefined,
    metrics: createSupervisorMetrics(),
    log: createLogger("supervisor", "info", sink, reporting.onFailure),
  });
  try {
    await until("it was started again", () => supervisor.state().restarts > 1);
  } finally {
    await supervisor.stop();
    await reporting.close();
  }
  // The same end within a minute is told once.
  expect(events()).toMatchObject([
    {
      tags: { component: "supervisor" },
      exception: {
        values: [
          {
            type: "IndexerEndedError",
            value: expect.stringMatching(
              /^it ended with code 7, its last error: Build failed: Cannot read https:\/\/rpc\.example of/,
            ),
          },
        ],
      },
    },
  ]);
  const everything = collector.taken.map(({ body }) => body).join() + lines.join();
  for (const secret of ["a-key-of-mine", "hunter2"]) expect(everything).not.toContain(secret);
});
