import {
  type Abi,
  type AbiFunction,
  concatHex,
  encodeAbiParameters,
  type Hex,
  toFunctionSelector,
} from "viem";
import { escrowCalls, marketplaceCalls } from "../../support/contract-abi.ts";

/**
 * Call data in which text is given as bytes, so that it need not be UTF-8: a contract stores and
 * logs a `string` without looking at it.
 */
export function callWithRawText(name: string, args: readonly unknown[]): Hex {
  const abi: Abi = [...marketplaceCalls, ...escrowCalls];
  const item = abi.find(
    (entry): entry is AbiFunction => entry.type === "function" && entry.name === name,
  );
  if (!item) throw new Error(`no function ${name}`);
  const parameters = item.inputs.map((input) =>
    input.type === "string" ? { ...input, type: "bytes" } : input,
  );
  return concatHex([toFunctionSelector(item), encodeAbiParameters(parameters, args)]);
}
