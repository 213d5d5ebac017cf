import { z } from "@hono/zod-openapi";
import { DIMENSIONS } from "../../core/statistics/sources.ts";
import { ContractsData, Status } from "../routes/meta/meta.contract.ts";
import { Solvency } from "../routes/solvency/solvency.resource.ts";
import { Statistics } from "../routes/statistics/statistics.resource.ts";
import { AddressInput, defineTool, type ReadTool, single, TimeInput } from "./read-tool.ts";

const StatisticsAnswer = single(Statistics);
const SolvencyAnswer = single(z.array(Solvency));
const StatusAnswer = single(Status);
const ContractsAnswer = single(ContractsData);

/** Questions about the market as a whole, its contracts and this service. */
export const STATE_TOOLS: readonly ReadTool[] = [
  defineTool({
    name: "get_statistics",
    title: "Read statistics of a period",
    description:
      "Listings, offers, sales, volume, disputes and more, of a period or from the beginning; volumes of different tokens are never added up.",
    example: { groupBy: "token" },
    input: z.strictObject({
      from: TimeInput.optional(),
      to: TimeInput.optional(),
      marketplace: AddressInput.optional(),
      token: AddressInput.optional(),
      groupBy: z.enum(DIMENSIONS).optional(),
    }),
    output: StatisticsAnswer,
    answer: (input, ask) => ask(StatisticsAnswer, "/v1/stats", input),
  }),
  defineTool({
    name: "get_solvency",
    title: "Check that contracts hold what they owe",
    description: "For each contract and token: what it holds, what it owes, and the difference.",
    example: {},
    input: z.strictObject({
      contract: AddressInput.optional(),
      token: AddressInput.optional(),
    }),
    output: SolvencyAnswer,
    answer: (input, ask) => ask(SolvencyAnswer, "/v1/solvency", input),
  }),
  defineTool({
    name: "get_status",
    title: "Read how far the index is",
    description:
      "Network, release, whether the index follows the chain, and how deep safe and final are.",
    example: {},
    input: z.strictObject({}),
    output: StatusAnswer,
    answer: (_input, ask) => ask(StatusAnswer, "/v1/status"),
  }),
  defineTool({
    name: "list_contracts",
    title: "List the contracts",
    description: "Address book: every contract that is indexed, with its kind and generation.",
    example: {},
    input: z.strictObject({}),
    output: ContractsAnswer,
    answer: (_input, ask) => ask(ContractsAnswer, "/v1/meta/contracts"),
  }),
];
