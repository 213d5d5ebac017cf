import createQueryClient, { type OpenapiQueryClient } from "openapi-react-query";
import type { ValyraClient } from "./client.ts";
import type { paths } from "./schema.ts";

/**
 * Hooks of TanStack Query for every path: `useQuery("get", "/v1/listings/{id}", { params })`. Keys
 * are made of path and parameters; errors are the API's problems.
 */
export function createValyraHooks(client: Pick<ValyraClient, "api">): OpenapiQueryClient<paths> {
  return createQueryClient(client.api);
}
