/** What a schema says, as far as callers depend on it. */
type Schema = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  items?: Schema;
};

type Parameter = { name: string; in: string; required?: boolean; schema?: Schema };
type Operation = {
  parameters?: Parameter[];
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>;
};

/** An OpenAPI document as JSON. */
export type Document = {
  paths?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
};

const REQUIRED = " is required";

/**
 * Everything that callers may rely on, a line each, sorted: operations, parameters, answers, fields
 * and words. Descriptions and examples are not in it. A line that goes away breaks somebody.
 */
export function surfaceOf({ paths = {}, components }: Document): string[] {
  const lines = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      operationLines(`${method.toUpperCase()} ${path}`, operation),
    ),
  );
  const named = Object.entries(components?.schemas ?? {});
  const fields = named.flatMap(([name, schema]) => schemaLines(name, schema));
  return [...new Set([...lines, ...fields])].sort();
}

function operationLines(name: string, { parameters = [], responses = {} }: Operation): string[] {
  const taken = parameters.flatMap((parameter) => {
    const at = `${name} ${parameter.in} ${parameter.name}`;
    return [
      ...schemaLines(at, parameter.schema ?? {}),
      ...(parameter.required && parameter.in !== "path" ? [`${at}${REQUIRED}`] : []),
    ];
  });
  const given = Object.entries(responses)
    .filter(([status]) => status.startsWith("2"))
    .flatMap(([status, { content = {} }]) =>
      Object.entries(content).flatMap(([type, { schema = {} }]) =>
        schemaLines(`${name} ${status} ${type}`, schema),
      ),
    );
  return [name, ...taken, ...given];
}

/** The type of a place, its words, and what is below it. */
function schemaLines(at: string, schema: Schema): string[] {
  const words = [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])];
  const below = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [
    `${at}: ${typeOf(schema)}`,
    ...words.map((word) => `${at} word ${word}`),
    ...(schema.items === undefined ? [] : schemaLines(`${at}[]`, schema.items)),
    ...below.filter(({ $ref }) => $ref === undefined).flatMap((one) => schemaLines(at, one)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
      const isSure = schema.required?.includes(name) ?? false;
      return schemaLines(`${at}.${name}${isSure ? "" : "?"}`, inner);
    }),
  ];
}

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.split("/").at(-1) ?? "";
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.map(typeOf).sort().join(" | ");
  if (schema.allOf !== undefined) return schema.allOf.map(typeOf).join(" & ");
  return [schema.type ?? "any"].flat().sort().join(" | ");
}

/** What a new surface takes away from those who rely on the old one, in words. */
export function breakingChanges(before: readonly string[], now: readonly string[]): string[] {
  const [old, current] = [new Set(before), new Set(now)];
  const gone = before.filter((line) => !line.endsWith(REQUIRED) && !current.has(line));
  const demanded = now.filter((line) => {
    const [method = "", path = ""] = line.split(" ", 2);
    return line.endsWith(REQUIRED) && !old.has(line) && old.has(`${method} ${path}`);
  });
  return [...gone.map((line) => `gone: ${line}`), ...demanded.map((line) => `new: ${line}`)];
}
