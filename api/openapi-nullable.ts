import { z } from "@hono/zod-openapi";
import type { Router } from "./http/router.ts";
import { Address, Finality, Hash, Instant, Money } from "./http/values.ts";

/** A component that is there while the document is made, and nowhere else. */
const BASES = "Bases";

/** What every other schema is made of: described by its own words, whoever uses it first. */
const VALUES = [Address, Hash, Instant, Money, Finality];

/**
 * Shows the generator every schema that is nullable somewhere as it is without null. It names a
 * schema after the first use that it meets, so `X.nullable()` would make X itself nullable.
 */
export function registerBases(router: Router): void {
  const inner = new Set<z.ZodType>(VALUES);
  const seen = new Set<z.ZodType>();
  for (const definition of router.openAPIRegistry.definitions) {
    if (definition.type !== "route") continue;
    for (const response of Object.values(definition.route.responses)) {
      const content = "content" in response ? response.content?.["application/json"] : undefined;
      if (content === undefined || !("schema" in content)) continue;
      if (content.schema instanceof z.ZodType) collectInner(content.schema, inner, seen);
    }
  }
  const members = [...inner].map((schema, index) => [`schema${index}`, schema]);
  router.openAPIRegistry.register(BASES, z.object(Object.fromEntries(members)));
}

/** Collects what nullable schemas hold, the innermost first. */
function collectInner(schema: z.ZodType, inner: Set<z.ZodType>, seen: Set<z.ZodType>): void {
  if (seen.has(schema)) return;
  seen.add(schema);
  for (const part of partsOf(schema)) collectInner(part, inner, seen);
  if (schema instanceof z.ZodNullable) inner.add(schema.unwrap() as z.ZodType);
}

function partsOf(schema: z.ZodType): z.ZodType[] {
  return Object.values({ ...schema.def, ...(schema instanceof z.ZodObject ? schema.shape : {}) })
    .flat()
    .filter((part) => part instanceof z.ZodType);
}

type Json = { [name: string]: unknown };

/**
 * A document that means what its schemas say. The generator writes `X or null` as "X and (an X or
 * null)", which null is not, and a description of a reference as an intersection.
 */
export function withPlainNulls<Document extends object>(document: Document): Document {
  const plain = plainOf(document) as Document & { components?: { schemas?: Json } };
  delete plain.components?.schemas?.[BASES];
  return plain;
}

function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainOf);
  if (!isJson(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, plainOf(inner)] as const);
  const plain: Json = Object.fromEntries(entries);
  if (!Array.isArray(plain.allOf) || plain.allOf.length !== 2) return plain;
  const [reference, extra] = plain.allOf as [Json, Json];
  if (reference.$ref === undefined || "properties" in extra) return plain;
  const { type, enum: _words, ...described } = extra;
  const isNullable = [type].flat().includes("null");
  return isNullable
    ? { anyOf: [reference, { type: "null" }], ...described }
    : { ...reference, ...described };
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}
