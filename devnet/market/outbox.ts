import {
  type Address,
  encodeFunctionData,
  type Hex,
  type PrepareEncodeFunctionDataReturnType,
  prepareEncodeFunctionData,
} from "viem";
import { type ContractName, loadArtifact } from "../contracts/artifact.ts";
import type { Behaviour } from "./behaviours.ts";
import type { Subject } from "./world.ts";

/** One transaction of the market, ready to send. */
export type MarketTransaction = {
  from: Address;
  /** Absent for a contract creation. */
  to?: Address;
  data: Hex;
  /** What happens. */
  behaviour: Behaviour;
  /** Events that the contracts of the market log in it; token transfers are not counted. */
  events: number;
  /** What it depends on; given up when the transaction is refused. */
  subject?: Subject;
};

const prepared = new Map<string, PrepareEncodeFunctionDataReturnType>();

/** Call data. The look-up in the ABI is kept, it costs more than the encoding. */
export function encodeCall(name: ContractName, method: string, args: readonly unknown[]): Hex {
  const key = `${name}.${method}`;
  let ready = prepared.get(key);
  if (ready === undefined) {
    const { abi } = loadArtifact(name);
    ready = prepareEncodeFunctionData({ abi, functionName: method });
    prepared.set(key, ready);
  }
  return encodeFunctionData({ ...ready, args } as Parameters<typeof encodeFunctionData>[0]);
}
