import { decodeFunctionData, getAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EscrowAbi } from "../../abis/EscrowAbi.ts";
import { MarketplaceAbi } from "../../abis/MarketplaceAbi.ts";
import { TokenAbi } from "../../abis/TokenAbi.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import {
  codes,
  fillActsMarket,
  getAction,
  getActions,
  NOW,
  STRANGER,
} from "./support/acts-market.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { BUYER, CHAIN_ID, ESCROW_CONTRACT, MARKETPLACE, SELLER, TOKEN } from "./support/rows.ts";

let server: PostgresServer;
let api: TestApi;

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillActsMarket);
  api = startApi(urls.api);
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

describe("what can be done, by the rules", () => {
  test("every function of the generation is listed with who may call it and until when", async () => {
    const actions = await getActions(api, "/v1/escrows/2/actions");
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
    expect(codes(await getAction(api, at, "confirm_receipt"))).toEqual([]);
    const extension = await getAction(api, at, "request_verification_extension");
    expect(codes(extension)).toEqual(["DEADLINE_PASSED"]);
    expect(codes(await getAction(api, at, "claim_timeout"))).toEqual(["TOO_EARLY"]);
    const later = await getAction(api, "/v1/escrows/4/actions", "claim_timeout");
    expect(later.isAllowed).toBe(true);
  });

  test("reasons are numbered, and all of them are given", async () => {
    const action = await getAction(
      api,
      `/v1/escrows/1/actions?account=${STRANGER}&text=`,
      "report_transition_issue",
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
    const refused = await getAction(api, open, "cancel_offer");
    expect(codes(refused)).toEqual(["NOT_BUYER", "TOO_EARLY"]);
    const expired = `/v1/offers/2/actions?account=${STRANGER}`;
    expect(await getAction(api, expired, "cancel_offer")).toMatchObject({
      isAllowed: true,
    });
    const accept = await getAction(
      api,
      `/v1/offers/2/actions?account=${SELLER}&method=ecies_wallet`,
      "accept_offer",
    );
    expect(accept).toMatchObject({ isAllowed: true, deadline: { isOverdue: true } });
  });

  test("a listing is changed on its marketplace and bought on the escrow contract", async () => {
    const actions = await getActions(api, "/v1/listings/0/actions");
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
    expect(codes(await getAction(api, old, "deposit_funds"))).toEqual(["AMOUNT_NOT_PRICE"]);
    const gone = await getAction(api, "/v1/listings/1/actions", "deposit_funds");
    expect(codes(gone)).toEqual(["LISTING_NOT_ACTIVE"]);
    const again = `/v1/listings/0/actions?account=${BUYER}&price=100`;
    expect(codes(await getAction(api, again, "make_offer"))).toEqual(["OFFER_ALREADY_ACTIVE"]);
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
      api,
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
    const pay = await getAction(api, `/v1/escrows/3/actions?account=${BUYER}`, "complete_funding");
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
      api,
      `/v1/listings/0/actions?account=${STRANGER}&method=ephemeral_keypair`,
      "deposit_funds",
    );
    expect(buy.call).toMatchObject({
      meaning: { args: { listingId: "0", amount: "1500000", encryptionMethod: "1" } },
      approval: { amount: { raw: "1500000", display: "1.50" } },
    });
    const offer = await getAction(
      api,
      `/v1/listings/0/actions?account=${STRANGER}&price=1000`,
      "make_offer",
    );
    expect(offer.call.approval.amount.raw).toBe("50");
  });

  test("an act that must be told more says what, and has no call until then", async () => {
    const path = `/v1/escrows/2/actions?account=${BUYER}`;
    const dispute = await getAction(api, path, "raise_dispute");
    expect(dispute).toMatchObject({ isAllowed: true, call: null, simulation: null });
    expect(dispute.needs).toMatchObject([
      { name: "disputeType", type: "uint8", words: expect.arrayContaining(["metric_fraud"]) },
      { name: "text", type: "string", words: null },
    ]);
    const told = `${path}&disputeType=metric_fraud&text=ipfs%3A%2F%2Fevidence`;
    const { call, needs } = await getAction(api, told, "raise_dispute");
    expect(needs).toEqual([]);
    expect(decodeFunctionData({ abi: EscrowAbi, data: call.data }).args).toEqual([
      2n,
      1,
      "ipfs://evidence",
    ]);
    const keepPrice = `/v1/listings/0/actions?account=${SELLER}&metadata=ipfs%3A%2F%2Fnew`;
    const update = await getAction(api, keepPrice, "update_listing");
    expect(decodeFunctionData({ abi: MarketplaceAbi, data: update.call.data }).args).toEqual([
      0n,
      "ipfs://new",
      0n,
    ]);
  });
});
