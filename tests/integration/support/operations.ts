import { buildOpenApi } from "../../../api/openapi.ts";
import { type Access, MATRIX, type Places } from "./access-matrix.ts";
import type { AccessWorld } from "./access-world.ts";

/** One operation of the document, with what the access matrix says of it. */
export type Operation = { id: string; method: string; path: string; access: Access };

/** Every operation that has a line in the matrix, in the order of the document. */
export const OPERATIONS: readonly Operation[] = Object.entries(buildOpenApi().paths ?? {}).flatMap(
  ([path, item]) =>
    Object.entries(item).flatMap(([method, { operationId: id }]) => {
      const access = MATRIX[id];
      return access === undefined ? [] : [{ id, method: method.toUpperCase(), path, access }];
    }),
);

/** A value of the matrix, made now where it has to be. */
export async function make<Value>(
  world: AccessWorld,
  value: Value | ((of: AccessWorld) => Promise<Value>) | undefined,
  otherwise: Value,
): Promise<Value> {
  // Values of the matrix are data or functions of the world.
  if (typeof value === "function") return (value as (of: AccessWorld) => Promise<Value>)(world);
  return value ?? otherwise;
}

/** The path of an operation with its places filled in; those that nobody named are `0`. */
export const at = (path: string, places: Places): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? "0");
