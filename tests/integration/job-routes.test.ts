import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { serveJobSockets } from "../../api/job-sockets.ts";
import { startServer } from "../../api/server.ts";
import type { SessionCaller } from "../../core/identity/caller.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { addAccount } from "./support/accounts.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createJobStage, type JobStage } from "./support/job-stage.ts";
import { type Ask, asking, createSessions } from "./support/signed-in.ts";

const server = sharedPostgres();
const sessions = createSessions();
const ORIGIN = "https://app.test";
let stage: JobStage;
let api: TestApi;
let http: Awaited<ReturnType<typeof startServer>>;
let port = 0;

beforeAll(async () => {
  stage = await createJobStage(server.url);
  api = startApi(stage.urls.api, { callers: { bySession: sessions.bySession } });
  http = await startServer(api.fetch, { host: "127.0.0.1", port: 0 });
  serveJobSockets(http, { fetch: api.fetch, corsOrigins: [ORIGIN] });
  port = (http.address() as { port: number }).port;
});
afterAll(async () => {
  http.closeAllConnections();
  http.close();
  await api.close();
  await stage.close();
  await server.stop();
});
beforeEach(() => stage.reset());

type Person = { caller: SessionCaller; token: string; ask: Ask };

async function signedIn(roles: "admin"[] = []): Promise<Person> {
  const caller = await addAccount(stage.urls.admin, { roles });
  const token = sessions.tokenOf(caller);
  return { caller, token, ask: asking(api, { authorization: `Bearer ${token}` }) };
}

const jobOf = ({ caller }: Person, n = 1) =>
  stage.add(n, { account: caller.accountId, cause: randomUUID() });

const dataOf = (answer: { body: Record<string, unknown> }) =>
  answer.body.data as Record<string, unknown>;

