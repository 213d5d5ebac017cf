import { createRoute, z } from "@hono/zod-openapi";
import { CONTRACT_KINDS, GENERATIONS } from "../../../src/protocol/states.ts";
import { json, singleOf } from "../../http/page.ts";
import { freshnessParams } from "../../http/params.ts";
import { problems } from "../../http/problem.ts";
import { OF_READS } from "../../http/read-contract.ts";
import { Address, Instant } from "../../http/values.ts";
import { ContractSettings } from "../contracts/contract.resource.ts";

const Health = z.object({ status: z.literal("ok") }).openapi("Health");

export const getHealth = createRoute({
  method: "get",
  path: "/health",
  operationId: "getHealth",
  tags: ["Service"],
  summary: "Whether the process runs",
  responses: { 200: json(Health, "It runs"), ...problems() },
});

/** One condition of readiness and, when it does not hold, why. */
export const ReadyCheck = z
  .object({
    name: z.string().openapi({ example: "index_lag" }),
    isOk: z.boolean(),
    detail: z.string().openapi({ description: "What was seen." }),
  })
  .openapi("ReadyCheck");

export const Ready = z
  .object({ isReady: z.boolean(), checks: z.array(ReadyCheck) })
  .openapi("Ready");

export const getReady = createRoute({
  method: "get",
  path: "/ready",
  operationId: "getReady",
  tags: ["Service"],
  summary: "Whether answers can be trusted now",
  responses: {
    200: json(Ready, "Every check passes"),
    503: json(Ready, "A check fails; the body says which and why"),
    500: problems()[500] as NonNullable<ReturnType<typeof problems>[string]>,
  },
});

const Provider = z
  .object({
    host: z.string(),
    isBenched: z.boolean(),
    reason: z.string().nullable().openapi({ description: "Why it was last benched." }),
    benchCount: z.int(),
    refusedCount: z.int().openapi({ description: "Answers that did not verify." }),
    headBlock: z.int().nullable(),
  })
  .openapi("RpcProvider");

const ProvedRange = z
  .object({
    proof: z.enum(["live", "carrying", "complete"]),
    fromBlock: z.int(),
    toBlock: z.int(),
  })
  .openapi("ProvedRange");

const StateAudit = z
  .object({
    blockNumber: z.int(),
    blockHash: z.string(),
    finishedAt: Instant,
    comparedRowCount: z.int(),
    comparedFieldCount: z.int(),
    postponedRowCount: z.int().openapi({ description: "Rows changed since, compared later." }),
    differenceCount: z.int(),
  })
  .openapi("StateAudit");

export const Status = z
  .object({
    network: z.string(),
    chainId: z.int(),
    release: z.object({
      schema: z.string(),
      buildId: z.string(),
      publishedAt: Instant.nullable(),
    }),
    isLive: z.boolean().openapi({ description: "Whether the indexer has caught up." }),
    safeDepth: z.int().nullable().openapi({ description: "Blocks from the head to the safe one." }),
    finalDepth: z
      .int()
      .nullable()
      .openapi({ description: "Blocks from the head to the final one." }),
    headSeenAt: Instant.nullable().openapi({ description: "When a node was last asked." }),
    undecidedLogCount: z.int().openapi({
      description: "Logs that no handler covers and nobody has decided about.",
    }),
    isTrusted: z.boolean().openapi({ description: "Whether every check of readiness passes." }),
    doubts: z
      .array(ReadyCheck)
      .openapi({ description: "The checks that fail, with what was seen." }),
    chainMovedAt: Instant.nullable().openapi({ description: "When a new block was last seen." }),
    stateAudit: StateAudit.nullable().openapi({
      description: "The last comparison of all rows with the contracts' own views.",
    }),
    providers: z.array(Provider).openapi({
      description: "What the verifying gateway thinks of its providers; empty without one.",
    }),
    provedRanges: z.array(ProvedRange).openapi({
      description: "Blocks whose logs are proved, newest first; what is not listed is believed.",
    }),
  })
  .openapi("Status");

export const getStatus = createRoute({
  method: "get",
  path: "/v1/status",
  operationId: "getStatus",
  tags: ["Service"],
  summary: "How far the index is, and how firm the chain is",
  request: { query: z.strictObject(freshnessParams) },
  responses: {
    200: json(singleOf(Status, "StatusAnswer"), "The state of the index"),
    ...problems(...OF_READS),
  },
});

const DeployedContract = z
  .object({
    kind: z.enum(CONTRACT_KINDS),
    generation: z.enum(GENERATIONS).openapi({ description: "Of its code at the start block." }),
    address: Address,
    startBlock: z.int().openapi({ description: "First block in which it is looked for." }),
    token: Address.nullable().openapi({ description: "Payment token." }),
    marketplace: Address.nullable().openapi({ description: "Marketplace of an escrow." }),
    current: ContractSettings.nullable().openapi({
      description: "As of the last indexed event; null before the first one.",
    }),
  })
  .openapi("DeployedContract");

export const ContractsData = z.object({
  network: z.string(),
  chainId: z.int(),
  contracts: z.array(DeployedContract),
});

export const getContracts = createRoute({
  method: "get",
  path: "/v1/meta/contracts",
  operationId: "getContracts",
  tags: ["Service"],
  summary: "Address book: every contract that is indexed",
  request: { query: z.strictObject(freshnessParams) },
  responses: {
    200: json(
      singleOf(ContractsData, "ContractsAnswer"),
      "The contracts of the deployments file, and what has become of them",
    ),
    ...problems(...OF_READS),
  },
});

const ProblemKind = z
  .object({
    code: z.string(),
    title: z.string(),
    status: z.int(),
    meaning: z.string(),
    fix: z.string(),
    isRetryable: z.boolean(),
  })
  .openapi("ProblemKind");

export const getProblemKind = createRoute({
  method: "get",
  path: "/problems/{slug}",
  operationId: "getProblemKind",
  tags: ["Service"],
  summary: "What a kind of problem means: the address in `type`",
  request: {
    params: z.object({
      slug: z.string().openapi({
        param: { name: "slug", in: "path" },
        description: "Code in lower case with hyphens.",
        example: "not-yet-indexed",
      }),
    }),
  },
  responses: {
    200: json(ProblemKind, "The kind of problem"),
    ...problems("ROUTE_NOT_FOUND"),
  },
});
