import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generatePrivateKey } from "viem/accounts";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { requestAction } from "../../core/agent-wallet/actions.ts";
import { QUEUE_NAMES } from "../../core/jobs/queues.ts";
import { chainCauses } from "../../core/outbox/chain-causes.ts";
import type { Child } from "../../devnet/processes/child.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { writeDeployments } from "../support/ponder.ts";
import { hasRedis, startRedis } from "../support/redis.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { type FakeSmtp, startFakeSmtp } from "./support/fake-smtp.ts";
import { createJournalStage, type JournalStage } from "./support/journal.ts";
import { startProcess } from "./support/process.ts";
import { BUYER, SELLER } from "./support/rows.ts";

const server = sharedPostgres();
let stage: JournalStage;
let mails: string;
const children: Child[] = [];

beforeAll(async () => {
  stage = await createJournalStage(server.url, chainCauses("included"));
  mails = await mkdtemp(join(tmpdir(), "valyra-mails-"));
});
afterAll(async () => {
  await stage.close();
  await rm(mails, { recursive: true, force: true });
  await server.stop();
});
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.stop()));
});

/** Starts the process of the workers with some settings. */
const start = (env: NodeJS.ProcessEnv, args: string[] = []) =>
  startProcess(["workers/main.ts", ...args], env, children);

async function startReady(env: NodeJS.ProcessEnv = {}) {
  const { child, lines } = await start({
    WORKERS_DATABASE_URL: stage.urls.worker,
    WORKERS_PORT: "0",
    MAIL_FOLDER: mails,
    ...env,
  });
  const line = await waitUntil(() => lines.find((text) => text.includes("workers started")), {
    what: "the workers start",
    deadlineMs: 60_000,
    givenUp: () => child.exit() && child.lastLines(),
  });
  return { child, lines, url: `http://127.0.0.1:${(JSON.parse(line) as { port: number }).port}` };
}

const readMails = async () => {
  const names = (await readdir(mails)).filter((name) => name.endsWith(".eml"));
  return Promise.all(names.map((name) => readFile(join(mails, name), "utf8")));
};

test("an event makes a mail to its parties, its retraction another, and a stop ends in order [5.159]", async () => {
  await stage.reset();
  await stage.follow();
  // The buyer is no party of the event, so there is one mail.
  const [buyer, seller] = [randomUUID(), randomUUID()];
  await stage.admin.query(
    `INSERT INTO app.account (account_id, email, email_verified_at) VALUES
       ('${buyer}', 'buyer@example.org', now()), ('${seller}', 'seller@example.org', now());
     INSERT INTO app.account_wallet (address, account_id, proof, chain_id) VALUES
       ('${BUYER.toLowerCase()}', '${buyer}', 'key', 1), ('${SELLER.toLowerCase()}', '${seller}', 'key', 1)`,
  );
  const { child, url } = await startReady();
  const ready = await fetch(`${url}/ready`);
  expect(ready.status).toBe(200);
  expect(await ready.json()).toMatchObject({ backend: "postgres", queues: QUEUE_NAMES });
  await stage.chain.mine(3);
  await stage.follow();
  await waitUntil(async () => (await readMails()).length === 1, {
    what: "the mail",
    deadlineMs: 60_000,
  });
  const [told = ""] = await readMails();
  expect(told).toContain("To: seller@example.org");
  expect(told).toContain("Subject: An escrow was opened");
  expect(told).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");

  await stage.chain.revert(1);
  await stage.chain.mine(1, 1);
  await stage.follow();
  await waitUntil(async () => (await readMails()).length === 2, {
    what: "the mail that takes it back",
    deadlineMs: 60_000,
  });
  expect((await readMails()).join("\n")).toContain("Subject: Taken back: An escrow was opened");

  const counted = 'valyra_job_seconds_count{name="mail.send",outcome="done"} 2';
  await waitUntil(async () => (await (await fetch(`${url}/metrics`)).text()).includes(counted), {
    what: "the metric of both",
    deadlineMs: 30_000,
  });
  expect(await child.stop()).toEqual({ code: 0, signal: null });
});

test("bad settings are refused with what to do about them", async () => {
  const missing = await start({});
  expect((await missing.child.exited).code).toBe(78);
  expect(missing.lines.join("\n")).toContain("WORKERS_DATABASE_URL is missing");
  const unknown = await start({ WORKERS_DATABASE_URL: stage.urls.worker }, ["shipping"]);
  expect((await unknown.child.exited).code).toBe(64);
  expect(unknown.lines.join("\n")).toContain("there are intake, comparables, valuation, memo");
});

