import { encodeErrorResult, parseAbi } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { EscrowAbi } from "../../abis/EscrowAbi.ts";
import { TokenAbi } from "../../abis/TokenAbi.ts";
import { createRpcClient } from "../../core/rpc/client.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { codes, fillActsMarket, getAction, getActions, STRANGER } from "./support/acts-market.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { type FakeNode, startFakeNode } from "./support/fake-node.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { BUYER, CHAIN_ID, ESCROW_CONTRACT, insertRows } from "./support/rows.ts";

const TIMEOUT_MS = 400;

let server: PostgresServer;
let node: FakeNode;
let api: TestApi;
let withoutNode: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillActsMarket);
  node = await startFakeNode(CHAIN_ID);
  api = startApi(urls.api, { rpc: createRpcClient(node.url, TIMEOUT_MS) });
  withoutNode = startApi(urls.api);
});
afterAll(async () => {
  await api.close();
  await withoutNode.close();
  await node.close();
  await server.stop();
});
beforeEach(() => {
  node.calls.clear();
  node.seen.calls.length = 0;
  node.seen.mostAtATime = 0;
});

const errorText = (message: string) =>
  encodeErrorResult({
    abi: parseAbi(["error Error(string)"]),
    errorName: "Error",
    args: [message],
  });

