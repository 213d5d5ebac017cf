import { keccak256, toHex, zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadArtifact } from "../../../devnet/contracts/artifact.ts";
import { AGENT_FEE_BPS, deployAgents, tokenContract } from "../../../devnet/deploy.ts";
import { startTestChain, type TestChain } from "../../support/anvil.ts";
import { DAY, names, openStage, payments } from "./arena.ts";

let chain: TestChain;
beforeAll(async () => {
  chain = await startTestChain();
});
afterAll(() => chain.stop());

const AMOUNT = 1_000_000n;
const FEE = (AMOUNT * BigInt(AGENT_FEE_BPS)) / 10_000n;
const PAYMENT = keccak256(toHex("payment"));
const AGENT = 7n;

type Payment = { developer: string; status: number; createdAt: bigint; expiresAt: bigint };

async function openAgents() {
  const agents = await deployAgents(chain);
  const [, , treasury, developer, user, other] = chain.accounts;
  if (!treasury || !developer || !user || !other) throw new Error("Too few accounts.");
  const { act, now, refusal, view } = openStage(chain, {
    payments: { address: agents.agentEscrow.address, abi: loadArtifact("AgentEscrow").abi },
    entitlements: { address: agents.entitlement.address, abi: loadArtifact("Entitlements").abi },
    token: {
      address: agents.token.address,
      abi: loadArtifact(tokenContract(agents.token.kind)).abi,
    },
  });
  const people = { owner: agents.owner, treasury, developer, user, other };
  return { act, now, refusal, view, agents, ...people };
}

/** A market of agents in which one payment is escrowed. */
async function openPayment() {
  const arena = await openAgents();
  const { owner, developer, user, agents } = arena;
  await arena.act(owner, "payments", "registerAgent", [AGENT, developer]);
  await arena.act(user, "token", "mint", [user, AMOUNT * 2n]);
  await arena.act(user, "token", "approve", [agents.agentEscrow.address, AMOUNT * 2n]);
  const deposit = [PAYMENT, AGENT, AMOUNT, agents.token.address] as const;
  const deposited = await arena.act(user, "payments", "depositPayment", deposit);
  const payment = () => arena.view<Payment>("payments", "getPayment", [PAYMENT]);
  return { ...arena, deposit, deposited, payment };
}

