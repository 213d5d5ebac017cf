import type { z } from "@hono/zod-openapi";
import type { KnownCaller } from "../../../core/identity/caller.ts";
import type { getOwnAccount } from "../../../core/identity/own-account.ts";
import { toAddress } from "../../http/values.ts";
import type { OwnAccount } from "./account.contract.ts";

type Found = Awaited<ReturnType<typeof getOwnAccount>>;

/** The account of the caller as he sees it, with the roles that he came with. */
export function toOwnAccount(found: Found, { roles }: KnownCaller): z.output<typeof OwnAccount> {
  return {
    ...found,
    emailVerifiedAt: found.emailVerifiedAt?.toISOString() ?? null,
    roles: [...roles],
    wallets: found.wallets.map(({ address, proof, linkedAt }) => ({
      address: toAddress(address),
      proof,
      linkedAt: linkedAt.toISOString(),
    })),
    createdAt: found.createdAt.toISOString(),
    updatedAt: found.updatedAt.toISOString(),
  };
}