describe("what the chain says", () => {
  test("without an account there is nothing to sign, and no node is asked", async () => {
    const actions = await getActions(api, "/v1/escrows/1/actions");
    expect(actions.every(({ call, simulation }) => call === null && simulation === null)).toBe(
      true,
    );
    expect(node.seen.calls).toEqual([]);
  });

  const CONFIRM = "confirmReceipt(uint256)";
  const path = `/v1/escrows/2/actions?account=${BUYER}`;
  const confirm = () => getAction(api, path, "confirm_receipt");

  /** Tells the node to refuse everything that the rules refuse, so that both agree. */
  async function refuseWhatRulesRefuse(address: string) {
    for (const { function: signature, isAllowed } of await getActions(withoutNode, address)) {
      if (!isAllowed) node.calls.set(signature, { kind: "revert", data: errorText("refused") });
    }
  }

  test("a call that passes is allowed, tried from the account at the contract", async () => {
    await refuseWhatRulesRefuse(path);
    const actions = await getActions(api, path);
    const found = actions.find(({ name }) => name === "confirm_receipt");
    expect(found).toMatchObject({
      isAllowed: true,
      simulation: { result: "passes", revert: null, why: null },
    });
    const asked = node.seen.calls.find(({ data }) => data === found.call.data);
    expect(asked).toMatchObject({ from: BUYER, to: ESCROW_CONTRACT });
    expect(actions.flatMap(codes)).not.toContain("RULES_AND_CHAIN_DISAGREE");
  });

  test("calls of one answer are made together, five at most", async () => {
    await getActions(api, `${path}&text=a&disputeType=metric_fraud&resolution=split&refundBps=1`);
    expect(node.seen.calls.length).toBeGreaterThan(10);
    expect(node.seen.mostAtATime).toBe(5);
  });

  test("a refusal in words that the rules foresaw is shown and does not count twice", async () => {
    const refused = `/v1/escrows/1/actions?account=${BUYER}`;
    node.calls.set(CONFIRM, { kind: "revert", data: errorText("Escrow is not delivered") });
    expect(await getAction(api, refused, "confirm_receipt")).toMatchObject({
      isAllowed: false,
      call: null,
      reasons: [{ code: "WRONG_STATE" }],
      simulation: {
        result: "reverts",
        revert: { name: "Error", message: "Escrow is not delivered" },
      },
    });
  });

  test("rules and chain that disagree make a refusal, logged once", async () => {
    const data = encodeErrorResult({ abi: EscrowAbi, errorName: "EnforcedPause" });
    node.calls.set(CONFIRM, { kind: "revert", data });
    for (const _again of [1, 2]) {
      expect(await confirm()).toMatchObject({
        isAllowed: false,
        call: null,
        reasons: [{ number: 1, code: "RULES_AND_CHAIN_DISAGREE" }],
        simulation: { result: "reverts", revert: { name: "EnforcedPause", message: "" } },
      });
    }
    const lines = api.lines.filter(
      ({ msg, fn, simulation }) =>
        msg === "rules and chain disagree" &&
        fn === "confirmReceipt" &&
        (simulation as { result: string }).result === "reverts",
    );
    expect(lines).toHaveLength(1);
    const early = `/v1/escrows/2/actions?account=${STRANGER}`;
    expect(codes(await getAction(api, early, "claim_timeout"))).toEqual([
      "TOO_EARLY",
      "RULES_AND_CHAIN_DISAGREE",
    ]);
  });

  test("a missing approval is no disagreement: the call stays, with the approval", async () => {
    const buy = `/v1/listings/0/actions?account=${STRANGER}&method=ecies_wallet`;
    const data = encodeErrorResult({
      abi: TokenAbi,
      errorName: "ERC20InsufficientAllowance",
      args: [STRANGER, 0n, 1_500_000n],
    });
    node.calls.set("depositFunds(uint256,uint256,uint8)", { kind: "revert", data });
    const action = await getAction(api, buy, "deposit_funds");
    expect(action).toMatchObject({
      isAllowed: false,
      reasons: [{ code: "ALLOWANCE_TOO_LOW" }],
      simulation: { revert: { name: "ERC20InsufficientAllowance" } },
    });
    expect(action.call.approval.amount.raw).toBe("1500000");
  });

  test("an error that nobody knows is named by its selector", async () => {
    node.calls.set(CONFIRM, { kind: "revert", data: "0xdeadbeef" });
    expect((await confirm()).simulation.revert.name).toBe("0xdeadbeef");
    node.calls.set(CONFIRM, { kind: "revert", message: "execution reverted: words only" });
    expect((await confirm()).simulation).toMatchObject({
      result: "reverts",
      revert: { message: expect.stringContaining("words only") },
    });
    const panic = encodeErrorResult({
      abi: parseAbi(["error Panic(uint256)"]),
      errorName: "Panic",
      args: [17n],
    });
    node.calls.set(CONFIRM, { kind: "revert", data: panic });
    expect((await confirm()).simulation.revert).toEqual({ name: "Panic", message: "17" });
  });

  test.each([
    ["silence", { kind: "silence" }, "no answer in time"],
    ["a page instead of JSON", { kind: "garbage", body: "<html>busy</html>" }, ""],
    ["status 503", { kind: "garbage", body: "{}", status: 503 }, "HTTP status 503"],
    ["a result that is no data", { kind: "result", result: "soon" }, "no sound answer"],
    ["no result", { kind: "result", result: null }, "no sound answer"],
    ["a limit", { kind: "error", code: -32_005, message: "limit exceeded" }, "limit"],
  ] as const)("a node in trouble (%s) leaves the rules in charge", async (_name, trouble, why) => {
    node.calls.set(CONFIRM, trouble);
    const action = await confirm();
    expect(action).toMatchObject({
      isAllowed: true,
      reasons: [],
      simulation: { result: "unavailable", why: expect.stringContaining(why) },
      call: { meaning: { function: CONFIRM } },
    });
    expect(JSON.stringify(action)).not.toContain(node.url);
  });

  test("a node that stays silent to everything costs a bounded time", async () => {
    const all = await getActions(withoutNode, path);
    for (const { function: signature } of all) node.calls.set(signature, { kind: "silence" });
    const actions = await getActions(api, `${path}&text=a&disputeType=metric_fraud`);
    const asked = actions.filter(({ simulation }) => simulation !== null);
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.every(({ simulation }) => simulation.result === "unavailable")).toBe(true);
  });

  test("a tag names what was said, the node's part included", async () => {
    const before = (await api.get(path)).headers.get("etag");
    expect((await api.get(path)).headers.get("etag")).toBe(before);
    node.calls.set(CONFIRM, { kind: "revert", data: errorText("no") });
    expect((await api.get(path)).headers.get("etag")).not.toBe(before);
  });
});

test("a node of another chain is never believed", async () => {
  const other = await startFakeNode(1);
  const url = await createPublishedDatabase(server.url);
  const lost = startApi(url.api, { rpc: createRpcClient(other.url, TIMEOUT_MS) });
  try {
    await withClient(url.admin, async (client) => {
      await insertRows(client, "release_a", "contract", [
        { address: ESCROW_CONTRACT, kind: "escrow", generation: "E1", is_paused: false },
      ]);
      await insertRows(client, "release_a", "escrow", [{}]);
    });
    const action = await getAction(lost, `/v1/escrows/1/actions?account=${BUYER}`, "claim_timeout");
    expect(action.simulation).toMatchObject({
      result: "unavailable",
      why: expect.stringContaining("chain 1"),
    });
    expect(other.seen.calls).toEqual([]);
    const names = (await getActions(lost, "/v1/escrows/1/actions")).map(({ name }) => name);
    expect(names).not.toContain("complete_funding");
    expect(names).not.toContain("admin_release_retainer");
  } finally {
    await lost.close();
    await other.close();
  }
});
