import { type Abi, type AbiEvent, decodeEventLog, type Hex, toEventSelector } from "viem";
import {
  AgentEscrowAbi,
  EntitlementsAbi,
  EscrowAbi,
  MarketplaceAbi,
  TokenAbi,
} from "../../abis/index.ts";
import { COVERAGE, type Coverage } from "../../src/protocol/coverage.ts";
import type { ContractKind } from "../../src/protocol/states.ts";

/** Why a log cannot be what the indexer takes it for. */
export type UnknownReason = "unknown_topic" | "indexed_mismatch" | "undecodable";

/** What the ABIs and the coverage table say of a log. */
export type Verdict =
  | { is: "handled"; event: string }
  | { is: "ignored"; event: string }
  | { is: "unknown"; reason: UnknownReason };

type Known = { event: AbiEvent; coverage: Coverage };

const EVENTS: Record<ContractKind, ReadonlyMap<Hex, Known>> = {
  marketplace: indexByTopic("marketplace", MarketplaceAbi),
  escrow: indexByTopic("escrow", EscrowAbi),
  token: indexByTopic("token", TokenAbi),
  agentEscrow: indexByTopic("agentEscrow", AgentEscrowAbi),
  entitlement: indexByTopic("entitlement", EntitlementsAbi),
};

/**
 * Judges one log of a contract of the given kind. Ponder skips a log that it cannot decode without a
 * word, and a log with other indexed fields can even decode into the wrong values (domain A.9 trap
 * 42), so the number of topics must be exactly that of the ABI.
 */
export function judgeLog(
  kind: ContractKind,
  { topics, data }: { topics: readonly Hex[]; data: Hex },
): Verdict {
  const [topic0] = topics;
  const known = topic0 === undefined ? undefined : EVENTS[kind].get(topic0);
  if (known === undefined) return { is: "unknown", reason: "unknown_topic" };
  const { event, coverage } = known;
  const indexedCount = event.inputs.filter((input) => input.indexed).length;
  if (topics.length !== indexedCount + 1) return { is: "unknown", reason: "indexed_mismatch" };
  if (!decodes(event, topics, data)) return { is: "unknown", reason: "undecodable" };
  return { is: coverage.handling === "activity" ? "handled" : "ignored", event: event.name };
}

function decodes(event: AbiEvent, topics: readonly Hex[], data: Hex): boolean {
  try {
    decodeEventLog({ abi: [event], topics: topics as [Hex, ...Hex[]], data, strict: true });
    return true;
  } catch {
    return false;
  }
}

function indexByTopic(kind: ContractKind, abi: Abi): Map<Hex, Known> {
  const known = new Map<Hex, Known>();
  for (const event of abi) {
    if (event.type !== "event") continue;
    const coverage = COVERAGE[kind][event.name];
    // Without a decision the event counts as unknown; the coverage table's type forbids it anyway.
    if (coverage !== undefined) known.set(toEventSelector(event), { event, coverage });
  }
  return known;
}
