import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Child, startChild } from "../../devnet/processes/child.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { type OwnPostgresServer, startPostgres, withClient } from "../support/postgres.ts";
import { type DatabaseProxy, startDatabaseProxy } from "./support/database-proxy.ts";
import { createPublishedDatabase } from "./support/market.ts";

/** How long the database is away each time; `WK6_SECONDS=30` is the whole check. */
const AWAY_MS = Number(process.env.WK6_SECONDS ?? 5) * 1_000;

/** Lines that a process may say of it in a second: it tells what it tries, and does not flood its log. */
const MOST_LINES_A_SECOND = 40;
const MOST_RESUME_MS = 30_000;

let server: OwnPostgresServer;
let urls: { admin: string; worker: string };
let proxy: DatabaseProxy;
let mails: string;
let child: Child;
let warnings = 0;

beforeAll(async () => {
  server = await startPostgres();
  urls = await createPublishedDatabase(server.url);
  proxy = await startDatabaseProxy(urls.worker);
  mails = await mkdtemp(join(tmpdir(), "valyra-mails-"));
  let isUp = false;
  const { PATH, HOME, NODE_OPTIONS } = process.env;
  child = await startChild({
    name: "workers",
    command: process.execPath,
    args: ["workers/main.ts"],
    cwd: join(import.meta.dirname, "../.."),
    env: {
      ...{ PATH, HOME, NODE_OPTIONS, WORKERS_DATABASE_URL: proxy.url },
      ...{ WORKERS_PORT: "0", WORKERS_LEASE_SECONDS: "2", MAIL_FOLDER: mails },
    },
    onLine(line) {
      if (line.includes("workers started")) isUp = true;
      if (/"level":(40|50|60)|"level":"(warn|error|fatal)"/.test(line)) warnings += 1;
    },
  });
  await waitUntil(() => isUp, {
    what: "the workers start",
    deadlineMs: 60_000,
    givenUp: () => child.exit() && child.lastLines(),
  });
});
afterAll(async () => {
  await child.stop();
  await proxy.close();
  await server.stop();
  await rm(mails, { recursive: true, force: true });
});

const asAdmin = (sql: string) => withClient(urls.admin, (client) => client.query(sql));

/** Writes a mail and its job, and waits until it is sent. */
async function sendOne(): Promise<void> {
  const [account, mail] = [randomUUID(), randomUUID()];
  await asAdmin(
    `INSERT INTO app.account (account_id, email, email_verified_at) VALUES ('${account}', '${account}@example.org', now());
     INSERT INTO app.mail (mail_id, account_id, template, cause, facts) VALUES ('${mail}', '${account}',
       'endpoint_disabled', '${mail}', '{"endpointId": "x", "host": "example.org", "failingSince": "today"}');
     SELECT app.add_job('mail.send', 'delivery', '${mail}', '{"mailId": "${mail}"}', 4, 12, '0', NULL, NULL)`,
  );
  await waitUntil(
    async () => {
      const sent = await asAdmin(
        `SELECT FROM app.mail WHERE mail_id = '${mail}' AND state = 'sent'`,
      );
      return sent.rowCount === 1;
    },
    {
      what: "the mail is sent",
      deadlineMs: 60_000,
      givenUp: () => child.exit() && child.lastLines(),
    },
  );
}

/** Ways to be without the database, and back. */
const FAULTS: Record<string, { begin: () => Promise<unknown>; end: () => Promise<unknown> }> = {
  "a stop that waits for nobody": { begin: () => server.halt(), end: () => server.restart() },
  "kill -9": { begin: () => server.crash(), end: () => server.restart() },
  "a cut on the way": { begin: () => proxy.close(), end: () => proxy.open() },
  "no connection to be had": {
    begin: () =>
      asAdmin(
        `ALTER ROLE valyra_worker CONNECTION LIMIT 0;
         SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'valyra_worker'`,
      ),
    end: () => asAdmin("ALTER ROLE valyra_worker CONNECTION LIMIT -1"),
  },
};

test.each(Object.keys(FAULTS))(
  "workers outlive %s, and go on by themselves [WK-6]",
  async (name) => {
    await sendOne();
    const before = warnings;
    await FAULTS[name]?.begin();
    await delay(AWAY_MS);
    // It waits, and neither ends nor asks without end.
    expect(child.exit(), child.lastLines()).toBeUndefined();
    const told = warnings - before;
    await FAULTS[name]?.end();
    const backAt = performance.now();
    await sendOne();
    const resumeMs = performance.now() - backAt;
    expect(child.exit(), child.lastLines()).toBeUndefined();
    console.log(
      `WK-6 ${name}: away ${AWAY_MS / 1_000} s, went on ${(resumeMs / 1_000).toFixed(1)} s after, ${told} warnings meanwhile`,
    );
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan((MOST_LINES_A_SECOND * AWAY_MS) / 1_000);
    expect(resumeMs).toBeLessThan(MOST_RESUME_MS);
  },
);
