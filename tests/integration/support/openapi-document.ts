import { z } from "zod";

/**
 * OpenAPI 3.1 as far as a read API goes, strict: a member that the specification does not know, a
 * type that JSON Schema does not know or an operation without answers is refused. References and
 * operation ids are checked by openapi-typescript.
 */
const TYPES = ["string", "integer", "number", "boolean", "array", "object", "null"] as const;

const described = { description: z.string().optional() };
const Reference = z.strictObject({ $ref: z.string().startsWith("#/components/"), ...described });

const Type = z.union([z.enum(TYPES), z.array(z.enum(TYPES)).min(1)]);

/** JSON Schema 2020-12, the keywords that our generator writes. */
const Schema: z.ZodType = z.lazy(() =>
  z.strictObject({
    ...described,
    $ref: z.string().startsWith("#/components/schemas/").optional(),
    type: Type.optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    enum: z.array(z.unknown()).min(1).optional(),
    const: z.unknown().optional(),
    default: z.unknown().optional(),
    example: z.unknown().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minLength: z.int().optional(),
    maxLength: z.int().optional(),
    minItems: z.int().optional(),
    maxItems: z.int().optional(),
    items: Schema.optional(),
    properties: z.record(z.string(), Schema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), Schema]).optional(),
    propertyNames: Schema.optional(),
    allOf: z.array(Schema).min(1).optional(),
    anyOf: z.array(Schema).min(1).optional(),
    oneOf: z.array(Schema).min(1).optional(),
  }),
);

const MediaType = z.strictObject({
  schema: Schema,
  example: z.unknown().optional(),
  examples: z.record(z.string(), Reference).optional(),
});

const Response = z.strictObject({
  description: z.string().min(1),
  content: z.record(z.string(), MediaType).optional(),
});

const Parameter = z
  .strictObject({
    ...described,
    name: z.string().min(1),
    in: z.enum(["query", "path", "header"]),
    required: z.boolean().optional(),
    schema: Schema,
    style: z.enum(["form", "simple"]).optional(),
    explode: z.boolean().optional(),
    example: z.unknown().optional(),
  })
  .refine((parameter) => parameter.in !== "path" || parameter.required === true);

const RequestBody = z.strictObject({
  ...described,
  required: z.boolean().optional(),
  content: z.record(z.string(), MediaType),
});

const Operation = z.strictObject({
  ...described,
  operationId: z.string().min(1),
  tags: z.array(z.string()).optional(),
  summary: z.string().optional(),
  parameters: z.array(Parameter).optional(),
  requestBody: RequestBody.optional(),
  responses: z
    .record(z.string().regex(/^[1-5]\d\d$/), Response)
    // What sends a reader on is an answer as well.
    .refine((it) => Object.keys(it).some((status) => /^[23]/.test(status))),
});

const PathItem = z
  .strictObject({
    get: Operation.optional(),
    post: Operation.optional(),
    put: Operation.optional(),
    patch: Operation.optional(),
    delete: Operation.optional(),
  })
  .refine((item) => Object.keys(item).length > 0);

export const OpenApiDocument = z
  .strictObject({
    openapi: z.string().regex(/^3\.1\.\d+$/),
    info: z.strictObject({
      title: z.string(),
      version: z.string(),
      ...described,
      license: z.strictObject({ name: z.string(), identifier: z.string() }),
    }),
    servers: z.array(z.strictObject({ url: z.string(), ...described })),
    tags: z.array(z.strictObject({ name: z.string(), ...described })),
    paths: z.record(z.string().startsWith("/"), PathItem),
    components: z.strictObject({
      schemas: z.record(z.string().regex(/^[\w.-]+$/), Schema),
      parameters: z.record(z.string(), Parameter),
      examples: z.record(
        z.string().regex(/^[\w.-]+$/),
        z.strictObject({ summary: z.string(), value: z.unknown() }),
      ),
    }),
    webhooks: z.record(z.string(), z.never()).optional(),
  })
  .superRefine(({ paths, tags }, context) => {
    const known = new Set(tags.map(({ name }) => name));
    const operations = Object.entries(paths).flatMap(([path, item]) =>
      Object.values(item).map((operation) => [path, operation] as const),
    );
    for (const [path, { parameters = [], tags: own = [] }] of operations) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      const named = parameters.flatMap((one) => (one.in === "path" ? [one.name] : [])).sort();
      if (String(places) !== String(named)) context.addIssue(`${path}: names ${named} in its path`);
      for (const tag of own) {
        if (!known.has(tag)) context.addIssue(`${path}: tag ${tag} is not described`);
      }
    }
  });
