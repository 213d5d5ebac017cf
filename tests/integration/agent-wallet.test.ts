import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openAgentChain } from "../../core/agent-wallet/agent-chain.ts";
import type { AgentSigner } from "../../core/agent-wallet/signer.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { type AgentStage, createAgentStage } from "./support/agent-stage.ts";
import { CHAIN_ID } from "./support/rows.ts";

const server = sharedPostgres();
const PATIENCE = { deadlineMs: 60_000 };
const GWEI = 1_000_000_000n;
let stage: AgentStage;

beforeAll(async () => {
  stage = await createAgentStage(server.url);
});
afterAll(async () => {
  await stage?.close();
  await server.stop();
});
afterEach(async () => {
  await stage.jobs.reset();
  await stage.jobs.admin.query("TRUNCATE app.agent_action, app.agent_wallet CASCADE");
});

/** Waits until the node has transactions of the agent that no block has. */
const untilPending = (count: number) =>
  waitUntil(
    async () => {
      const [pending, mined] = await Promise.all(
        ["pending", "latest"].map((tag) =>
          stage.chain.request<string>("eth_getTransactionCount", [stage.signer.address, tag]),
        ),
      );
      return Number(pending) - Number(mined) === count;
    },
    { what: `${count} transactions wait`, ...PATIENCE },
  );

test("an action is sent once for its cause, and done when its event is indexed and final", async () => {
  const listingId = await stage.list();
  await stage.index();
  const call = { function: "verifyBuildId", listingId, verified: true, cause: "check 1" } as const;
  const actionId = await stage.request(call);
  expect(await stage.request(call)).toBe(actionId);
  await stage.work();
  await untilPending(1);
  expect(await stage.row(actionId)).toMatchObject({ state: "sent", tries: 1 });
  await stage.chain.mine();
  // Mined, and not in the index yet.
  await waitUntil(async () => (await stage.events("BuildIdVerified")).length === 1, {
    what: "the event",
    ...PATIENCE,
  });
  expect((await stage.row(actionId)).state).toBe("sent");
  await stage.index();
  await stage.until(actionId, "seen");
  await stage.untilMined([actionId], "done");
  expect(await stage.events("BuildIdVerified")).toEqual([{ listingId, verified: true }]);
  expect(
    await stage.jobs.pool.query("SELECT state FROM app.job WHERE name = 'agent.act'"),
  ).toMatchObject({
    rows: [{ state: "done" }],
  });
});

test("two processes that race for one wallet send each action once, without a gap in the numbers", async () => {
  const listingId = await stage.list();
  const before = (await stage.events("BuildIdVerified")).length;
  const actionIds = await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      stage.request({ function: "verifyBuildId", listingId, verified: false, cause: `race ${n}` }),
    ),
  );
  await Promise.all([stage.work(), stage.work()]);
  await untilPending(6);
  await stage.untilMined(actionIds, "done");
  const numbers = await Promise.all(
    actionIds.map(async (id) => (await stage.row(id)).nonce ?? -1n),
  );
  const [first = 0n] = numbers.toSorted((a, b) => Number(a - b));
  expect(numbers.map((nonce) => Number(nonce - first)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 6 }, (_, n) => n),
  );
  expect(await stage.events("BuildIdVerified")).toHaveLength(before + 6);
});

test("a transaction that is stuck is replaced by dearer ones, and one of them is mined", async () => {
  const listingId = await stage.list();
  const actionId = await stage.request({ function: "pauseListing", listingId });
  await stage.work({ wallet: { stuckMs: 100 } });
  await waitUntil(async () => (await stage.signed(actionId)).length >= 3, {
    what: "two replacements",
    ...PATIENCE,
  });
  await stage.jobs.reset();
  const signed = await stage.signed(actionId);
  expect(new Set(signed.map(({ nonce }) => nonce)).size).toBe(1);
  signed.reduce((before, next) => {
    expect(next.maxFeeWei * 100n).toBeGreaterThanOrEqual(before.maxFeeWei * 110n);
    return next;
  });
  await stage.work();
  // The jobs are gone with the reset; the same cause finds its action.
  await stage.jobs.pool.query(
    `SELECT app.add_job('agent.act', 'delivery', 'again', jsonb_build_object('actionId', $1::text), 4, 15, '0', NULL, NULL)`,
    [actionId],
  );
  await stage.untilMined([actionId], "done");
  const receipts = await Promise.all(
    signed.map(({ hash }) => stage.chain.request("eth_getTransactionReceipt", [hash])),
  );
  expect(receipts.filter((receipt) => receipt !== null)).toHaveLength(1);
  expect(
    (await stage.events("ListingPaused")).filter((event) => isOf(event, listingId)),
  ).toHaveLength(1);
});

const isOf = (event: unknown, listingId: bigint) =>
  (event as { listingId: bigint }).listingId === listingId;

test("above the cap nothing is signed, and below it a transaction never offers more", async () => {
  const listingId = await stage.list();
  const setBaseFee = async (wei: bigint) => {
    await stage.chain.request("anvil_setNextBlockBaseFeePerGas", [`0x${wei.toString(16)}`]);
    await stage.chain.mine();
  };
  await setBaseFee(50n * GWEI);
  const actionId = await stage.request({ function: "pauseListing", listingId });
  await stage.work({ wallet: { maxFeeWei: 10n * GWEI } });
  await waitUntil(async () => (await stage.row(actionId)).detail?.includes("above the cap"), {
    what: "it waits for lower fees",
    ...PATIENCE,
  });
  expect(await stage.row(actionId)).toMatchObject({ state: "wanted", nonce: null });
  await setBaseFee(8n * GWEI);
  await stage.until(actionId, "sent");
  const [signed] = await stage.signed(actionId);
  expect(signed?.maxFeeWei).toBe(10n * GWEI);
  await stage.untilMined([actionId], "done");
  await setBaseFee(0n);
});

