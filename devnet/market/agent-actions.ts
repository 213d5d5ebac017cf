import type { Address, Hex } from "viem";
import type { ContractName } from "../contracts/artifact.ts";
import type { Behaviour } from "./behaviours.ts";
import type { AgentDesk, PaidAgent, World } from "./world.ts";
import { send } from "./world.ts";

/** Payments for paid agents and rights to use them (domain C). */

/** One million of a six-decimal token, many times over. */
const PURSE = 10n ** 15n;
const UNLIMITED = 2n ** 256n - 1n;

export type Payment = {
  readonly id: Hex;
  readonly agent: PaidAgent;
  readonly user: Address;
  readonly amount: bigint;
  readonly expiresAt: number;
  isOpen: boolean;
  isLost: boolean;
};

/** Registers a paid agent and opens its entitlement. */
export function registerAgent(
  world: World,
  desk: AgentDesk,
  developer: Address,
  {
    uri,
    isTransferrable,
    expiration,
  }: { uri: string; isTransferrable: boolean; expiration: number },
): PaidAgent {
  const id = desk.agents.length + 1;
  const register = { method: "registerAgent", behaviour: "register agent" } as const;
  callEscrow(world, desk, desk.contracts.owner, { ...register, args: [BigInt(id), developer] });
  callEntitlement(world, desk, desk.contracts.owner, {
    method: "createEntitlement",
    args: [BigInt(id), uri, isTransferrable, BigInt(expiration)],
    behaviour: "create entitlement",
  });
  const agent = { id, developer, tokenId: id, isTransferrable, holders: new Set<Address>() };
  desk.agents.push(agent);
  return agent;
}

export function describeEntitlement(world: World, desk: AgentDesk, agent: PaidAgent, uri: string) {
  callEntitlement(world, desk, desk.contracts.owner, {
    method: "setTokenURI",
    args: [BigInt(agent.tokenId), uri],
    behaviour: "describe entitlement",
    events: 2,
  });
}

export function changeAgentFee(world: World, desk: AgentDesk, bps: number): void {
  const change = { method: "setPlatformFee", behaviour: "change agent fee" } as const;
  callEscrow(world, desk, desk.contracts.owner, { ...change, args: [BigInt(bps)] });
}

export function payAgent(
  world: World,
  desk: AgentDesk,
  agent: PaidAgent,
  user: Address,
  { id, amount, expiresAt }: { id: Hex; amount: bigint; expiresAt: number },
): Payment {
  equip(world, desk, user);
  callEscrow(world, desk, user, {
    method: "depositPayment",
    args: [id, BigInt(agent.id), amount, desk.contracts.token.address],
    behaviour: "pay agent",
  });
  return { id, agent, user, amount, expiresAt, isOpen: true, isLost: false };
}

/** Impossible after the expiry. */
export function releasePayment(world: World, desk: AgentDesk, payment: Payment): boolean {
  if (!payment.isOpen || payment.isLost || world.now > payment.expiresAt) return false;
  return settle(world, desk, payment, "releasePayment", "release payment");
}

export function refundPayment(world: World, desk: AgentDesk, payment: Payment): boolean {
  if (!payment.isOpen || payment.isLost) return false;
  return settle(world, desk, payment, "refundPayment", "refund payment");
}

export function mintEntitlement(
  world: World,
  desk: AgentDesk,
  agent: PaidAgent,
  to: Address,
): void {
  callEntitlement(world, desk, desk.contracts.owner, {
    method: "mint",
    args: [to, BigInt(agent.tokenId), 1n, "0x"],
    behaviour: "mint entitlement",
    events: 2,
  });
  agent.holders.add(to);
}

export function transferEntitlement(
  world: World,
  desk: AgentDesk,
  agent: PaidAgent,
  from: Address,
  to: Address,
): boolean {
  if (!agent.isTransferrable || !agent.holders.has(from) || agent.holders.has(to)) return false;
  callEntitlement(world, desk, from, {
    method: "safeTransferFrom",
    args: [from, to, BigInt(agent.tokenId), 1n, "0x"],
    behaviour: "transfer entitlement",
  });
  agent.holders.delete(from);
  agent.holders.add(to);
  return true;
}

export function burnEntitlement(
  world: World,
  desk: AgentDesk,
  agent: PaidAgent,
  from: Address,
): boolean {
  if (!agent.holders.has(from)) return false;
  callEntitlement(world, desk, desk.contracts.owner, {
    method: "burn",
    args: [from, BigInt(agent.tokenId), 1n],
    behaviour: "burn entitlement",
    events: 2,
  });
  agent.holders.delete(from);
  return true;
}

function settle(
  world: World,
  desk: AgentDesk,
  payment: Payment,
  method: string,
  behaviour: Behaviour,
): boolean {
  callEscrow(world, desk, desk.contracts.owner, { method, args: [payment.id], behaviour });
  payment.isOpen = false;
  return true;
}

function equip(world: World, desk: AgentDesk, from: Address): void {
  if (desk.equipped.has(from)) return;
  desk.equipped.add(from);
  const { token, agentEscrow } = desk.contracts;
  const call = { from, to: token.address, contract: "TestToken", events: 0 } as const;
  send(world, { ...call, method: "mint", args: [from, PURSE], behaviour: "get tokens" });
  const args = [agentEscrow.address, UNLIMITED];
  send(world, { ...call, method: "approve", args, behaviour: "allow spending" });
}

type DeskCall = { method: string; args: readonly unknown[]; behaviour: Behaviour; events?: number };

function callEscrow(world: World, desk: AgentDesk, from: Address, call: DeskCall): void {
  const { address } = desk.contracts.agentEscrow;
  sendTo(world, "AgentEscrow", address, from, call);
}

function callEntitlement(world: World, desk: AgentDesk, from: Address, call: DeskCall): void {
  const { address } = desk.contracts.entitlement;
  sendTo(world, "Entitlements", address, from, call);
}

function sendTo(
  world: World,
  contract: ContractName,
  to: Address,
  from: Address,
  call: DeskCall,
): void {
  send(world, { from, to, contract, ...call });
}
