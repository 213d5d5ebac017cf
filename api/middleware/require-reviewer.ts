import type { KnownCaller } from "../../core/identity/caller.ts";
import type { ApiContext } from "../http/env.ts";
import { requireCaller } from "./caller.ts";

/**
 * A reviewer, or an administrator, who may do all that a reviewer does.
 *
 * @throws DomainError 401 for nobody, 403 FORBIDDEN for somebody else
 */
export async function requireReviewer(c: ApiContext): Promise<KnownCaller> {
  const caller = await requireCaller(c, { isBound: true });
  return caller.roles.includes("admin") ? caller : requireCaller(c, { role: "reviewer" });
}
