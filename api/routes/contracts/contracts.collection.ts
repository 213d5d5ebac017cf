import { z } from "@hono/zod-openapi";
import { keyText } from "../../../core/db/keys.ts";
import {
  CONTRACTS,
  type ContractRow,
  findImplementations,
} from "../../../core/queries/contracts.ts";
import { CONTRACT_KINDS, GENERATIONS } from "../../../src/protocol/states.ts";
import { defineCollection } from "../../http/collection.ts";
import { include } from "../../http/include.ts";
import { addressParam, flagParam, wordsParam } from "../../http/params.ts";
import { parseAddressId } from "../../http/word-id.ts";
import { includeBalances } from "../tokens/balance-include.ts";
import { Contract, Implementation, toContract, toImplementations } from "./contract.resource.ts";

const keyOf = ({ chainId, address }: ContractRow) => [chainId, address] as const;

export const contracts = defineCollection({
  name: "contracts",
  singular: "Contract",
  plural: "Contracts",
  tag: "Contracts",
  summaries: {
    list: "Contracts that have had an event, with their settings",
    get: "One contract with its settings",
  },
  source: CONTRACTS,
  defaultSort: "newest",
  filters: {
    kind: wordsParam("kind", "What the contract is for.", CONTRACT_KINDS),
    generation: wordsParam("generation", "Generation of the code in force.", GENERATIONS),
    isPaused: flagParam("isPaused", "Whether it is paused."),
    isEmergency: flagParam("isEmergency", "Whether emergency mode is on."),
    token: addressParam("token", "Payment token."),
    marketplace: addressParam("marketplace", "Marketplace that an escrow contract reads."),
  },
  toFilter: (words) => words,
  resource: Contract,
  toResource: toContract,
  parseId: parseAddressId,
  idDescription: "Id of a contract, `<chainId>-<address>`, or its address alone.",
  notFound: "CONTRACT_NOT_FOUND",
  includes: {
    implementations: include(
      z.array(Implementation).openapi({ description: "In the order of the chain." }),
      async (snapshot, rows: readonly ContractRow[]) => {
        const found = await findImplementations(snapshot, rows.map(keyOf));
        return (row) => toImplementations(found.get(keyText(keyOf(row))) ?? [], snapshot.position);
      },
    ),
    balances: includeBalances<ContractRow>("contract"),
  },
});
