import { randomUUID } from "node:crypto";
import type { RequestListener } from "node:http";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AgentWallet } from "../../core/agent-wallet/agent-wallet.ts";
import { createPool } from "../../core/db/pools.ts";
import { openOutgoingClient, targetsWith } from "../../core/outgoing/outgoing-client.ts";
import { createCertificateReader } from "../../core/outgoing/read-certificate.ts";
import { createSiteCheck } from "../../core/site-checks/check-site.ts";
import type { SiteCheckKind } from "../../core/site-checks/rules.ts";
import { countSites } from "../../core/site-checks/site-rows.ts";
import type { WorkerDeps } from "../../workers/deps.ts";
import { inWrite } from "../../workers/in-write.ts";
import { createWorkerMetrics } from "../../workers/metrics.ts";
import type { ProcessorContext } from "../../workers/processor.ts";
import { checkSite } from "../../workers/processors/check-site.ts";
import { purge } from "../../workers/processors/purge.ts";
import { scanSites } from "../../workers/processors/scan-sites.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startLoopbackServer } from "../unit/outgoing/loopback-server.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { BUYER, CHAIN_ID, insertRows, MARKETPLACE, SELLER } from "./support/rows.ts";
import { firing, listSite, signSite, startTlsServer } from "./support/sites.ts";

const AGENT = `0x${"99".repeat(20)}` as const;
const WALLET = { signer: { address: AGENT }, chain: { chainId: CHAIN_ID } } as AgentWallet;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const server = sharedPostgres();
let admin: pg.Client;
let pool: pg.Pool;
let api: TestApi;
let closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const urls = await createPublishedDatabase(server.url);
  admin = new pg.Client({ connectionString: urls.admin });
  await admin.connect();
  const options = { max: 2, processName: "test_sites", onIdleError: () => undefined };
  pool = createPool(urls.worker, "appWrites", options);
  api = startApi(urls.api);
  const account = randomUUID();
  await admin.query(
    "INSERT INTO app.account (account_id, email, email_verified_at) VALUES ($1, 'seller@example.org', now())",
    [account],
  );
  await admin.query(
    "INSERT INTO app.account_wallet (address, account_id, proof, chain_id) VALUES ($1, $2, 'key', 1)",
    [SELLER, account],
  );
});
afterAll(async () => {
  await api.close();
  await pool.end();
  await admin.end();
  await server.stop();
});
beforeEach(async () => {
  await insertRows(admin, "release_a", "token", [{}]);
  await insertRows(admin, "release_a", "contract", [{ agent: AGENT, generation: "M3" }]);
});
afterEach(async () => {
  await Promise.all(closers.map((close) => close()));
  closers = [];
  await admin.query(
    `TRUNCATE release_a.listing, release_a.contract, release_a.token, app.mail, app.job, app.agent_action,
       app.site_check, app.site_state, app.listing_metadata CASCADE`,
  );
});

const list = (listingId: number, url: string, row?: object) => listSite(admin, listingId, url, row);
const sign = (listingId: number, url: string, version: number) =>
  signSite(admin, listingId, url, version);

/** A server that answers as it is told, and may be asked although it is no public one. */
async function serve(answer: RequestListener) {
  const it = await startLoopbackServer(answer);
  closers.push(it.close);
  return it;
}

async function serveTls(until: Date) {
  const it = await startTlsServer(until);
  closers.push(it.close);
  return it;
}

type World = {
  places: readonly string[];
  rdapUrl?: string;
  ca?: string;
  agent?: AgentWallet;
  now?: Date;
  metrics?: ReturnType<typeof createWorkerMetrics>;
};

