import type { Hex } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRpcClient } from "../../core/rpc/client.ts";
import { startTestChain, type TestChain } from "../support/anvil.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { openArena, PRICE } from "../unit/contracts/arena.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setIndexedBlock } from "./support/release.ts";
import { CHAIN_ID, insertRows } from "./support/rows.ts";

const HANDOVER_SECONDS = 72n * 3_600n;

let server: PostgresServer;
let chain: TestChain;
let admin: string;
let api: TestApi;
let arena: Awaited<ReturnType<typeof openArena>>;

beforeAll(async () => {
  [server, chain] = await Promise.all([sharedPostgres(), startTestChain()]);
  arena = await openArena(chain, { marketplace: "M3", escrow: "E3", transitionPeriod: 60n });
  await arena.stake();
  await arena.list();
  const urls = await createPublishedDatabase(server.url);
  admin = urls.admin;
  const { market, parties } = arena;
  const [marketplace, contract, token] = [
    market.marketplace.address,
    market.escrow.address,
    market.token.address,
  ];
  await withClient(admin, async (client) => {
    const common = { owner: parties.owner, token, is_paused: false };
    await insertRows(client, "release_a", "token", [{ address: token, decimals: 18 }]);
    await insertRows(client, "release_a", "contract", [
      { ...common, address: marketplace, agent: parties.agent },
      { ...common, address: contract, kind: "escrow", generation: "E3", marketplace },
    ]);
    await insertRows(client, "release_a", "token_balance", [
      { contract, token, balance_units: PRICE },
    ]);
    await insertRows(client, "release_a", "listing", [
      { contract: marketplace, seller: parties.seller, asking_price_units: PRICE, token },
    ]);
  });
  api = startApi(urls.api, {
    rpc: createRpcClient(chain.url, 2_000),
    contracts: [
      { kind: "marketplace", generation: "M3", address: marketplace, startBlock: 1 },
      { kind: "escrow", generation: "E3", address: contract, startBlock: 1 },
    ],
  });
});
afterAll(async () => {
  await api?.close();
  await chain?.stop();
  await server?.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field below
type Action = any;

/** Asks for an act as of the chain's present time. */
async function ask(path: string, name: string): Promise<Action> {
  const timestamp = await chain.now();
  await withClient(admin, (client) =>
    setIndexedBlock(client, "release_a", { block: 100n, timestamp }),
  );
  const response = await api.get(path);
  const { data } = (await response.json()) as { data: { actions: Action[] } };
  return data.actions.find((action) => action.name === name);
}

/** Sends a prepared call as it is, which must succeed. */
async function send(from: Hex, call: { to: Hex; data: Hex }): Promise<void> {
  const [receipt] = await chain.execute([{ from, to: call.to, data: call.data }]);
  expect(receipt?.status).toBe("0x1");
}

test("prepared calls carry a sale from the purchase to the retainer", async () => {
  const { market, parties } = arena;
  const buyer = chain.accounts.at(-1) as Hex;
  const purchase = `/v1/listings/0/actions?account=${buyer}&method=ephemeral_keypair`;
  const token = market.token.address;

  // Nothing approved, nothing owned: the chain adds what the index cannot know.
  const unprepared = await ask(purchase, "deposit_funds");
  expect(unprepared).toMatchObject({
    isAllowed: false,
    reasons: [{ code: "ALLOWANCE_TOO_LOW" }],
    simulation: { result: "reverts" },
  });
  const { approval } = unprepared.call;
  await send(buyer, { to: approval.token, data: approval.data });
  expect(await ask(purchase, "deposit_funds")).toMatchObject({
    reasons: [{ code: "BALANCE_TOO_LOW" }],
  });
  await arena.act("stranger", "token", "mint", [buyer, PRICE]);
  const buy = await ask(purchase, "deposit_funds");
  expect(buy).toMatchObject({ isAllowed: true, simulation: { result: "passes" } });
  await send(buyer, buy.call);
  const bought = await arena.view<{ buyer: Hex; encryptionMethod: number; state: number }>(
    "escrow",
    "getEscrow",
    [1n],
  );
  expect(bought).toMatchObject({ state: 1, encryptionMethod: 1 });
  expect(bought.buyer.toLowerCase()).toBe(buyer);

  const handover = (await chain.now()) + HANDOVER_SECONDS;
  await withClient(admin, (client) =>
    insertRows(client, "release_a", "escrow", [
      {
        contract: market.escrow.address,
        marketplace: market.marketplace.address,
        token,
        buyer,
        seller: parties.seller,
        amount_units: PRICE,
        total_funded_units: PRICE,
        handover_deadline: handover,
      },
    ]),
  );
  const escrow = (account: Hex, query = "") => `/v1/escrows/1/actions?account=${account}${query}`;
  const hash = `&credentialHash=0x${"22".repeat(32)}`;
  const deliver = await ask(escrow(parties.seller, hash), "upload_credential_hash");
  expect(deliver).toMatchObject({ isAllowed: true, simulation: { result: "passes" } });
  await send(parties.seller, deliver.call);

  // The index has not seen the delivery yet: rules and chain disagree, and nothing is handed out.
  expect(await ask(escrow(parties.seller, hash), "upload_credential_hash")).toMatchObject({
    isAllowed: false,
    reasons: [{ code: "RULES_AND_CHAIN_DISAGREE" }],
    simulation: { revert: { name: "Error", message: "Escrow is not funded" } },
    call: null,
  });
  const change = (set: string) =>
    withClient(admin, (client) => client.query(`UPDATE release_a.escrow SET ${set}`));
  await change(`state = 'delivered', verify_deadline = ${handover}`);

  const confirm = await ask(escrow(buyer), "confirm_receipt");
  expect(confirm).toMatchObject({ isAllowed: true, simulation: { result: "passes" } });
  await send(buyer, confirm.call);
  const releaseTime = (await chain.now()) + 60n;
  await change("state = 'transition'");
  await withClient(admin, (client) =>
    insertRows(client, "release_a", "transition_hold", [
      { contract: market.escrow.address, release_time: releaseTime, retained_units: 1 },
    ]),
  );
  expect(await ask(escrow(parties.seller), "claim_transition_retainer")).toMatchObject({
    reasons: [{ code: "TOO_EARLY" }],
    simulation: { revert: { message: "Transition is running" } },
  });
  await chain.mine(releaseTime);
  const claim = await ask(escrow(parties.seller), "claim_transition_retainer");
  expect(claim).toMatchObject({ isAllowed: true, simulation: { result: "passes" } });
  await send(parties.seller, claim.call);
  expect(await arena.view("escrow", "getEscrow", [1n])).toMatchObject({ state: 7 });
  expect(claim.call.meaning).toEqual({
    function: "claimTransitionRetainer(uint256)",
    args: { escrowId: "1" },
  });
  expect(claim.call.chainId).toBe(CHAIN_ID);
});