describe("jobs of an account", () => {
  test("its owner sees how far a job is, with its steps and an error in words for him [5.43]", async () => {
    const owner = await signedIn();
    const account = owner.caller.accountId;
    const first = await stage.add(1, { account, cause: "first" });
    const second = await stage.add(2, { account, cause: "second", after: first, attempts: 1 });
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    await stage.work({
      async process({ n }, { report }) {
        if (n === 2) throw new Error("secret innards");
        await report(40, "Reading the listing");
        await mayEnd;
      },
    });
    const running = await waitUntil(
      async () => {
        const data = dataOf(await owner.ask("GET", `/v1/jobs/${first}`));
        return data.progress === 40 && data;
      },
      { what: "progress", deadlineMs: 60_000 },
    );
    expect(running).toMatchObject({
      state: "running",
      step: "Reading the listing",
      isEnded: false,
      error: null,
    });
    expect(
      (running.steps as { jobId: string; state: string }[]).map(({ jobId, state }) => [
        jobId,
        state,
      ]),
    ).toEqual([
      [first, "running"],
      [second, "waiting"],
    ]);
    end();
    await stage.until(second, "dead");
    const failed = await owner.ask("GET", `/v1/jobs/${second}`);
    expect(dataOf(failed)).toMatchObject({
      state: "dead",
      isEnded: true,
      error: { code: "unexpected" },
    });
    expect(failed.text).not.toContain("secret innards");
    const list = await owner.ask("GET", "/v1/jobs?limit=1");
    expect(list.body).toMatchObject({ data: [{ jobId: second }], page: { hasMore: true } });
    const { nextCursor } = list.body.page as { nextCursor: string };
    const next = await owner.ask("GET", `/v1/jobs?limit=1&cursor=${nextCursor}`);
    expect(next.body).toMatchObject({ data: [{ jobId: first }], page: { hasMore: false } });
  });

  test("nobody sees or cancels those of others, and nothing but that by SQL (AP-1)", async () => {
    const [owner, other] = [await signedIn(), await signedIn()];
    const jobId = await jobOf(owner);
    for (const [method, path] of [
      ["GET", `/v1/jobs/${jobId}`],
      ["POST", `/v1/jobs/${jobId}/cancel`],
    ] as const) {
      expect((await other.ask(method, path)).body).toMatchObject({ code: "JOB_NOT_FOUND" });
      expect((await asking(api)(method, path)).status).toBe(401);
    }
    expect((await other.ask("GET", "/v1/jobs")).body.data).toEqual([]);
    for (const [method, path, body] of [
      ["GET", "/v1/admin/jobs"],
      ["GET", "/v1/admin/queues"],
      ["POST", `/v1/admin/jobs/${jobId}/replay`],
      ["POST", "/v1/admin/jobs/replay", {}],
    ] as const) {
      expect((await owner.ask(method, path, body)).status, path).toBe(403);
    }
    expect((await stage.row(jobId)).state).toBe("queued");
  });

  test("one of an organisation is cancelled by its admins and owners, and by no other member", async () => {
    const [asker, admin, member] = [await signedIn(), await signedIn(), await signedIn()];
    const organisation = randomUUID();
    await stage.admin.query(
      "INSERT INTO app.organisation (organisation_id, name) VALUES ($1, 'One')",
      [organisation],
    );
    for (const [{ caller }, role] of [
      [asker, "owner"],
      [admin, "admin"],
      [member, "member"],
    ] as const) {
      await stage.admin.query(
        "INSERT INTO app.organisation_member (organisation_id, account_id, role) VALUES ($1, $2, $3)",
        [organisation, caller.accountId, role],
      );
    }
    const ofAll = async () => {
      const jobId = await jobOf(asker);
      await stage.admin.query(
        "UPDATE app.job SET organisation_id = $1, cause = $2 WHERE job_id = $2",
        [...[organisation, jobId]],
      );
      return jobId;
    };
    const jobId = await ofAll();
    expect((await member.ask("GET", `/v1/jobs/${jobId}`)).status).toBe(200);
    expect(await member.ask("POST", `/v1/jobs/${jobId}/cancel`)).toMatchObject({
      status: 403,
      body: { code: "FORBIDDEN" },
    });
    expect((await stage.row(jobId)).state).toBe("queued");
    expect(dataOf(await admin.ask("POST", `/v1/jobs/${jobId}/cancel`))).toMatchObject({
      state: "cancelled",
    });
    expect((await asker.ask("POST", `/v1/jobs/${await ofAll()}/cancel`)).status).toBe(200);
  });

  test("one that waits is cancelled at once, one that runs when it has stopped", async () => {
    const owner = await signedIn();
    const waiting = await jobOf(owner);
    const cancelled = await owner.ask("POST", `/v1/jobs/${waiting}/cancel`);
    expect(dataOf(cancelled)).toMatchObject({ state: "cancelled", isEnded: true });
    expect((await owner.ask("POST", `/v1/jobs/${waiting}/cancel`)).body).toMatchObject({
      code: "JOB_ENDED",
    });
    await stage.work({
      leaseMs: 600,
      process: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
    });
    const running = await jobOf(owner);
    await stage.until(running, "running");
    const stopping = await owner.ask("POST", `/v1/jobs/${running}/cancel`);
    expect(dataOf(stopping)).toMatchObject({ state: "running", isStopping: true });
    await stage.until(running, "cancelled");
  });

  test("administrators find dead jobs and have them done again with one call", async () => {
    const [owner, admin] = [await signedIn(), await signedIn(["admin"])];
    let fails = true;
    await stage.work({
      definition: { attempts: 1 },
      async process() {
        if (fails) throw new Error("no");
      },
    });
    const jobs = await Promise.all(
      [1, 2, 3].map((n) =>
        stage.add(n, { account: owner.caller.accountId, attempts: 1, cause: `dead ${n}` }),
      ),
    );
    for (const job of jobs) await stage.until(job, "dead");
    const dead = await admin.ask("GET", "/v1/admin/jobs");
    expect((dead.body.data as { jobId: string }[]).map(({ jobId }) => jobId).sort()).toEqual(
      [...jobs].sort(),
    );
    expect((await admin.ask("GET", "/v1/admin/queues")).body.data).toMatchObject([
      { queue: "delivery", state: "dead", count: 3 },
    ]);
    fails = false;
    const [one = ""] = jobs;
    expect((await admin.ask("POST", `/v1/admin/jobs/${one}/replay`)).status).toBe(200);
    await stage.until(one, "done");
    expect((await admin.ask("POST", `/v1/admin/jobs/${one}/replay`)).body).toMatchObject({
      code: "JOB_ENDED",
    });
    expect(dataOf(await admin.ask("POST", "/v1/admin/jobs/replay", {}))).toEqual({ replayed: 2 });
    for (const job of jobs) await stage.until(job, "done");
  });
});

describe("the page of queues", () => {
  test("an administrator opens it by a link that is good once, and reads only", async () => {
    const [admin, user] = [await signedIn(["admin"]), await signedIn()];
    const jobId = await jobOf(user);
    const LINKS = "/v1/admin/queue-page-links";
    expect((await user.ask("POST", LINKS)).status).toBe(403);
    const made = await admin.ask("POST", LINKS);
    expect(made.status, made.text).toBe(201);
    const { path } = dataOf(made) as { path: string };
    const entered = await api.get(path);
    expect(entered.status).toBe(303);
    const cookie = entered.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^valyra_queues=[\w-]{43}; .*Path=\/admin\/queues; HttpOnly/);
    expect((await api.get(path)).status).toBe(401);
    const visit = { cookie: cookie.split(";")[0] ?? "" };
    const page = await api.get("/admin/queues", visit);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(await page.text()).toContain("Valyra");
    const queues = await api.get("/admin/queues/api/queues?activeQueue=delivery&page=1", visit);
    expect(queues.status, await queues.clone().text()).toBe(200);
    expect(await queues.text()).toContain(jobId);
    const script = /static\/js\/[\w.-]+\.js/.exec(
      await (await api.get("/admin/queues", visit)).text(),
    );
    expect((await api.get(`/admin/queues/${script?.[0]}`, visit)).status).toBe(200);
    const guessed = { cookie: `valyra_queues=${"x".repeat(43)}` };
    for (const headers of [undefined, guessed]) {
      expect((await api.get("/admin/queues", headers)).status).toBe(401);
      expect((await api.get("/admin/queues/api/queues", headers)).status).toBe(401);
    }
    const pause = await api.request("/admin/queues/api/queues/delivery/pause", {
      method: "PUT",
      headers: visit,
    });
    expect(pause.status).toBe(405);
    await stage.admin.query("DELETE FROM app.account_role WHERE account_id = $1", [
      admin.caller.accountId,
    ]);
    expect((await api.get("/admin/queues", visit)).status).toBe(401);
  });
});