/** What the processors have: the real way out, with exceptions for the servers of the test. */
function contextOf({ places, rdapUrl = "https://rdap.invalid", ca, now, ...rest }: World) {
  // No name of a test leads anywhere.
  const outgoing = openOutgoingClient({ ...targetsWith(places), resolve: async () => [] });
  closers.push(() => outgoing.close());
  const readCertificate = createCertificateReader({
    ...targetsWith(places),
    ca: ca === undefined ? undefined : [ca],
  });
  const look = createSiteCheck({ outgoing, readCertificate, rdapUrl, pageTimeoutMs: 1_000 });
  const sites = {
    check: look,
    onChecked: (kind: string, verdict: string) => rest.metrics?.siteChecks.inc({ kind, verdict }),
    now: () => now ?? new Date(),
  };
  return {
    deps: { pool, outgoing, sites, agent: rest.agent } as unknown as WorkerDeps,
    jobId: randomUUID(),
    attempts: 1,
    signal: new AbortController().signal,
    finish: (work) => inWrite(pool, work),
    report: async () => undefined,
  } satisfies ProcessorContext;
}

/** Looks now, whether or not the time has come. */
async function look(listingId: number, kind: SiteCheckKind, world: World): Promise<void> {
  await admin.query("UPDATE app.site_state SET next_at = now() WHERE listing_id = $1", [listingId]);
  const payload = { chainId: CHAIN_ID, contract: MARKETPLACE, listingId: `${listingId}`, kind };
  await checkSite(payload, contextOf(world));
}

async function site(listingId: number) {
  const answer = await api.get(`/v1/listings/${listingId}/site-checks`);
  const { data } = (await answer.json()) as {
    data: {
      actionTaken: string;
      checks: {
        kind: string;
        status: string;
        expiresInDays: number | null;
        reason: string | null;
      }[];
      history: { kind: string; status: string; httpCode: number | null; reason: string | null }[];
    };
  };
  return { ...data, of: (kind: string) => data.checks.find((check) => check.kind === kind) };
}

const mails = async () =>
  (await admin.query("SELECT facts->>'step' AS step FROM app.mail ORDER BY created_at")).rows.map(
    ({ step }) => step,
  );

const jobs = async () =>
  (
    await admin.query("SELECT payload FROM app.job WHERE name = 'site.check' ORDER BY cause")
  ).rows.map(({ payload }) => `${payload.listingId} ${payload.kind}`);

describe("which sites are looked at", () => {
  test("those for sale, each side once for each occasion, a new address at once [1.70]", async () => {
    await list(0, "https://one.example/");
    await list(1, "https://sold.example/", { availability: "sold" });
    await list(2, "http://plain.example/");
    const scan = () => scanSites({}, contextOf({ places: [] }));
    await scan();
    await scan();
    expect(await jobs()).toEqual(["0 domain", "2 domain", "0 tls", "0 uptime", "2 uptime"]);
    await look(0, "uptime", { places: [] });
    await admin.query("TRUNCATE app.job CASCADE");
    await admin.query("UPDATE app.site_state SET next_at = now() + interval '1 hour'");
    await scan();
    expect(await jobs()).not.toContain("0 uptime");
    await sign(0, "https://two.example/", 2);
    await scan();
    expect(await jobs()).toContain("0 uptime");
  });

  test("what was looked at already, and what is off, is left alone [1.70]", async () => {
    const there = await serve((_, out) => out.end("hello"));
    await list(0, there.url);
    const world = contextOf({ places: [there.place] });
    const payload = {
      chainId: CHAIN_ID,
      contract: MARKETPLACE,
      listingId: "0",
      kind: "uptime",
    } as const;
    await checkSite(payload, world);
    await checkSite(payload, world);
    expect(there.requests).toHaveLength(1);
    const off = { ...world, deps: { ...world.deps, sites: undefined } };
    await scanSites({}, off);
    expect(await jobs()).toEqual([]);
  });
});

