import { DomainError } from "../../../core/errors.ts";
import type { Identity } from "../../../core/identity/identity.ts";
import type { ApiDeps } from "../../deps.ts";

/** @throws DomainError AUTH_NOT_CONFIGURED where the operator has set no secret */
export function identityOf({ identity }: Pick<ApiDeps, "identity">): Identity {
  if (identity !== undefined) return identity;
  throw new DomainError("AUTH_NOT_CONFIGURED", "Signing in is not configured here.");
}