/** Jobs as a stream of server-sent events tells them. */
async function readStream(response: Response, seen: string[]): Promise<void> {
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    for (const [, data = "{}"] of part.matchAll(/^data: (.*)$/gm))
      seen.push(JSON.parse(data).state);
  }
}

describe("jobs as they go on", () => {
  test("a stream tells each change and ends with the job", async () => {
    const owner = await signedIn();
    const jobId = await jobOf(owner);
    const response = await fetch(`http://127.0.0.1:${port}/v1/jobs/${jobId}`, {
      headers: { accept: "text/event-stream", authorization: `Bearer ${owner.token}` },
    });
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(response.headers.get("cache-control")).toContain("no-store");
    const seen: string[] = [];
    const reading = readStream(response, seen);
    await waitUntil(() => seen.length > 0, { what: "the first state", deadlineMs: 30_000 });
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    await stage.work({ process: () => mayEnd });
    await waitUntil(() => seen.includes("running"), { what: "running", deadlineMs: 30_000 });
    end();
    await reading;
    expect(seen).toEqual(["queued", "running", "done"]);
  });

  const open = (jobId: string, headers: Record<string, string>, protocols: string[] = []) =>
    new WebSocket(`ws://127.0.0.1:${port}/v1/jobs/${jobId}`, protocols, { headers });

  const refusalOf = async (socket: WebSocket) => {
    const [, response] = await once(socket, "unexpected-response");
    socket.on("error", () => undefined);
    socket.terminate();
    return response.statusCode;
  };

  test("a socket tells the same as the address of the job, by header or by subprotocol [4.52]", async () => {
    const owner = await signedIn();
    const jobId = await jobOf(owner);
    let last: { state: string } = { state: "" };
    const sockets = [
      open(jobId, { authorization: `Bearer ${owner.token}` }),
      open(jobId, { origin: ORIGIN }, ["valyra.job", `bearer.${owner.token}`]),
    ];
    const seen = sockets.map((socket) => {
      const states: string[] = [];
      socket.on("message", (data) => {
        last = JSON.parse(String(data));
        states.push(last.state);
      });
      return states;
    });
    await waitUntil(() => seen.every((states) => states.length > 0), {
      what: "the first states",
      deadlineMs: 30_000,
    });
    expect(sockets[1]?.protocol).toBe("valyra.job");
    const closed = sockets.map((socket) => once(socket, "close"));
    await stage.work({ process: async () => undefined });
    const codes = (await Promise.all(closed)).map(([code]) => code);
    expect(codes).toEqual([1000, 1000]);
    for (const states of seen) expect(states.at(-1)).toBe("done");
    const asked = await owner.ask("GET", `/v1/jobs/${jobId}`);
    expect(dataOf(asked)).toEqual(last);
  });

  test("a socket is refused to strangers, other origins, and beyond the limit", async () => {
    const [owner, other] = [await signedIn(), await signedIn()];
    const jobId = await jobOf(owner);
    const authorization = `Bearer ${owner.token}`;
    expect(await refusalOf(open(jobId, {}))).toBe(401);
    expect(await refusalOf(open(jobId, { authorization: `Bearer ${other.token}` }))).toBe(404);
    expect(await refusalOf(open(jobId, { authorization, origin: "https://evil.test" }))).toBe(403);
    const three = [1, 2, 3].map(() => open(jobId, { authorization }));
    await Promise.all(three.map((socket) => once(socket, "message")));
    expect(await refusalOf(open(jobId, { authorization }))).toBe(503);
    const gone = three.map((socket) => once(socket, "close"));
    for (const socket of three) socket.close();
    await Promise.all(gone);
    // Places are free again, and the end of the process ends sockets with its own code.
    const last = await waitUntil(
      async () => {
        const socket = open(jobId, { authorization });
        socket.on("error", () => undefined);
        const [kind] = await Promise.race([
          once(socket, "message").then(() => ["open"]),
          once(socket, "unexpected-response").then(() => ["refused"]),
        ]);
        return kind === "open" && socket;
      },
      { what: "a free place", deadlineMs: 30_000 },
    );
    const ended = once(last, "close");
    await api.closeStreams();
    expect((await ended)[0]).toBe(1001);
  });
});