describe("what a look finds", () => {
  test("200 passes; 500, a private redirect and a closed port fail with their reason [1.70]", async () => {
    const inside = await serve((_, out) => out.end("internal"));
    const there = await serve((request, out) => {
      if (request.url === "/500") out.statusCode = 500;
      if (request.url === "/inside") out.writeHead(302, { location: `${inside.url}/` });
      out.end("hello");
    });
    const world = { places: [there.place] };
    for (const [at, [path, httpCode, reason]] of (
      [
        ["/", 200, null],
        ["/500", 500, "status"],
        ["/inside", null, "address_refused"],
      ] as const
    ).entries()) {
      await list(at, `${there.url}${path}`);
      await look(at, "uptime", world);
      const { history } = await site(at);
      const status = reason === null ? "pass" : "fail";
      expect(history).toMatchObject([{ kind: "uptime", status, httpCode, reason }]);
    }
    expect(inside.connections()).toBe(0);
    expect((await site(0)).of("uptime")).toMatchObject({ status: "pass" });
    await list(3, "http://127.0.0.1:1/");
    await look(3, "uptime", { places: ["127.0.0.1:1"] });
    expect((await site(3)).history).toMatchObject([{ status: "fail", reason: "unreachable" }]);
  });

  test("one that never ends its answer fails in time [1.70]", async () => {
    const there = await serve((_, out) => void out.write("wait"));
    await list(0, there.url);
    await look(0, "uptime", { places: [there.place] });
    expect((await site(0)).history).toMatchObject([{ status: "fail", reason: "timeout" }]);
  });

  test("the end of a certificate, although it is over; never of an address that is refused [1.70]", async () => {
    const good = await serveTls(new Date(Date.now() + 60.5 * DAY));
    const near = await serveTls(new Date(Date.now() + 5.5 * DAY));
    const over = await serveTls(new Date(Date.now() - 2.5 * DAY));
    for (const [at, { it, found }] of [
      { it: good, found: { status: "pass", reason: null, expiresInDays: 60 } },
      { it: near, found: { status: "warn", reason: "expires_soon", expiresInDays: 5 } },
      { it: over, found: { status: "fail", reason: "expired", expiresInDays: -3 } },
    ].entries()) {
      await list(at, it.url);
      await look(at, "tls", { places: [it.place], ca: it.ca });
      expect((await site(at)).of("tls")).toMatchObject(found);
    }
    await list(3, good.url);
    await look(3, "tls", { places: [good.place] });
    expect((await site(3)).of("tls")).toMatchObject({ status: "fail", reason: "untrusted" });
    await list(4, good.url);
    await look(4, "tls", { places: [] });
    expect((await site(4)).of("tls")).toMatchObject({
      status: "unknown",
      reason: "address_refused",
    });
  });

  test("the expiry of a domain by RDAP; whatever a registry does wrong is unknown [1.70]", async () => {
    const registry = await serve((request, out) => {
      const name = request.url?.split("/").at(-1) ?? "";
      if (name === "shop.good.example") out.statusCode = 404;
      if (name === "failing.example") out.statusCode = 500;
      const expiry = new Date(Date.now() + 10.5 * DAY).toISOString();
      const events =
        name === "silent.example" ? [] : [{ eventAction: "expiration", eventDate: expiry }];
      const body = JSON.stringify({ objectClassName: "domain", ldhName: name, events });
      out.end(name === "garbage.example" ? "<html>" : body);
    });
    const world = { places: [registry.place], rdapUrl: registry.url };
    for (const [at, [host, found]] of (
      [
        ["shop.good.example", { status: "warn", reason: "expires_soon", expiresInDays: 10 }],
        ["failing.example", { status: "unknown", reason: "registry_failed" }],
        ["silent.example", { status: "unknown", reason: "no_expiry" }],
        ["www.garbage.example", { status: "unknown", reason: "registry_unreadable" }],
        ["127.0.0.1", { status: "unknown", reason: "no_registry" }],
      ] as const
    ).entries()) {
      await list(at, `https://${host}/`);
      await look(at, "domain", world);
      expect((await site(at)).of("domain"), host).toMatchObject(found);
    }
    expect((await site(1)).actionTaken).toBe("none");
    expect(registry.requests.map(({ path }) => path).slice(0, 2)).toEqual([
      "/domain/shop.good.example",
      "/domain/good.example",
    ]);
  });
});