describe("agent payments (domain C.2)", () => {
  test("a deposit is for a registered agent, a supported token and a new id", async () => {
    const arena = await openPayment();
    const { user, other, deposit } = arena;
    expect(names(arena.deposited)).toEqual(["token.Transfer", "PaymentDeposited"]);
    expect(await arena.payment()).toMatchObject({
      status: 1,
      expiresAt: (await arena.now()) + 7n * DAY,
    });
    const refused = (...args: unknown[]) => arena.refusal(user, "payments", "depositPayment", args);
    expect(await refused(...deposit)).toBe("Payment exists");
    const [, , , token] = deposit;
    expect(await refused(keccak256("0x01"), 8n, AMOUNT, token)).toBe("Agent is not registered");
    expect(await refused(keccak256("0x01"), AGENT, 0n, token)).toBe("Amount is zero");
    expect(await refused(keccak256("0x01"), AGENT, AMOUNT, other)).toBe("Token is not supported");
  });

  test("a release pays the developer net of the fee, up to the expiry", async () => {
    const arena = await openPayment();
    const { owner, developer, treasury, user } = arena;
    const { expiresAt } = await arena.payment();
    expect(await arena.refusal(user, "payments", "releasePayment", [PAYMENT])).toBe(
      "AccessControlUnauthorizedAccount",
    );
    const released = await arena.act(owner, "payments", "releasePayment", [PAYMENT], expiresAt);
    expect(payments(released)).toEqual([
      [developer, AMOUNT - FEE],
      [treasury, FEE],
    ]);
    expect(released.at(-1)?.args).toMatchObject({ amount: AMOUNT - FEE, platformFee: FEE });
    expect((await arena.payment()).status).toBe(2);
  });

  test("after the expiry it can only be refunded", async () => {
    const arena = await openPayment();
    const { owner, user } = arena;
    const late = (await arena.payment()).expiresAt + 1n;
    expect(await arena.refusal(owner, "payments", "releasePayment", [PAYMENT], late)).toBe(
      "Payment has expired",
    );
    const refunded = await arena.act(owner, "payments", "refundPayment", [PAYMENT]);
    expect(names(refunded)).toEqual(["token.Transfer", "PaymentRefunded"]);
    expect(payments(refunded)).toEqual([[user, AMOUNT]]);
  });

  test("the fee of the day of release counts, while a new developer does not get old payments", async () => {
    const arena = await openPayment();
    const { owner, developer, other } = arena;
    expect(await arena.refusal(owner, "payments", "setPlatformFee", [1_001n])).toBe(
      "Fee is too high",
    );
    await arena.act(owner, "payments", "setPlatformFee", [0n]);
    await arena.act(owner, "payments", "registerAgent", [AGENT, other]);
    const released = await arena.act(owner, "payments", "releasePayment", [PAYMENT]);
    expect(payments(released)).toEqual([[developer, AMOUNT]]);
  });

  test("fee and recipient start without an event", async () => {
    const { agents, view } = await openAgents();
    const logs = await chain.logsOf([agents.agentEscrow.address]);
    const topics = ["RoleGranted(bytes32,address,address)", "TokenSupportUpdated(address,bool)"];
    expect(new Set(logs.map((log) => log.topics[0]))).toEqual(
      new Set(topics.map((topic) => keccak256(toHex(topic)))),
    );
    expect(await view("payments", "platformFeePercentage")).toBe(BigInt(AGENT_FEE_BPS));
  });

  test("roles are granted and revoked once", async () => {
    const { act, owner, other, refusal, view } = await openAgents();
    const role = await view<string>("payments", "ORCHESTRATOR_ROLE");
    expect(names(await act(owner, "payments", "grantRole", [role, other]))).toEqual([
      "RoleGranted",
    ]);
    expect(await act(owner, "payments", "grantRole", [role, other])).toEqual([]);
    expect(await refusal(other, "payments", "renounceRole", [role, owner])).toBe(
      "AccessControlBadConfirmation",
    );
    expect(names(await act(other, "payments", "renounceRole", [role, other]))).toEqual([
      "RoleRevoked",
    ]);
    expect(await refusal(other, "payments", "revokeRole", [role, owner])).toBe(
      "AccessControlUnauthorizedAccount",
    );
  });
});

