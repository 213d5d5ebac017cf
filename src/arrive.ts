import type { Context } from "ponder:registry";
import type { ContractKind } from "./protocol/states.ts";
import { type ContractRow, contractAt } from "./rows/contract.ts";
import { type Stamp, stampOf } from "./rows/stamp.ts";

/** What every handler starts with: where the event happened, and the contract that emitted it. */
export async function arrive(
  context: Context,
  event: Parameters<typeof stampOf>[1],
  kind: ContractKind,
): Promise<{ at: Stamp; home: ContractRow }> {
  const at = stampOf(context, event);
  return { at, home: await contractAt(context, kind, at) };
}