test.runIf(hasRedis())("a Redis that may lose jobs is refused at the start [WK-5]", async () => {
  const evicting = ["--appendonly", "yes", "--maxmemory-policy", "allkeys-lru"];
  const forgetting = ["--appendonly", "no", "--maxmemory-policy", "noeviction"];
  for (const [args, cure] of [
    [evicting, "set maxmemory-policy noeviction"],
    [forgetting, "set appendonly yes"],
  ] as const) {
    const redis = await startRedis(undefined, args);
    const { child, lines } = await start({
      WORKERS_DATABASE_URL: stage.urls.worker,
      WORKERS_PORT: "0",
      REDIS_URL: redis.url,
    });
    expect((await child.exited).code).toBe(78);
    expect(lines.join("\n")).toContain(cure);
    await redis.stop();
  }
});

test("the key of the agent and that of its node are in no log, error or row [5.152]", async () => {
  const key = generatePrivateKey();
  const nodeKey = randomUUID();
  const contract = `0x${"a1".repeat(20)}` as const;
  const env = {
    AGENT_KEY: key,
    LOG_LEVEL: "trace",
    VALYRA_DEPLOYMENTS: writeDeployments({
      rpcUrl: `http://127.0.0.1:1/v2/${nodeKey}`,
      contracts: [{ kind: "marketplace", generation: "M3", address: contract, startBlock: 1 }],
    }),
  };
  // Live, and this is not production.
  const refused = await start({ WORKERS_DATABASE_URL: stage.urls.worker, ...env });
  expect((await refused.child.exited).code).toBe(78);
  expect(refused.lines.join("\n")).toContain("VALYRA_STAGE=production");

  const { lines } = await startReady({ ...env, VALYRA_STAGE: "production" });
  const call = { function: "pauseListing", listingId: 0n, cause: "canary" } as const;
  await requestAction(stage.admin, { ...call, chainId: 31_337, contract });
  const failed = await waitUntil(
    async () => {
      const { rows } = await stage.admin.query(
        "SELECT error_code, error_detail FROM app.job WHERE name = 'agent.act' AND error_code IS NOT NULL",
      );
      return rows[0];
    },
    { what: "the node is out of reach", deadlineMs: 60_000 },
  );
  expect(failed.error_code).toBe("provider");
  await waitUntil(() => lines.some((line) => line.includes("a job failed")), {
    what: "the log says so",
    deadlineMs: 60_000,
  });
  const { rows } = await stage.admin.query(
    `SELECT job::text AS row FROM app.job UNION ALL SELECT action::text FROM app.agent_action AS action
     UNION ALL SELECT wallet::text FROM app.agent_wallet AS wallet`,
  );
  const everything = [...refused.lines, ...lines, ...rows.map(({ row }) => row)].join("\n");
  expect(everything).toContain("agent.act");
  for (const secret of [key, key.slice(2), nodeKey]) expect(everything).not.toContain(secret);
});

