import type { Address } from "viem";
import type { DeployedContract } from "../../../core/deployments/deployment.ts";
import { auditEscrow } from "./audit-escrow.ts";
import { type AuditTools, auditMarketplace } from "./audit-marketplace.ts";
import type { Difference } from "./differences.ts";
import type { PinnedChain } from "./pinned-chain.ts";
import type { RowReader } from "./row-reader.ts";
import { createTally, type Tally } from "./tally.ts";
import { balanceView } from "./views.ts";

/** Differences that are described with their last event; beyond that something is wrong as a whole. */
const DESCRIBED_DIFFERENCES = 1_000;

/** A difference with the event that last touched what differs. */
export type FoundDifference = Difference & { lastEvent: string | null };

/** The outcome of one comparison; zero differences is the only green. */
export type StateAudit = {
  block: PinnedChain["block"];
  comparedRows: number;
  comparedFields: number;
  postponedRows: number;
  differences: FoundDifference[];
};

export type StateAuditOptions = {
  contracts: readonly DeployedContract[];
  chain: PinnedChain;
  rows: RowReader;
  /** Called after each page with what was compared so far. */
  onProgress?: (contract: string, tally: Readonly<Tally>) => void;
};

/**
 * Compares every listing, seller, stake, escrow, hold, dispute, offer, token balance and the settings
 * of each contract with what the contracts themselves say at one block, both ways. The index must
 * have reached the block, and the block must be final: a row that changed after it says nothing about
 * it and is postponed; a balance is reckoned back by the movements since.
 * @throws StateUnavailable when no provider knows the state of the block
 */
export async function auditState({
  contracts,
  chain,
  rows,
  onProgress,
}: StateAuditOptions): Promise<StateAudit> {
  const tally = createTally(chain.block.number);
  for (const contract of contracts) {
    if (!(await chain.hasCode(contract.address))) continue;
    const tools: AuditTools = {
      chain,
      rows,
      tally,
      onPage: () => onProgress?.(contract.address, tally),
    };
    const token = await auditContract(contract, tools);
    await auditBalances(contract.address, token, tools);
  }
  const { comparedRows, comparedFields, postponedRows } = tally;
  const differences: FoundDifference[] = [];
  for (const difference of tally.differences.slice(0, DESCRIBED_DIFFERENCES)) {
    differences.push({ ...difference, lastEvent: await rows.lastEvent(difference) });
  }
  const rest = tally.differences.slice(DESCRIBED_DIFFERENCES);
  differences.push(...rest.map((difference) => ({ ...difference, lastEvent: null })));
  return { block: chain.block, comparedRows, comparedFields, postponedRows, differences };
}

/** Compares what the kind of contract has views for; returns its payment token, if it has one. */
async function auditContract(
  { kind, address, generation: configured, marketplace }: DeployedContract,
  tools: AuditTools,
): Promise<Address | undefined> {
  const upgraded = await tools.rows.generationAt(address, tools.chain.block.number);
  const generation = upgraded ?? configured;
  if (kind === "marketplace") return auditMarketplace({ address, generation }, tools);
  if (kind === "escrow") return auditEscrow({ address, generation }, marketplace ?? null, tools);
  return undefined;
}

/** Balances against `balanceOf`, for the contract's own token and for all that ever reached it. */
async function auditBalances(
  holder: Address,
  token: Address | undefined,
  { chain, rows, tally }: AuditTools,
): Promise<void> {
  const held = await rows.balances(holder, chain.block.number);
  const tokens = [...new Set([...held.keys(), ...(token === undefined ? [] : [token])])];
  const units = await chain.ask(tokens.map((it) => balanceView(it as Address, holder)));
  for (const [index, it] of tokens.entries()) {
    tally.compare(
      "token_balance",
      `${holder}-${it}`,
      { balance_units: units[index] ?? 0n },
      { balance_units: held.get(it) ?? 0n },
    );
  }
}
