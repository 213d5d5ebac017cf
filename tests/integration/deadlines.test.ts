import { getAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEADLINE_KINDS, DEADLINE_ROLES } from "../../core/queries/deadlines/branches.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { ACCOUNTS, AGENT, type ExpectedDeadline, fillDueMarket } from "./support/due-market.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setIndexedBlock } from "./support/release.ts";
import { insertRows, START } from "./support/rows.ts";

const NOW = START + 3n * 86_400n;

let server: PostgresServer;
let admin: string;
let api: TestApi;
let due: ExpectedDeadline[];

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  admin = urls.admin;
  due = await withClient(admin, async (client) => {
    await setIndexedBlock(client, "release_a", { block: 100n, timestamp: NOW });
    return fillDueMarket(client, NOW);
  });
  api = startApi(urls.api);
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

type Item = { id: string; resource: string; atSeconds: string; kind: string; subject: string };
type Answer = {
  data: Item[];
  page: {
    nextCursor: string | null;
    prevCursor: string | null;
    reorg: { changedIds: string[] | null } | null;
  };
};

async function getPage(query: string): Promise<Answer> {
  const response = await api.get(`/v1/deadlines?${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

/** Every item of a walk, forward and then back again. */
async function walk(filter: string, limit: number) {
  const forward: Item[] = [];
  let page = await getPage(`${filter}&limit=${limit}`);
  forward.push(...page.data);
  while (page.page.nextCursor !== null) {
    page = await getPage(`${filter}&limit=${limit}&cursor=${page.page.nextCursor}`);
    forward.push(...page.data);
  }
  const back = [...page.data];
  while (page.page.prevCursor !== null) {
    page = await getPage(`${filter}&limit=${limit}&cursor=${page.page.prevCursor}`);
    back.unshift(...page.data);
  }
  return { forward, back };
}

const nameOf = ({ subject, clock }: ExpectedDeadline) => `${subject}:${clock.kind}`;
const names = (items: readonly Item[]) => items.map(({ id }) => id).sort();

/** Asserts that a filter passes exactly what the clocks of the rows say. */
async function expectDeadlines(filter: string, passes: (it: ExpectedDeadline) => boolean) {
  const expected = due.filter(passes);
  const { forward } = await walk(filter, 100);
  expect(names(forward)).toEqual(expected.map(nameOf).sort());
  return expected;
}

const concerns = (it: ExpectedDeadline, account: string) =>
  it.buyer === account || it.seller === account;

describe("what falls due", () => {
  test("every clock of every open row is listed, and nothing else", async () => {
    const expected = await expectDeadlines("", () => true);
    expect(new Set(expected.map(({ clock }) => clock.kind))).toEqual(new Set(DEADLINE_KINDS));
    expect(new Set(expected.map(({ resource }) => resource)).size).toBe(5);
  });

  test("an item says what happens when, who may act, and what silence leads to (trap 34)", async () => {
    const { data } = await getPage("limit=100&kind=handover_timeout");
    const [expected] = due.filter(({ clock }) => clock.kind === "handover_timeout");
    expect(data.find(({ subject }) => subject === expected?.subject)).toMatchObject({
      resource: "escrow",
      buyer: getAddress(expected?.buyer ?? "0x"),
      seller: getAddress(expected?.seller ?? "0x"),
      atSeconds: String(expected?.clock.at),
      comparison: ">",
      act: "claimTimeout",
      actors: ["anyone"],
      isOpen: expected?.clock.isOpen,
      isOverdue: false,
      byDefault: expect.stringContaining("until somebody claims"),
    });
  });

  test.each([1, 7, 50])("pages of %i meet every item once, in order, both ways", async (limit) => {
    const { forward, back } = await walk("kind=handover,handover_timeout,offer_expiry", limit);
    const keys = forward.map(({ atSeconds, kind }) => `${atSeconds.padStart(20, "0")} ${kind}`);
    expect(keys).toEqual([...keys].sort());
    expect(new Set(forward.map(({ id }) => id)).size).toBe(forward.length);
    expect(back.map(({ id }) => id)).toEqual(forward.map(({ id }) => id));
    expect(forward.length).toBeGreaterThan(50);
  });

  test("the whole list is in order of time and can be walked back", async () => {
    const { forward, back } = await walk("", 37);
    const times = forward.map(({ atSeconds }) => BigInt(atSeconds));
    expect(times.every((time, at) => at === 0 || time >= (times[at - 1] ?? 0n))).toBe(true);
    expect(forward).toHaveLength(due.length);
    expect(back.map(({ id }) => id)).toEqual(forward.map(({ id }) => id));
  });

  test("a stretch of time has its first second and not its last", async () => {
    const after = START + 86_400n;
    const before = START + 3n * 86_400n;
    const iso = (seconds: bigint) => new Date(Number(seconds) * 1_000).toISOString();
    await expectDeadlines(
      `after=${iso(after)}&before=${iso(before)}`,
      ({ clock }) => clock.at >= after && clock.at < before,
    );
    const response = await api.get(`/v1/deadlines?after=${iso(before)}&before=${iso(after)}`);
    expect(response.status).toBe(400);
  });

  test.each(ACCOUNTS)("account %s sees what it is a party of", async (account) => {
    await expectDeadlines(`account=${account.toUpperCase().replace("X", "x")}`, (it) =>
      concerns(it, account),
    );
  });

  test.each(DEADLINE_ROLES)("role %s narrows by who may act, and by part", async (role) => {
    const mayAct = ({ clock }: ExpectedDeadline) => clock.actors.includes(role);
    await expectDeadlines(`role=${role}`, mayAct);
    const [account = AGENT] = role === "agent" ? [AGENT] : ACCOUNTS;
    await expectDeadlines(`role=${role}&account=${account}`, (it) => {
      if (!mayAct(it)) return false;
      if (role === "buyer" || role === "seller" || role === "agent") return it[role] === account;
      if (role === "counterparty" && it.initiator === account) return false;
      return concerns(it, account);
    });
  });

  test("the agent sees whom it may pause", async () => {
    await expectDeadlines(`account=${AGENT}`, (it) => it.clock.actors.includes("agent"));
  });

  test("a cursor of other filters is refused", async () => {
    const { page } = await getPage("limit=1");
    const response = await api.get(`/v1/deadlines?kind=handover&cursor=${page.nextCursor}`);
    expect(await response.json()).toMatchObject({ code: "CURSOR_MISMATCH" });
  });

  test("a walk that began on a block which is gone names what changed since", async () => {
    const orphan = { block_number: 178, block_hash: `0x${"ab".repeat(32)}` };
    await withClient(admin, (client) => insertRows(client, "release_a", "activity", [orphan]));
    const filter = "kind=handover,verification,retainer_release&limit=2";
    const { page } = await getPage(filter);
    await withClient(admin, (client) => client.query("DELETE FROM release_a.activity"));
    const next = await getPage(`${filter}&cursor=${page.nextCursor}`);
    const changed = due.filter(({ subject, resource, clock }) => {
      const isWanted = ["handover", "verification", "retainer_release"].includes(clock.kind);
      return resource !== "offer" && isWanted && Number(subject.split("-")[2]) >= 178;
    });
    expect(changed.length).toBeGreaterThan(0);
    expect(next.page.reorg?.changedIds?.sort()).toEqual(changed.map(nameOf).sort());
  });
});
