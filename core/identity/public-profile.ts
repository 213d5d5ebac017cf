import { z } from "zod";
import type { AppDb } from "../db/app.ts";
import type { CallerTransaction } from "../db/as-caller.ts";
import { text, webAddress } from "../listing-metadata/document.ts";
import type { WalletAddress } from "./caller.ts";

/** What somebody shows everybody under a wallet (req 1.38); what is left out is not shown. */
export const PublicProfile = z.strictObject({
  displayName: text(80).nullable().default(null),
  about: text(1_000).nullable().default(null),
  links: z.array(webAddress).max(10).default([]),
});
/** The same as a type. */
export type PublicProfile = z.output<typeof PublicProfile>;

/** A profile as everybody reads it. */
export type ShownProfile = PublicProfile & { updatedAt: Date };

const COLUMNS = ["displayName", "about", "links", "updatedAt"] as const;

/** What is shown under a wallet; undefined for one that shows nothing, or whose owner is shut out. */
export async function findPublicProfile(
  db: Pick<AppDb | CallerTransaction, "selectFrom">,
  address: WalletAddress,
): Promise<ShownProfile | undefined> {
  return (db as AppDb)
    .selectFrom("userProfile")
    .select(COLUMNS)
    .where("address", "=", address)
    .executeTakeFirst();
}

/** Replaces what a wallet of the caller shows; one that says nothing is taken away. */
export async function replacePublicProfile(
  transaction: CallerTransaction,
  address: WalletAddress,
  profile: PublicProfile,
): Promise<ShownProfile | undefined> {
  const { displayName, about, links } = profile;
  if (displayName === null && about === null && links.length === 0) {
    await transaction.deleteFrom("userProfile").where("address", "=", address).execute();
    return undefined;
  }
  return transaction
    .insertInto("userProfile")
    .values({ address, displayName, about, links })
    .onConflict((conflict) => conflict.column("address").doUpdateSet({ displayName, about, links }))
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}
