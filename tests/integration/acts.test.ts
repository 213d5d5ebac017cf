import { decodeFunctionData, encodeErrorResult, getAddress, type Hex, parseAbi } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { EscrowAbi } from "../../abis/EscrowAbi.ts";
import { MarketplaceAbi } from "../../abis/MarketplaceAbi.ts";
import { TokenAbi } from "../../abis/TokenAbi.ts";
import { createRpcClient } from "../../core/rpc/client.ts";
import { type PostgresServer, startPostgres, withClient } from "../support/postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { type FakeNode, startFakeNode } from "./support/fake-node.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setIndexedBlock } from "./support/release.ts";
import {
  BUYER,
  CHAIN_ID,
  ESCROW_CONTRACT,
  insertRows,
  MARKETPLACE,
  SELLER,
  START,
  TOKEN,
} from "./support/rows.ts";

const NOW = START + 1_000n;
const STRANGER = `0x${"77".repeat(20)}`;
const OWNER = `0x${"88".repeat(20)}`;
const TIMEOUT_MS = 400;

let server: PostgresServer;
let node: FakeNode;
let api: TestApi;
let withoutNode: TestApi;

beforeAll(async () => {
  server = await startPostgres();
  const urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, async (client) => {
    await insertRows(client, "release_a", "token", [{}]);
    await insertRows(client, "release_a", "contract", [
      { is_paused: false, agent: STRANGER, owner: OWNER },
      {
        address: ESCROW_CONTRACT,
        kind: "escrow",
        generation: "E3",
        marketplace: MARKETPLACE,
        owner: OWNER,
        is_paused: false,
      },
    ]);
    await insertRows(client, "release_a", "token_balance", [{ balance_units: 50_000_000 }]);
    await insertRows(client, "release_a", "listing", [{}, { listing_id: 1, state: "cancelled" }]);
    await insertRows(client, "release_a", "offer", [{}, { offer_id: 2, expires_at: NOW - 1n }]);
    await insertRows(client, "release_a", "escrow", [
      {},
      { escrow_id: 2, state: "delivered", verify_deadline: NOW },
      { escrow_id: 3, state: "created", total_funded_units: 70_000 },
      { escrow_id: 4, state: "delivered", verify_deadline: NOW - 1n },
    ]);
    await setIndexedBlock(client, "release_a", { block: 100n, timestamp: NOW });
  });
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
  node.chainId = CHAIN_ID;
});

// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field below
type Action = any;

async function getActions(path: string, from: TestApi = api): Promise<Action[]> {
  const response = await from.get(path);
  expect(response.status).toBe(200);
  const { data } = (await response.json()) as { data: { actions: Action[] } };
  return data.actions;
}

async function getAction(path: string, name: string, from: TestApi = api): Promise<Action> {
  const found = (await getActions(path, from)).find((action) => action.name === name);
  expect(found).toBeDefined();
  return found;
}

const codes = (action: Action): string[] => action.reasons.map(({ code }: Action) => code);
const errorText = (message: string) =>
  encodeErrorResult({
    abi: parseAbi(["error Error(string)"]),
    errorName: "Error",
    args: [message],
  });

