import { type Origin, recordChange } from "../audit-log/record-change.ts";
import type { IdentityDb } from "../db/app-writes.ts";
import { DomainError } from "../errors.ts";
import type { KnownCaller, WalletAddress } from "./caller.ts";
import type { SignedMessage, WalletSignIn } from "./wallet-sign-in.ts";
import { keepAWayIn, lockWaysIn } from "./ways-in.ts";

/** Who changes it, and from where. */
type By = { caller: KnownCaller; origin: Origin };

/** Wallets of an account: one is added by its own signature, and taken away while another way in is left. */
export function createAccountWallets(db: IdentityDb, walletSignIn: WalletSignIn, chainId: number) {
  return {
    /**
     * Links the wallet that signed the message.
     *
     * @throws DomainError WALLET_TAKEN, or what the message is refused for
     */
    async link({ caller, origin }: By, signed: SignedMessage): Promise<WalletAddress> {
      const { accountId } = caller;
      const checked = await walletSignIn.check(signed, { purpose: "link", accountId });
      const { address, proof } = checked;
      return db.transaction().execute(async (trx) => {
        await walletSignIn.use(trx, checked);
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto("accountWallet")
          .values({ address, accountId, proof, chainId })
          .onConflict((conflict) =>
            conflict
              .column("address")
              .doUpdateSet({ proof, chainId })
              .whereRef("accountWallet.accountId", "=", "excluded.accountId"),
          )
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows !== 1n) {
          throw new DomainError("WALLET_TAKEN", "This wallet belongs to another account.");
        }
        await recordChange(trx, caller, origin, {
          action: "account_wallet.link",
          entity: "account",
          entityId: accountId,
          after: { address, proof },
        });
        return address;
      });
    },

    /**
     * Unlinks a wallet and ends the sessions that it opened.
     *
     * @throws DomainError WALLET_NOT_FOUND or LAST_CREDENTIAL
     */
    async unlink({ caller, origin }: By, address: WalletAddress, now: Date): Promise<void> {
      const { accountId } = caller;
      await db.transaction().execute(async (trx) => {
        const ways = await lockWaysIn(trx, accountId);
        if (!ways.wallets.includes(address)) {
          throw new DomainError("WALLET_NOT_FOUND", "The account has no such wallet.");
        }
        keepAWayIn(ways, "wallet");
        await trx.deleteFrom("accountWallet").where("address", "=", address).execute();
        await trx
          .updateTable("session")
          .set({ endedAt: now, endReason: "wallet_unlinked" })
          .where("accountId", "=", accountId)
          .where("wallet", "=", address)
          .where("endedAt", "is", null)
          .execute();
        await recordChange(trx, caller, origin, {
          action: "account_wallet.unlink",
          entity: "account",
          entityId: accountId,
          before: { address },
        });
      });
    },
  };
}