describe("a worker whose mail server takes its time", () => {
  let smtp: FakeSmtp;
  beforeAll(async () => {
    smtp = await startFakeSmtp();
  });
  afterAll(() => smtp.stop());

  /** Writes a mail and its job, and returns the job's id. */
  async function addMail(): Promise<string> {
    const [account, mail] = [randomUUID(), randomUUID()];
    await stage.admin.query(
      `INSERT INTO app.account (account_id, email, email_verified_at) VALUES ('${account}', '${account}@example.org', now());
       INSERT INTO app.mail (mail_id, account_id, template, cause, facts) VALUES ('${mail}', '${account}',
         'endpoint_disabled', 'test', '{"endpointId": "x", "host": "example.org", "failingSince": "today"}')`,
    );
    const { rows } = await stage.admin.query<{ id: string }>(
      `SELECT job_id AS id FROM app.add_job('mail.send', 'delivery', $1::text, jsonb_build_object('mailId', $1::text), 4, 12, '0', NULL, NULL)`,
      [mail],
    );
    return rows[0]?.id ?? "";
  }

  /** Nobody has mail or waits for any, and one account has the seller's wallet. */
  async function beginWithSeller(): Promise<void> {
    await stage.reset();
    const account = randomUUID();
    await stage.admin.query(
      `TRUNCATE app.mail, app.job CASCADE;
       DELETE FROM app.account_wallet;
       INSERT INTO app.account (account_id, email, email_verified_at) VALUES ('${account}', '${account}@example.org', now());
       INSERT INTO app.account_wallet (address, account_id, proof, chain_id) VALUES ('${SELLER.toLowerCase()}', '${account}', 'key', 1)`,
    );
    await stage.follow();
  }

  async function jobRow(jobId: string) {
    const { rows } = await stage.admin.query(
      "SELECT state, attempts, lease::integer, worker FROM app.job WHERE job_id = $1",
      [jobId],
    );
    return rows[0];
  }

  const startSlow = (seconds: string) =>
    startReady({
      MAIL_SMTP_URL: smtp.url,
      WORKERS_STOP_SECONDS: seconds,
      WORKERS_LEASE_SECONDS: "1",
    });

  const untilReceived = (count: number) =>
    waitUntil(() => smtp.received.length === count, { what: `${count} mails`, deadlineMs: 60_000 });

  test("hands back at a stop what takes too long, and at a second stop at once [WK-4]", async () => {
    smtp.answer = () => undefined;
    const jobId = await addMail();
    const patient = await startSlow("1");
    await untilReceived(1);
    process.kill(patient.child.pid, "SIGTERM");
    expect(await patient.child.exited).toEqual({ code: 0, signal: null });
    expect(await jobRow(jobId)).toMatchObject({ state: "queued", attempts: 0 });

    const hurried = await startSlow("600");
    await untilReceived(2);
    process.kill(hurried.child.pid, "SIGTERM");
    await waitUntil(() => hurried.lines.some((line) => line.includes("workers stop")), {
      what: "it stops",
      deadlineMs: 60_000,
    });
    process.kill(hurried.child.pid, "SIGTERM");
    expect(await hurried.child.exited).toEqual({ code: 0, signal: null });
    expect(await jobRow(jobId)).toMatchObject({ state: "queued", attempts: 0 });

    smtp.answer = () => "250 taken";
    await startSlow("25");
    await waitUntil(async () => (await jobRow(jobId))?.state === "done", {
      what: "the mail is sent",
      deadlineMs: 60_000,
    });
    // The same mail, and known as such by its id.
    expect(new Set(smtp.received).size).toBe(1);
  });

  test("sends one mail about a dispute, again after a refusal for now, and never twice [1.48]", async () => {
    const before = smtp.received.length;
    // Not the mail but the server is at fault, as with a 5xx of a service over HTTP.
    smtp.answer = (number) => (number <= before + 2 ? "451 not now" : "250 taken");
    await beginWithSeller();
    await stage.chain.mine(3);
    await stage.admin.query(
      "UPDATE release_a.activity SET kind = 'dispute_raised', event = 'DisputeRaised' WHERE block_number = $1 AND kind = 'escrow_created'",
      [stage.chain.head],
    );
    await stage.follow();
    // Two processes want to send it.
    await Promise.all([startSlow("25"), startSlow("25")]);
    const sent = await waitUntil(
      async () => {
        // Nobody waits for the pauses between attempts.
        await stage.admin.query(
          "UPDATE app.job SET available_at = now() WHERE name = 'mail.send' AND state = 'queued'",
        );
        const { rows } = await stage.admin.query(
          `SELECT job.state, job.attempts, mail.state AS mail, mail.facts->>'kind' AS kind
           FROM app.job JOIN app.mail ON job.payload->>'mailId' = mail_id::text
           WHERE job.name = 'mail.send'`,
        );
        return rows[0]?.state === "done" && rows;
      },
      { what: "the mail is taken", deadlineMs: 60_000 },
    );
    expect(sent).toEqual([{ state: "done", attempts: 3, mail: "sent", kind: "dispute_raised" }]);
    const mine = smtp.received.slice(before);
    expect(mine).toHaveLength(3);
    expect(new Set(mine).size).toBe(1);
  });

  test("killed before it could say that a mail is out, leaves a mail that is taken back when its event vanishes [SE-1]", async () => {
    const before = smtp.received.length;
    smtp.answer = (number) => (number === before + 1 ? undefined : "250 taken");
    await beginWithSeller();
    await stage.chain.mine(3);
    await stage.follow();
    const killed = await startSlow("25");
    await untilReceived(before + 1);
    process.kill(killed.child.pid, "SIGKILL");
    await killed.child.exited;
    await stage.chain.revert(1);
    await stage.chain.mine(1, 1);
    await stage.follow();
    await startSlow("25");
    await untilReceived(before + 2);
    const mails = await waitUntil(
      async () => {
        const { rows } = await stage.admin.query<{ id: string; template: string; state: string }>(
          "SELECT mail_id AS id, template, state FROM app.mail ORDER BY created_at",
        );
        return rows[1]?.state === "sent" && rows;
      },
      { what: "it is taken back", deadlineMs: 60_000 },
    );
    expect(mails).toMatchObject([
      { template: "event", state: "unconfirmed" },
      { template: "taken_back", state: "sent" },
    ]);
    expect(smtp.received.slice(before)).toEqual(mails.map(({ id }) => id));
  });

  test("cannot end a job that was taken from it while it stood still [SE-7]", async () => {
    const before = smtp.received.length;
    smtp.answer = (number) => (number === before + 1 ? undefined : "250 taken");
    const paused = await startSlow("25");
    const jobId = await addMail();
    await untilReceived(before + 1);
    process.kill(paused.child.pid, "SIGSTOP");
    await startSlow("25");
    const ended = await waitUntil(
      async () => {
        const row = await jobRow(jobId);
        return row?.state === "done" && row;
      },
      { what: "another worker does it", deadlineMs: 60_000 },
    );
    expect(ended).toMatchObject({ lease: 2, attempts: 2 });
    process.kill(paused.child.pid, "SIGCONT");
    smtp.release("250 taken");
    await waitUntil(() => paused.lines.some((line) => line.includes('"outcome":"lost"')), {
      what: "the paused worker notices",
      deadlineMs: 60_000,
    });
    expect(await jobRow(jobId)).toEqual(ended);
  });
});