describe("what can be done, by the rules", () => {
  test("every function of the generation is listed with who may call it and until when", async () => {
    const actions = await getActions("/v1/escrows/2/actions", withoutNode);
    expect(actions.map(({ function: signature }) => signature)).toEqual([
      "completeFunding(uint256)",
      "uploadCredentialHash(uint256,bytes32)",
      "requestVerificationExtension(uint256)",
      "confirmReceipt(uint256)",
      "claimTransitionRetainer(uint256)",
      "adminReleaseRetainer(uint256)",
      "reportTransitionIssue(uint256,string)",
      "raiseDispute(uint256,uint8,string)",
      "respondToDispute(uint256,string)",
      "resolveDispute(uint256,uint8,uint256)",
      "claimTimeout(uint256)",
      "emergencyWithdraw(uint256)",
      "emergencyEjectEscrow(uint256)",
    ]);
    const confirm = actions.find(({ name }) => name === "confirm_receipt");
    expect(confirm).toMatchObject({
      actors: ["buyer"],
      isAllowed: true,
      reasons: [],
      deadline: { kind: "verification", comparison: "<=", atSeconds: String(NOW), isOpen: true },
      simulation: null,
      call: null,
    });
  });

  test("at its last second a confirmation is open, an extension no longer is (trap 32)", async () => {
    const at = "/v1/escrows/2/actions";
    expect(codes(await getAction(at, "confirm_receipt", withoutNode))).toEqual([]);
    const extension = await getAction(at, "request_verification_extension", withoutNode);
    expect(codes(extension)).toEqual(["DEADLINE_PASSED"]);
    expect(codes(await getAction(at, "claim_timeout", withoutNode))).toEqual(["TOO_EARLY"]);
    const later = await getAction("/v1/escrows/4/actions", "claim_timeout", withoutNode);
    expect(later.isAllowed).toBe(true);
  });

  test("reasons are numbered, and all of them are given", async () => {
    const action = await getAction(
      `/v1/escrows/1/actions?account=${STRANGER}&text=`,
      "report_transition_issue",
      withoutNode,
    );
    expect(action).toMatchObject({
      isAllowed: false,
      call: null,
      reasons: [
        { number: 1, code: "NOT_BUYER", message: expect.stringContaining("buyer") },
        { number: 2, code: "WRONG_STATE" },
        { number: 3, code: "TEXT_EMPTY" },
      ],
    });
  });

  test("an expired offer may be cancelled by anyone and still be accepted (trap 30)", async () => {
    const open = `/v1/offers/1/actions?account=${STRANGER}`;
    const refused = await getAction(open, "cancel_offer", withoutNode);
    expect(codes(refused)).toEqual(["NOT_BUYER", "TOO_EARLY"]);
    const expired = `/v1/offers/2/actions?account=${STRANGER}`;
    expect(await getAction(expired, "cancel_offer", withoutNode)).toMatchObject({
      isAllowed: true,
    });
    const accept = await getAction(
      `/v1/offers/2/actions?account=${SELLER}&method=ecies_wallet`,
      "accept_offer",
    );
    expect(accept).toMatchObject({ isAllowed: true, deadline: { isOverdue: true } });
  });

  test("a listing is changed on its marketplace and bought on the escrow contract", async () => {
    const actions = await getActions("/v1/listings/0/actions", withoutNode);
    expect(actions.map(({ name, contract }) => [name, contract])).toEqual([
      ...["update_listing", "cancel_listing", "pause_listing", "resume_listing"].map((name) => [
        name,
        getAddress(MARKETPLACE),
      ]),
      ["verify_build_id", getAddress(MARKETPLACE)],
      ["deposit_funds", getAddress(ESCROW_CONTRACT)],
      ["make_offer", getAddress(ESCROW_CONTRACT)],
    ]);
    const old = `/v1/listings/0/actions?account=${STRANGER}&method=ecies_wallet&amount=7`;
    expect(codes(await getAction(old, "deposit_funds", withoutNode))).toEqual(["AMOUNT_NOT_PRICE"]);
    const gone = await getAction("/v1/listings/1/actions", "deposit_funds", withoutNode);
    expect(codes(gone)).toEqual(["LISTING_NOT_ACTIVE"]);
    const again = `/v1/listings/0/actions?account=${BUYER}&price=100`;
    expect(codes(await getAction(again, "make_offer", withoutNode))).toEqual([
      "OFFER_ALREADY_ACTIVE",
    ]);
  });

  test("what is not there is not found, and nonsense is refused", async () => {
    for (const path of ["escrows/99", "offers/99", "listings/99"]) {
      expect((await api.get(`/v1/${path}/actions`)).status).toBe(404);
    }
    const wrong = [
      "account=0x1",
      "credentialHash=0x12",
      "disputeType=x",
      "refundBps=-1",
      "price=1",
    ];
    for (const query of wrong) {
      expect((await api.get(`/v1/escrows/1/actions?${query}`)).status).toBe(400);
    }
    const huge = `price=${2n ** 256n}&account=${STRANGER}`;
    expect((await api.get(`/v1/listings/0/actions?${huge}`)).status).toBe(400);
    const largest = `price=${2n ** 256n - 1n}&account=${STRANGER}`;
    expect((await api.get(`/v1/listings/0/actions?${largest}`)).status).toBe(200);
  });
});