describe("what follows", () => {
  /** A site that can be switched off. */
  async function switchable(listingId: number) {
    const state = { isUp: true };
    const there = await serve((_, out) => {
      out.statusCode = state.isUp ? 200 : 503;
      out.end();
    });
    await list(listingId, there.url);
    const start = Date.now() - 4 * DAY;
    const at = (minutes: number, agent?: AgentWallet) =>
      look(listingId, "uptime", {
        places: [there.place],
        now: new Date(start + minutes * MINUTE),
        ...(agent === undefined ? {} : { agent }),
      });
    return { state, at };
  }

  test("a seller hears once that his site is down, and once that it is back [1.70]", async () => {
    const { state, at } = await switchable(0);
    await at(0);
    state.isUp = false;
    await at(10);
    expect(await mails()).toEqual([]);
    expect((await site(0)).of("uptime")).toMatchObject({ status: "warn", reason: "status" });
    await at(15);
    await at(75);
    expect(await mails()).toEqual(["down"]);
    expect(await site(0)).toMatchObject({ actionTaken: "warning_added" });
    expect((await site(0)).of("uptime")).toMatchObject({ status: "fail" });
    state.isUp = true;
    await at(135);
    await at(140);
    expect(await mails()).toEqual(["down", "back"]);
    expect(await site(0)).toMatchObject({ actionTaken: "none" });
    expect((await site(0)).history).toHaveLength(6);
  });

  test("the agent pauses after 72 hours that were watched, for a stored cause, once [1.70]", async () => {
    const { state, at } = await switchable(0);
    state.isUp = false;
    const actions = async () =>
      (
        await admin.query(
          "SELECT function, listing_id::int AS listing, cause FROM app.agent_action",
        )
      ).rows;
    for (let hour = 0; hour < 72; hour += 6) await at(hour * 60, WALLET);
    await at(72 * 60 - 1, WALLET);
    expect(await actions()).toEqual([]);
    // Without a wallet, or with that of another marketplace, nothing is asked for.
    await at(72 * 60);
    await at(72 * 60, { ...WALLET, signer: { address: BUYER } } as unknown as AgentWallet);
    expect(await actions()).toEqual([]);
    await at(72 * 60, WALLET);
    await at(73 * 60, WALLET);
    expect(await actions()).toEqual([
      {
        function: "pauseListing",
        listing: 0,
        cause: expect.stringMatching(/^site of .*-0 down since 2/),
      },
    ]);
    expect((await site(0)).actionTaken).toBe("warning_added");
    await admin.query("UPDATE release_a.listing SET state = 'paused', availability = 'paused'");
    expect((await site(0)).actionTaken).toBe("listing_paused");
  });

  test("of an outage of our own nobody is told; the gauge has it, and the alarms fire [1.70]", async () => {
    const metrics = createWorkerMetrics(
      async () => [],
      () => countSites(pool),
    );
    const before = new Date(Date.now() - 10 * MINUTE);
    const world = { places: ["127.0.0.1:1"], metrics };
    expect(await firing(metrics)).toEqual([]);
    for (const listing of [0, 1, 2, 3]) {
      await list(listing, "http://127.0.0.1:1/");
      await look(listing, "uptime", { ...world, now: before });
    }
    expect(await firing(metrics)).toEqual([]);
    for (const listing of [0, 1, 2, 3]) await look(listing, "uptime", world);
    const { rows } = await admin.query(
      "SELECT count(*)::int AS n FROM app.site_state WHERE is_failing",
    );
    expect(rows).toEqual([{ n: 4 }]);
    expect(await firing(metrics)).toEqual(["ValyraSitesDown", "ValyraSitesDownTogether"]);
    expect(await metrics.registry.metrics()).toContain(
      'valyra_site_checks_total{kind="uptime",verdict="fail"} 8',
    );
    // Three were told while it could have been chance; the fourth and those after it are not.
    expect(await mails()).toHaveLength(3);
    await admin.query("UPDATE app.site_state SET next_at = now() - interval '2 hours'");
    expect(await firing(metrics)).toContain("ValyraSiteChecksStopped");
  });

  test("looks go after 90 days, by the job that deletes what is over [1.70]", async () => {
    const { at } = await switchable(0);
    await at(0);
    await admin.query("UPDATE app.site_check SET checked_at = now() - interval '89 days'");
    await purge({}, contextOf({ places: [] }));
    expect((await site(0)).history).toHaveLength(1);
    await admin.query("UPDATE app.site_check SET checked_at = now() - interval '91 days'");
    await purge({}, contextOf({ places: [] }));
    expect((await site(0)).history).toEqual([]);
  });
});