test("a death between signing and storing sends nothing, and uses up no number", async () => {
  const listingId = await stage.list();
  const actionId = await stage.request({ function: "pauseListing", listingId });
  let signatures = 0;
  const dying: AgentSigner = {
    address: stage.signer.address,
    async signTransaction(transaction) {
      signatures += 1;
      const raw = await stage.signer.signTransaction(transaction);
      // As a kill of the process looks to the database: the transaction is never committed.
      await withClient(stage.jobs.urls.admin, (client) =>
        client.query(
          "SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE relation = 'app.agent_wallet'::regclass AND pid <> pg_backend_pid()",
        ),
      );
      return raw;
    },
  };
  const first = await stage.work({ wallet: { signer: dying } });
  await waitUntil(() => signatures >= 1, { what: "a signature", ...PATIENCE });
  first.vanish();
  await stage.jobs.pool.query("SELECT pg_sleep(0.2)");
  expect(await stage.row(actionId)).toMatchObject({ state: "wanted", nonce: null, tries: 0 });
  expect(await stage.signed(actionId)).toEqual([]);
  await stage.work({ leaseMs: 500 });
  await stage.untilMined([actionId], "done");
  expect((await stage.row(actionId)).tries).toBe(1);
});

test("a death between storing and sending sends the same transaction again", async () => {
  const listingId = await stage.list();
  const actionId = await stage.request({ function: "pauseListing", listingId });
  const chain = openAgentChain([stage.chain.url], { chainId: CHAIN_ID, timeoutMs: 5_000 });
  const silent = { ...chain, send: () => new Promise<boolean>(() => undefined) };
  const lost = await stage.work({ wallet: { chain: silent }, leaseMs: 500 });
  const [stored] = await waitUntil(
    async () => {
      const signed = await stage.signed(actionId);
      return signed.length === 1 && signed;
    },
    { what: "it is stored", ...PATIENCE },
  );
  lost.vanish();
  await stage.work({ leaseMs: 500 });
  await stage.untilMined([actionId], "done");
  expect(await stage.signed(actionId)).toEqual([stored]);
  expect(
    (await stage.events("ListingPaused")).filter((event) => isOf(event, listingId)),
  ).toHaveLength(1);
});

test("a reorganisation that drops the transaction sends it again with the same number", async () => {
  const listingId = await stage.list();
  const actionId = await stage.request({ function: "pauseListing", listingId });
  await stage.work();
  await untilPending(1);
  await stage.chain.mine();
  await stage.index();
  await stage.until(actionId, "seen");
  const [signed] = await stage.signed(actionId);
  await stage.chain.reorg(1);
  await stage.index();
  expect((await stage.events("ListingPaused")).filter((event) => isOf(event, listingId))).toEqual(
    [],
  );
  await stage.until(actionId, "sent");
  await stage.untilMined([actionId], "done");
  expect(await stage.signed(actionId)).toEqual([signed]);
  expect(
    (await stage.events("ListingPaused")).filter((event) => isOf(event, listingId)),
  ).toHaveLength(1);
});

test("what the chain does not need any more is not sent", async () => {
  const listingId = await stage.list();
  const paused = await stage.request({ function: "pauseListing", listingId });
  const silent = await stage.request({
    function: "pauseInactiveSeller",
    seller: stage.arena.parties.seller,
  });
  await stage.arena.act("seller", "marketplace", "cancelListing", [listingId]);
  await stage.work();
  for (const actionId of [paused, silent]) {
    expect(await stage.until(actionId, "unneeded")).toMatchObject({ nonce: null, tries: 0 });
  }
  expect((await stage.row(paused)).detail).toBe("The listing is not active.");
});

test("a number that somebody else has used is given up, and the action gets another", async () => {
  const listingId = await stage.list();
  const actionId = await stage.request({ function: "pauseListing", listingId });
  const chain = openAgentChain([stage.chain.url], { chainId: CHAIN_ID, timeoutMs: 5_000 });
  let isHeld = true;
  await stage.work({
    wallet: { chain: { ...chain, send: async (raw) => !isHeld && chain.send(raw) } },
  });
  await stage.until(actionId, "sent");
  // The same key in other hands.
  const { address } = stage.signer;
  await stage.chain.execute([{ from: address, to: address, data: "0x" }]);
  isHeld = false;
  await stage.untilMined([actionId], "done");
  const signed = await stage.signed(actionId);
  expect(signed.map(({ nonce }) => Number(nonce - (signed[0]?.nonce ?? 0n)))).toEqual([0, 1]);
});

test("a wallet that is not the agent is refused, and one call tries again", async () => {
  const listingId = await stage.list();
  const actionId = await stage.request({ function: "pauseListing", listingId });
  const [stranger] = stage.chain.accounts.slice(20);
  await stage.work({ wallet: { signer: { ...stage.signer, address: stranger as `0x${string}` } } });
  const job = await waitUntil(
    async () => {
      const { rows } = await stage.jobs.pool.query(
        "SELECT state, error_detail AS detail FROM app.job WHERE name = 'agent.act' AND state = 'dead'",
      );
      return rows[0];
    },
    { what: "the job is dead", ...PATIENCE },
  );
  expect(job.detail).toContain("not the agent");
  expect(await stage.row(actionId)).toMatchObject({ state: "wanted", nonce: null });
});
