import { type Abi, type AbiFunction, encodeFunctionData, toFunctionSignature } from "viem";
import { EscrowAbi, EscrowE0Abi } from "../../abis/EscrowAbi.ts";
import { MarketplaceAbi } from "../../abis/MarketplaceAbi.ts";
import { TokenAbi } from "../../abis/TokenAbi.ts";
import type { Generation } from "../../src/protocol/states.ts";
import type { JudgedAct } from "./act.ts";
import type { Account } from "./facts.ts";

/** Blocks after which a prepared call should be asked for again: five minutes on Base. */
const LIFE_BLOCKS = 150n;

/** A call that a wallet can sign as it is; this side never holds a key. */
export type PreparedCall = {
  to: Account;
  data: `0x${string}`;
  /** What is called, with its arguments by name. */
  signature: string;
  args: Record<string, string | boolean>;
  /** Block after which the state that it was prepared for is too old to rely on. */
  expiresAtBlock: bigint;
  /** What must be approved before, base units. */
  approval: { token: Account; spender: Account; units: bigint; data: `0x${string}` } | null;
};

/** Every error that a call of ours can end in. */
export const ERROR_ABI: Abi = [EscrowAbi, MarketplaceAbi, TokenAbi].flatMap((abi: Abi) =>
  abi.filter(({ type }) => type === "error"),
);

/** Signature of a function as the generation has it, e.g. `confirmReceipt(uint256)`. */
export function signatureOf(fn: string, generation: Generation): string {
  return toFunctionSignature(functionOf(fn, generation));
}

/**
 * Encodes the call of an act that needs nothing more.
 * @param block block of the state that it was judged in
 */
export function prepareCall(
  { fn, contract, args, takesUnits }: JudgedAct,
  block: bigint,
): PreparedCall | null {
  if (args === null) return null;
  const item = functionOf(fn, contract.generation);
  const named = item.inputs.map(({ name }, at) => [name ?? String(at), shown(args[at])]);
  return {
    to: contract.address,
    data: encodeFunctionData({ abi: [item], functionName: fn, args }),
    signature: toFunctionSignature(item),
    args: Object.fromEntries(named),
    expiresAtBlock: block + LIFE_BLOCKS,
    approval: approvalOf(contract, takesUnits),
  };
}

function approvalOf(
  { token, address }: JudgedAct["contract"],
  units: bigint,
): PreparedCall["approval"] {
  if (token === null || units === 0n) return null;
  const data = encodeFunctionData({
    abi: TokenAbi,
    functionName: "approve",
    args: [address, units],
  });
  return { token, spender: address, units, data };
}

function functionOf(fn: string, generation: Generation): AbiFunction {
  const own = generation === "E0" ? EscrowE0Abi : [];
  const all: Abi = [...own, ...EscrowAbi, ...MarketplaceAbi];
  const found = all.find((item) => item.type === "function" && item.name === fn);
  if (found?.type !== "function") throw new Error(`No ABI has the function ${fn}.`);
  return found;
}

function shown(value: unknown): string | boolean {
  return typeof value === "boolean" ? value : String(value);
}
