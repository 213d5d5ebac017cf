import { type Address, type Hex, keccak256, toHex } from "viem";
import { expect } from "vitest";
import { loadArtifact } from "../../../devnet/contracts/artifact.ts";
import { AGENT_FEE_BPS, deployAgents, tokenContract } from "../../../devnet/deploy.ts";
import type { DeployedAgents } from "../../../devnet/deployed.ts";
import { PAYMENT_STATES } from "../../../src/protocol/states.ts";
import type { TestChain } from "../../support/anvil.ts";
import type { DeployedContract } from "../../support/ponder.ts";
import { openStage } from "../../unit/contracts/arena.ts";
import type { Rows } from "../support/rows.ts";
import { type People, peopleOf } from "../support/stage.ts";

const AMOUNT = 1_000_000n;
const FEE = (AMOUNT * BigInt(AGENT_FEE_BPS)) / 10_000n;
const paymentId = (name: string) => keccak256(toHex(name));

/** Agents that people may hold an entitlement to; that of the third has expired, the fourth has none. */
const AGENTS = [7n, 8n, 9n, 10n] as const;

export type PlayedAgents = { contracts: DeployedContract[]; both: readonly [Agents, Agents] };

/** Plays on the agents' contracts of two deployments, with the same payment ids in both. */
export async function playAgents(chain: TestChain): Promise<PlayedAgents> {
  const first = await openAgents(chain);
  const second = await openAgents(chain);
  for (const agents of [first, second]) await playPayments(agents);
  await playEntitlements(first);
  return {
    contracts: [first, second].flatMap(({ deployed }) => entriesOf(deployed)),
    both: [first, second],
  };
}

type AgentCheck = (played: PlayedAgents, rows: Rows) => Promise<void>;

/** What the rows must say of them, by the title of the test. */
export const AGENT_CHECKS: Record<string, AgentCheck> = {
  "payments are released and refunded as their contract says": ({ both }, rows) =>
    checkPayments(both[0], rows),
  "a payment id is unique in its contract, and not beyond [2.83]": ({ both }, rows) =>
    checkIds(both, rows),
  "entitlements are what the transfers left [2.85]": ({ both }, rows) =>
    checkBalances(both[0], rows),
  "access follows from balance and expiry for 20 pairs [2.37]": ({ both }, rows) =>
    checkAccess(both[0], rows),
  "both contracts are indexed from deployment to last event [2.100]": ({ both }, rows) =>
    checkCompleteness(both[0], rows),
};

async function openAgents(chain: TestChain) {
  const deployed = await deployAgents(chain);
  const { agentEscrow, entitlement, token } = deployed;
  const { act, now, refusal, view } = openStage(chain, {
    payments: { address: agentEscrow.address, abi: loadArtifact("AgentEscrow").abi },
    entitlements: { address: entitlement.address, abi: loadArtifact("Entitlements").abi },
    token: { address: token.address, abi: loadArtifact(tokenContract(token.kind)).abi },
  });
  return { act, now, refusal, view, chain, deployed, people: peopleOf(chain) };
}

type Agents = Awaited<ReturnType<typeof openAgents>>;

function entriesOf({ agentEscrow, entitlement, token }: DeployedAgents): DeployedContract[] {
  const generation = "standard";
  return [
    { kind: "agentEscrow", generation, ...agentEscrow, token: token.address },
    { kind: "entitlement", generation, ...entitlement },
    { kind: "token", generation, address: token.address, startBlock: token.startBlock },
  ];
}

async function playPayments({ act, refusal, deployed, people }: Agents) {
  const { owner, seller: developer, rival, buyer: payer } = people;
  const token = deployed.token.address;
  await act(owner, "payments", "registerAgent", [AGENTS[0], developer]);
  await act(payer, "token", "mint", [payer, 9n * AMOUNT]);
  await act(payer, "token", "approve", [deployed.agentEscrow.address, 9n * AMOUNT]);
  for (const name of ["released", "refunded", "open", "late"]) {
    const deposit = [paymentId(name), AGENTS[0], AMOUNT, token];
    await act(payer, "payments", "depositPayment", deposit);
    expect(await refusal(payer, "payments", "depositPayment", deposit)).toBe("Payment exists");
  }
  await act(owner, "payments", "releasePayment", [paymentId("released")]);
  await act(owner, "payments", "refundPayment", [paymentId("refunded")]);
  await act(owner, "payments", "registerAgent", [AGENTS[0], rival]);
  await act(owner, "payments", "setPlatformFee", [0n]);
  await act(owner, "payments", "releasePayment", [paymentId("late")]);
}

async function playEntitlements({ act, people, now }: Agents) {
  const { owner, seller, buyer, rival, stranger } = people;
  const soon = (await now()) + 60n;
  for (const [agentId, isTransferrable, expiresAt] of [
    [AGENTS[0], true, 0n],
    [AGENTS[1], false, soon + 10_000_000n],
    [AGENTS[2], true, soon],
  ] as const) {
    const create = [agentId, "ipfs://agent", isTransferrable, expiresAt];
    await act(owner, "entitlements", "createEntitlement", create);
  }
  await act(owner, "entitlements", "mint", [buyer, 1n, 3n, "0x"]);
  await act(owner, "entitlements", "mintBatch", [rival, [1n, 2n, 3n], [2n, 1n, 4n], "0x"]);
  await act(buyer, "entitlements", "safeTransferFrom", [buyer, stranger, 1n, 3n, "0x"]);
  const some = [rival, seller, [1n, 3n], [1n, 1n], "0x"];
  await act(rival, "entitlements", "safeBatchTransferFrom", some);
  await act(owner, "entitlements", "burn", [rival, 2n, 1n], soon + 100n);
}