describe("entitlements (domain C.2)", () => {
  const FOREVER = 0n;

  async function openEntitlement({ isTransferrable = true, expiration = FOREVER } = {}) {
    const arena = await openAgents();
    const create = [AGENT, "ipfs://agent", isTransferrable, expiration];
    const created = await arena.act(arena.owner, "entitlements", "createEntitlement", create);
    const mint = (amount = 2n) =>
      arena.act(arena.owner, "entitlements", "mint", [arena.user, 1n, amount, "0x"]);
    const hasAccess = (holder: string) => arena.view("entitlements", "hasAccess", [holder, AGENT]);
    return { ...arena, created, mint, hasAccess };
  }

  test("one token per agent, ids from 1, and access with a balance", async () => {
    const arena = await openEntitlement();
    expect(arena.created[0]?.args).toMatchObject({ tokenId: 1n, agentId: AGENT });
    expect(
      await arena.refusal(arena.owner, "entitlements", "createEntitlement", [AGENT, "", true, 0n]),
    ).toBe("Agent has a token");
    expect(await arena.hasAccess(arena.user)).toBe(false);
    await arena.mint();
    expect(await arena.hasAccess(arena.user)).toBe(true);
    expect(
      await arena.view("entitlements", "hasAccessBatch", [[arena.user, arena.other], AGENT]),
    ).toEqual([true, false]);
  });

  test("mint and burn log both kinds of event, a transfer the multi-token one alone", async () => {
    const arena = await openEntitlement();
    const { owner, user, other } = arena;
    expect(names(await arena.mint())).toEqual(["TransferSingle", "EntitlementMinted"]);
    const move = [user, other, 1n, 1n, "0x"];
    expect(await arena.refusal(other, "entitlements", "safeTransferFrom", move)).toBe(
      "ERC1155MissingApprovalForAll",
    );
    expect(
      names(await arena.act(user, "entitlements", "setApprovalForAll", [other, true])),
    ).toEqual(["ApprovalForAll"]);
    expect(names(await arena.act(other, "entitlements", "safeTransferFrom", move))).toEqual([
      "TransferSingle",
    ]);
    expect(await arena.hasAccess(other)).toBe(true);
    expect(names(await arena.act(owner, "entitlements", "burn", [other, 1n, 1n]))).toEqual([
      "TransferSingle",
      "EntitlementBurned",
    ]);
    expect(await arena.refusal(owner, "entitlements", "burn", [other, 1n, 1n])).toBe(
      "ERC1155InsufficientBalance",
    );
  });

  test("a token that is not transferrable reverts on transfer", async () => {
    const arena = await openEntitlement({ isTransferrable: false });
    await arena.mint();
    const move = [arena.user, arena.other, 1n, 1n, "0x"];
    expect(await arena.refusal(arena.user, "entitlements", "safeTransferFrom", move)).toBe(
      "Token is not transferrable",
    );
  });

  test("expiry is per token, for all holders, strictly after its time", async () => {
    const expiration = (await chain.now()) + 1_000n;
    const arena = await openEntitlement({ expiration });
    await arena.mint();
    await chain.mine(expiration);
    expect(await arena.hasAccess(arena.user)).toBe(true);
    await chain.mine(expiration + 1n);
    expect(await arena.hasAccess(arena.user)).toBe(false);
    expect(await arena.view("entitlements", "isExpired", [1n])).toBe(true);
    // Minting goes on regardless.
    await arena.mint();
  });

  test("several ids move in one batch event, one id in a batch call as a single", async () => {
    const arena = await openEntitlement();
    const { owner, user, other } = arena;
    await arena.act(owner, "entitlements", "createEntitlement", [8n, "", true, 0n]);
    const minted = await arena.act(owner, "entitlements", "mintBatch", [
      user,
      [1n, 2n],
      [5n, 6n],
      "0x",
    ]);
    expect(names(minted)).toEqual(["TransferBatch", "EntitlementMinted", "EntitlementMinted"]);
    const batch = "safeBatchTransferFrom";
    expect(
      names(await arena.act(user, "entitlements", batch, [user, other, [1n, 2n], [1n, 2n], "0x"])),
    ).toEqual(["TransferBatch"]);
    expect(
      names(await arena.act(user, "entitlements", batch, [user, other, [1n], [1n], "0x"])),
    ).toEqual(["TransferSingle"]);
    expect(await arena.refusal(user, "entitlements", batch, [user, other, [1n], [], "0x"])).toBe(
      "ERC1155InvalidArrayLength",
    );
    const balances = await arena.view("entitlements", "balanceOfBatch", [
      [user, other, other],
      [1n, 1n, 2n],
    ]);
    expect(balances).toEqual([3n, 2n, 2n]);
  });

  test("agent 0 can get a token that then does not exist", async () => {
    const arena = await openAgents();
    const { owner, user } = arena;
    await arena.act(owner, "entitlements", "createEntitlement", [0n, "", true, 0n]);
    expect(await arena.refusal(owner, "entitlements", "mint", [user, 1n, 1n, "0x"])).toBe(
      "No such token",
    );
    expect(await arena.refusal(owner, "entitlements", "mint", [zeroAddress, 1n, 1n, "0x"])).toBe(
      "No such token",
    );
  });

  test("a token has its own address or that of the base and its id", async () => {
    const arena = await openEntitlement();
    const { owner } = arena;
    expect(await arena.view("entitlements", "uri", [1n])).toBe("ipfs://agent");
    const updated = await arena.act(owner, "entitlements", "setTokenURI", [1n, ""]);
    expect(names(updated)).toEqual(["TokenURIUpdated", "URI"]);
    await arena.act(owner, "entitlements", "setBaseURI", ["https://example.org/"]);
    expect(await arena.view("entitlements", "uri", [1n])).toBe("https://example.org/1");
  });
});
