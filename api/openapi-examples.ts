import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ErrorCode } from "../core/errors.ts";
import { PROBLEMS } from "./http/catalogue.ts";
import { exampleProblem } from "./http/problem.ts";

type Document = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

/** What a sample needs to know of a schema. */
type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  example?: unknown;
  const?: unknown;
  enum?: unknown[];
  minimum?: number;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
};

const ID = "31337-0x9fe46736679d2d9a65f0992f2272de9f3c7fa6e0-1";

/** Samples by the name of a member, where its schema alone would make an odd one. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  id: ID,
  listing: ID,
  escrow: ID,
  offer: ID,
  chainId: 31_337,
  requestId: "0b6e62d2-3f0e-4bd5-9a6e-5c6f3f3b8f2e",
  release: "release_9ac8761748",
  nextCursor: null,
  prevCursor: null,
  reorg: null,
  repair: null,
  hasMore: false,
  title: "LedgerPilot, bookkeeping for shops",
  symbol: "USDC",
  decimals: 6,
  limit: 20,
  lagBlocks: 0,
  lagSeconds: 0,
  errors: [],
};

const MOMENT = "2026-03-01T12:00:00.000Z";

/**
 * Gives each answer of a document an example: problems those of the catalogue, content one that is
 * made of the examples of its members, so that a new route never goes without.
 */
export function withExamples(document: Document): Document {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  for (const item of Object.values(document.paths ?? {})) {
    for (const response of Object.values(item.get?.responses ?? {})) {
      const content = response.content?.["application/json"];
      if (content?.schema) content.example = sampleOf(content.schema as Schema, schemas);
    }
  }
  const codes = Object.keys(PROBLEMS) as ErrorCode[];
  const examples = Object.fromEntries(
    codes.map((code) => [code, { summary: PROBLEMS[code].title, value: exampleProblem(code) }]),
  );
  return { ...document, components: { ...document.components, examples } };
}

/** A value that fits a schema; the same for the same schema. */
function sampleOf(schema: Schema, schemas: Record<string, Schema>, name = ""): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.properties === undefined && Object.hasOwn(BY_NAME, name)) return BY_NAME[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.$ref !== undefined) {
    return sampleOf(schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {}, schemas, name);
  }
  if (schema.allOf !== undefined) {
    const sample = {};
    for (const part of schema.allOf) {
      // A part may say more of a member that another part demands.
      const required = [...(part.required ?? []), ...Object.keys(sample)];
      Object.assign(sample, sampleOf({ ...part, required }, schemas, name));
    }
    return sample;
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) {
    const choice = choices.find(({ type }) => type !== "null") ?? {};
    return sampleOf(choice, schemas, name);
  }
  return sampleOfType(schema, schemas);
}

function sampleOfType(schema: Schema, schemas: Record<string, Schema>): unknown {
  const types = [schema.type ?? "object"].flat();
  switch (types.find((type) => type !== "null")) {
    case "string":
      return schema.format === "date-time" ? MOMENT : "text";
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 1, 1);
    case "boolean":
      return true;
    case "array":
      return schema.items === undefined ? [] : [sampleOf(schema.items, schemas)];
    default: {
      const members = Object.entries(schema.properties ?? {});
      const isNeeded = ([member]: [string, Schema]) => schema.required?.includes(member) ?? false;
      return Object.fromEntries(
        members
          .filter(isNeeded)
          .map(([member, inner]) => [member, sampleOf(inner, schemas, member)]),
      );
    }
  }
}
