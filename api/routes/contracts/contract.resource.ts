import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { ContractRow, ImplementationRow } from "../../../core/queries/contracts.ts";
import { emergencyClocks } from "../../../src/protocol/clocks.ts";
import { CONTRACT_KINDS, GENERATIONS } from "../../../src/protocol/states.ts";
import { deadlineFields, toDeadlineFields } from "../../http/deadline.resource.ts";
import {
  Address,
  Finality,
  finalityOf,
  Hash,
  Instant,
  toAddress,
  toAddressOrNull,
  toInstant,
  toInstantOrNull,
} from "../../http/values.ts";

/** What a contract is set to, as of its last indexed event. */
export const ContractSettings = z
  .object({
    generation: z.enum(GENERATIONS).openapi({ description: "Of the code in force now." }),
    implementation: Address.nullable().openapi({ description: "Null for no proxy." }),
    owner: Address.nullable(),
    isPaused: z.boolean().openapi({ description: "Deadlines keep running while paused." }),
    isEmergency: z.boolean(),
    updatedBlockNumber: z.int(),
    finality: Finality,
  })
  .openapi("ContractSettings");

export function toContractSettings(
  row: ContractRow,
  { heads }: Pick<Position, "heads">,
): z.output<typeof ContractSettings> {
  return {
    generation: row.generation,
    implementation: toAddressOrNull(row.implementation),
    owner: toAddressOrNull(row.owner),
    isPaused: row.isPaused,
    isEmergency: row.emergencyActivatedAt !== null,
    updatedBlockNumber: Number(row.updatedBlock),
    finality: finalityOf(row.updatedBlock, heads),
  };
}

/** A contract that has had an event. */
export const Contract = ContractSettings.extend({
  id: z.string().openapi({ description: "`<chainId>-<address>`." }),
  chainId: z.int(),
  address: Address.openapi({ description: "Of the proxy where there is one." }),
  kind: z.enum(CONTRACT_KINDS),
  token: Address.nullable().openapi({ description: "Payment token." }),
  marketplace: Address.nullable().openapi({ description: "Marketplace of an escrow contract." }),
  treasury: Address.nullable(),
  agent: Address.nullable(),
  safetyWallet: Address.nullable(),
  emergencyActivatedAt: Instant.nullable(),
  transitionPeriodSeconds: z.string().nullable().openapi({
    description: "Hold on the retainer where it can be set; null where it is fixed.",
  }),
  isGenesisOpen: z.boolean().nullable(),
  platformFeeBps: z.int().nullable().openapi({ description: "Fee that applies at release." }),
  listingCount: z.int(),
  escrowCount: z.int(),
  offerCount: z.int(),
  firstSeenBlockNumber: z.int(),
  ...deadlineFields,
}).openapi("Contract");

export function toContract(row: ContractRow, position: Position): z.output<typeof Contract> {
  const now = position.indexed.timestamp;
  return {
    id: `${row.chainId}-${row.address}`,
    chainId: row.chainId,
    address: toAddress(row.address),
    kind: row.kind,
    ...toContractSettings(row, position),
    token: toAddressOrNull(row.token),
    marketplace: toAddressOrNull(row.marketplace),
    treasury: toAddressOrNull(row.treasury),
    agent: toAddressOrNull(row.agent),
    safetyWallet: toAddressOrNull(row.safetyWallet),
    emergencyActivatedAt: toInstantOrNull(row.emergencyActivatedAt),
    transitionPeriodSeconds:
      row.transitionPeriodSeconds === null ? null : String(row.transitionPeriodSeconds),
    isGenesisOpen: row.genesisOpen,
    platformFeeBps: row.platformFeeBps,
    listingCount: row.listingCount,
    escrowCount: row.escrowCount,
    offerCount: row.offerCount,
    firstSeenBlockNumber: Number(row.firstSeenBlock),
    ...toDeadlineFields(emergencyClocks(row, now), now),
  };
}

/** Code that a proxy has run from one place of the chain to another. */
export const Implementation = z
  .object({
    implementation: Address,
    generation: z.enum(GENERATIONS),
    fromBlock: z.int().openapi({ description: "Block of the upgrade." }),
    logIndex: z.int().openapi({ description: "Log of the upgrade: later logs ran this code." }),
    toBlock: z.int().nullable().openapi({
      description: "Block of the upgrade that replaced it; null while it is in force.",
    }),
    upgradedAt: Instant,
    txHash: Hash,
    finality: Finality,
  })
  .openapi("Implementation");

/** @param rows of one contract, in the order of the chain */
export function toImplementations(
  rows: readonly ImplementationRow[],
  { heads }: Position,
): z.output<typeof Implementation>[] {
  return rows.map((row, position) => {
    const next = rows[position + 1];
    return {
      implementation: toAddress(row.implementation),
      generation: row.generation,
      fromBlock: Number(row.fromBlock),
      logIndex: row.logIndex,
      toBlock: next === undefined ? null : Number(next.fromBlock),
      upgradedAt: toInstant(row.upgradedAt),
      txHash: row.txHash,
      finality: finalityOf(row.fromBlock, heads),
    };
  });
}
