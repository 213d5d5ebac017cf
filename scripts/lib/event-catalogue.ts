import { type Abi, type AbiEvent, toEventSelector } from "viem";
import {
  AgentEscrowAbi,
  EntitlementsAbi,
  EscrowAbi,
  MarketplaceAbi,
  TokenAbi,
} from "../../abis/index.ts";
import { activityKind, COVERAGE, type Coverage } from "../../src/protocol/coverage.ts";
import type { ContractKind } from "../../src/protocol/states.ts";

/** ABI of each kind of contract, as the indexer registers it. */
export const ABI_OF_KIND: Record<ContractKind, Abi> = {
  marketplace: MarketplaceAbi,
  escrow: EscrowAbi,
  token: TokenAbi,
  agentEscrow: AgentEscrowAbi,
  entitlement: EntitlementsAbi,
};

const TITLES: Record<ContractKind, string> = {
  marketplace: "Marketplace (M1 to M3)",
  escrow: "Escrow (E0 to E3)",
  token: "Payment token",
  agentEscrow: "Agent escrow",
  entitlement: "Entitlements (ERC-1155)",
};

const HEADER = `# Events

Generated from the ABIs and \`src/protocol/coverage.ts\` by \`npm run events\`; do not edit.

Every event that the indexed contracts can emit, and what the indexer makes of it. An *activity*
becomes one row of the table \`activity\` (and changes whatever else it says); a *movement* becomes a
row of \`token_movement\` when one of our contracts sends or receives; an ignored event says why. An
event without a decision does not compile, and a log without any of these turns readiness off
(see \`docs/operations.md\`).
`;

/** Events of an ABI in its order. */
export function eventsOf(abi: Abi): AbiEvent[] {
  return abi.filter((item): item is AbiEvent => item.type === "event");
}

/** The event as Solidity declares it: `Transfer(address indexed from, …)`. */
export function declarationOf({ name, inputs }: AbiEvent): string {
  const parameters = inputs.map((input) =>
    [input.type, input.indexed ? "indexed" : "", input.name].filter(Boolean).join(" "),
  );
  return `${name}(${parameters.join(", ")})`;
}

/** `docs/events.md` as it must be. */
export function renderEventCatalogue(): string {
  const kinds = Object.keys(ABI_OF_KIND) as ContractKind[];
  return [HEADER, ...kinds.map(renderKind)].join("\n");
}

function renderKind(kind: ContractKind): string {
  const rows = eventsOf(ABI_OF_KIND[kind]).map((event) => {
    const becomes = describe(event.name, COVERAGE[kind][event.name]);
    return `| \`${declarationOf(event)}\` | \`${toEventSelector(event)}\` | ${becomes} |`;
  });
  return [`## ${TITLES[kind]}\n`, "| event | topic | becomes |", "|---|---|---|", ...rows, ""].join(
    "\n",
  );
}

function describe(name: string, coverage: Coverage | undefined): string {
  if (coverage === undefined) throw new Error(`${name} is in an ABI and not in coverage.ts`);
  switch (coverage.handling) {
    case "activity":
      return `activity \`${activityKind(name)}\``;
    case "movement":
      return "movement";
    case "ignored":
      return `ignored: ${coverage.reason}`;
  }
}
