import { buildOpenApi } from "../../../api/openapi.ts";

/** Reads that are answered without a word about who is asking, as `GET /v1/listings/{id}`. */
export const publicReads = (): Set<string> =>
  new Set(
    Object.entries(buildOpenApi().paths ?? {}).flatMap(([path, { get }]) =>
      get === undefined || get.responses?.[401] !== undefined ? [] : [`GET ${path}`],
    ),
  );

/** Whether a pattern of the router, as `/v1/listings/:id`, is one of them. */
export function isPublicPattern(pattern: string, reads = publicReads()): boolean {
  return reads.has(`GET ${pattern.replaceAll(/:(\w+)(\{[^}]*\})?/g, "{$1}")}`);
}
