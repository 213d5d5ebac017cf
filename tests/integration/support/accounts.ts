import { randomBytes, randomUUID } from "node:crypto";
import type { Role, SessionCaller, Tier } from "../../../core/identity/caller.ts";
import { withClient } from "../../support/postgres.ts";

export type NewAccount = Partial<{
  roles: Exclude<Role, "user">[];
  tier: Tier;
  wallets: number;
}>;

/** Puts an account into the database, and gives the caller that a session of it would be. */
export async function addAccount(
  adminUrl: string,
  { roles = [], tier = "free", wallets = 0 }: NewAccount,
): Promise<SessionCaller> {
  const accountId = randomUUID();
  const addresses = Array.from(
    { length: wallets },
    (): `0x${string}` => `0x${randomBytes(20).toString("hex")}`,
  );
  await withClient(adminUrl, async (client) => {
    await client.query("INSERT INTO app.account (account_id, tier) VALUES ($1, $2)", [
      accountId,
      tier,
    ]);
    for (const role of roles) {
      await client.query("INSERT INTO app.account_role (account_id, role) VALUES ($1, $2)", [
        accountId,
        role,
      ]);
    }
    for (const address of addresses) {
      await client.query(
        "INSERT INTO app.account_wallet (address, account_id, proof, chain_id) VALUES ($1, $2, 'key', 31337)",
        [address, accountId],
      );
    }
  });
  return {
    kind: "session",
    accountId,
    wallets: addresses,
    roles: ["user", ...roles],
    tier,
    sessionId: randomUUID(),
    wallet: addresses[0],
    signedInAt: new Date(),
  };
}