describe("calls that only need signing", () => {
  test("the call is what its meaning says", async () => {
    const credentialHash = `0x${"5a".repeat(32)}`;
    const { call } = await getAction(
      `/v1/escrows/1/actions?account=${SELLER}&credentialHash=${credentialHash}`,
      "upload_credential_hash",
    );
    expect(call).toMatchObject({
      to: getAddress(ESCROW_CONTRACT),
      value: "0",
      chainId: CHAIN_ID,
      meaning: {
        function: "uploadCredentialHash(uint256,bytes32)",
        args: { escrowId: "1", credentialHash },
      },
      expiresAtBlock: 250,
      approval: null,
    });
    expect(decodeFunctionData({ abi: EscrowAbi, data: call.data })).toEqual({
      functionName: "uploadCredentialHash",
      args: [1n, credentialHash],
    });
  });

  test("what takes tokens says what must be approved before, as money", async () => {
    const pay = await getAction(`/v1/escrows/3/actions?account=${BUYER}`, "complete_funding");
    const amount = { raw: "1430000", decimals: 6, display: "1.43", currency: { symbol: "TUSD" } };
    expect(pay.call.approval).toMatchObject({
      token: getAddress(TOKEN),
      spender: getAddress(ESCROW_CONTRACT),
      amount,
    });
    expect(decodeFunctionData({ abi: TokenAbi, data: pay.call.approval.data })).toEqual({
      functionName: "approve",
      args: [getAddress(ESCROW_CONTRACT), 1_430_000n],
    });
    const buy = await getAction(
      `/v1/listings/0/actions?account=${STRANGER}&method=ephemeral_keypair`,
      "deposit_funds",
    );
    expect(buy.call).toMatchObject({
      meaning: { args: { listingId: "0", amount: "1500000", encryptionMethod: "1" } },
      approval: { amount: { raw: "1500000", display: "1.50" } },
    });
    const offer = await getAction(
      `/v1/listings/0/actions?account=${STRANGER}&price=1000`,
      "make_offer",
    );
    expect(offer.call.approval.amount.raw).toBe("50");
  });

  test("an act that must be told more says what, and has no call until then", async () => {
    const path = `/v1/escrows/2/actions?account=${BUYER}`;
    const dispute = await getAction(path, "raise_dispute");
    expect(dispute).toMatchObject({ isAllowed: true, call: null, simulation: null });
    expect(dispute.needs).toMatchObject([
      { name: "disputeType", type: "uint8", words: expect.arrayContaining(["metric_fraud"]) },
      { name: "text", type: "string", words: null },
    ]);
    const told = `${path}&disputeType=metric_fraud&text=ipfs%3A%2F%2Fevidence`;
    const { call, needs } = await getAction(told, "raise_dispute");
    expect(needs).toEqual([]);
    expect(decodeFunctionData({ abi: EscrowAbi, data: call.data }).args).toEqual([
      2n,
      1,
      "ipfs://evidence",
    ]);
    const keepPrice = `/v1/listings/0/actions?account=${SELLER}&metadata=ipfs%3A%2F%2Fnew`;
    const update = await getAction(keepPrice, "update_listing");
    expect(decodeFunctionData({ abi: MarketplaceAbi, data: update.call.data }).args).toEqual([
      0n,
      "ipfs://new",
      0n,
    ]);
  });

  test("without an account there is nothing to sign, and no node is asked", async () => {
    const actions = await getActions("/v1/escrows/1/actions");
    expect(actions.every(({ call, simulation }) => call === null && simulation === null)).toBe(
      true,
    );
    expect(node.seen.calls).toEqual([]);
  });
});

describe("what the chain says", () => {
  const CONFIRM = "confirmReceipt(uint256)";
  const path = `/v1/escrows/2/actions?account=${BUYER}`;
  const confirm = () => getAction(path, "confirm_receipt");

  /** Tells the node to refuse everything that the rules refuse, so that both agree. */
  async function refuseWhatRulesRefuse(address: string) {
    for (const { function: signature, isAllowed } of await getActions(address, withoutNode)) {
      if (!isAllowed) node.calls.set(signature, { kind: "revert", data: errorText("refused") });
    }
  }

  test("a call that passes is allowed, tried from the account at the contract", async () => {
    await refuseWhatRulesRefuse(path);
    const actions = await getActions(path);
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
    await getActions(`${path}&text=a&disputeType=metric_fraud&resolution=split&refundBps=1`);
    expect(node.seen.calls.length).toBeGreaterThan(10);
    expect(node.seen.mostAtATime).toBe(5);
  });

  test("a refusal in words that the rules foresaw is shown and does not count twice", async () => {
    const refused = `/v1/escrows/1/actions?account=${BUYER}`;
    node.calls.set(CONFIRM, { kind: "revert", data: errorText("Escrow is not delivered") });
    expect(await getAction(refused, "confirm_receipt")).toMatchObject({
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
    expect(codes(await getAction(early, "claim_timeout"))).toEqual([
      "TOO_EARLY",
      "RULES_AND_CHAIN_DISAGREE",
    ]);
  });

  test("a missing approval is no disagreement: the call stays, with the approval", async () => {
    const buy = `/v1/listings/0/actions?account=${STRANGER}&method=ecies_wallet`;
    const [from, args] = [STRANGER as Hex, [0n, 1_500_000n] as const];
    const data = encodeErrorResult({
      abi: TokenAbi,
      errorName: "ERC20InsufficientAllowance",
      args: [from, ...args],
    });
    node.calls.set("depositFunds(uint256,uint256,uint8)", { kind: "revert", data });
    const action = await getAction(buy, "deposit_funds");
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
    const all = await getActions(path, withoutNode);
    for (const { function: signature } of all) node.calls.set(signature, { kind: "silence" });
    const actions = await getActions(`${path}&text=a&disputeType=metric_fraud`);
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
    const action = await getAction(`/v1/escrows/1/actions?account=${BUYER}`, "claim_timeout", lost);
    expect(action.simulation).toMatchObject({
      result: "unavailable",
      why: expect.stringContaining("chain 1"),
    });
    expect(other.seen.calls).toEqual([]);
    const names = (await getActions("/v1/escrows/1/actions", lost)).map(({ name }) => name);
    expect(names).not.toContain("complete_funding");
    expect(names).not.toContain("admin_release_retainer");
  } finally {
    await lost.close();
    await other.close();
  }
});