async function checkPayments({ view, deployed, people }: Agents, rows: Rows) {
  const contract = deployed.agentEscrow.address;
  const payments = await rows.all("agentPayment", { contract });
  expect(
    payments.map((row) => [row.state, row.paidToDeveloperUnits, row.platformFeeUnits]),
  ).toEqual([
    ["released", AMOUNT - FEE, FEE],
    ["refunded", null, null],
    ["escrowed", null, null],
    // The fee of the day of release counts.
    ["released", AMOUNT, 0n],
  ]);
  expect(payments[1]?.refundedUnits).toBe(AMOUNT);
  for (const row of payments) {
    type Stored = { status: number; developer: Address; expiresAt: bigint };
    const stored = await view<Stored>("payments", "getPayment", [row.paymentId]);
    expect(row.state).toBe(PAYMENT_STATES[stored.status]);
    // Registering an agent anew leaves its earlier payments to the developer of then.
    expect([row.developer, row.expiresAt]).toEqual([people.seller, stored.expiresAt]);
    expect(stored.developer.toLowerCase()).toBe(row.developer);
  }
  const agent = await rows.one("agent", { contract });
  expect(agent).toMatchObject({ developer: people.rival, paymentCount: 4 });
  const held = await rows.one("tokenBalance", { contract });
  expect(held.balanceUnits).toBe(await view<bigint>("token", "balanceOf", [contract]));
}

async function checkIds(both: readonly Agents[], rows: Rows) {
  const paymentOf = (name: string) => rows.all("agentPayment", { paymentId: paymentId(name) });
  for (const name of ["released", "refunded", "open", "late"]) {
    const contracts = (await paymentOf(name)).map((row) => row.contract);
    expect(contracts.sort()).toEqual(both.map((it) => it.deployed.agentEscrow.address).sort());
  }
}

const everybody = (people: People): Address[] => [...new Set(Object.values(people))];

async function checkBalances({ view, deployed, people }: Agents, rows: Rows) {
  const contract = deployed.entitlement.address;
  const held = await rows.all("entitlement", { contract });
  for (const tokenId of [1n, 2n, 3n]) {
    for (const holder of everybody(people)) {
      const row = held.find((it) => it.tokenId === tokenId && it.holder === holder);
      const stored = await view<bigint>("entitlements", "balanceOf", [holder, tokenId]);
      expect(row?.balance ?? 0n).toBe(stored);
    }
  }
  // A mint logs two kinds of event; it counts once.
  const total = held.filter((it) => it.tokenId === 1n).reduce((sum, it) => sum + it.balance, 0n);
  expect(total).toBe(5n);
}

async function checkAccess({ view, chain, deployed, people }: Agents, rows: Rows) {
  const contract = deployed.entitlement.address;
  const tokens = await rows.all("entitlementToken", { contract });
  const held = await rows.all("entitlement", { contract });
  const now = await chain.now();
  const hasAccess = (holder: Address, agentId: bigint) => {
    const token = tokens.find((it) => it.agentId === agentId);
    if (!token || (token.expiresAt !== 0n && now > token.expiresAt)) return false;
    return held.some(
      (it) => it.tokenId === token.tokenId && it.holder === holder && it.balance > 0n,
    );
  };
  const pairs = everybody(people).flatMap((holder) => AGENTS.map((id) => [holder, id] as const));
  const drawn = pairs.sort(byHashOf(toHex("pairs"))).slice(0, 20);
  const answers = await Promise.all(
    drawn.map((pair) => view<boolean>("entitlements", "hasAccess", pair)),
  );
  expect(drawn).toHaveLength(20);
  expect(drawn.map(([holder, agentId]) => hasAccess(holder, agentId))).toEqual(answers);
  expect(new Set(answers)).toEqual(new Set([true, false]));
}

/** Every log of both contracts is in the timeline, save the approvals that are left out on purpose. */
async function checkCompleteness({ chain, deployed }: Agents, rows: Rows) {
  for (const { address } of [deployed.agentEscrow, deployed.entitlement]) {
    const logs = await chain.logsOf([address]);
    const events = await rows.all("activity", { contract: address });
    expect(events.map(({ topic, rawData }) => [topic, rawData])).toEqual(
      logs.map(({ topics, data }) => [topics[0], data]),
    );
  }
}

/** An order that looks random and is the same on each run. */
function byHashOf(seed: Hex) {
  const rank = ([holder, id]: readonly [Address, bigint]) =>
    keccak256(`${seed}${holder.slice(2)}${toHex(id, { size: 32 }).slice(2)}`);
  return (a: readonly [Address, bigint], b: readonly [Address, bigint]) =>
    rank(a) < rank(b) ? -1 : 1;
}
