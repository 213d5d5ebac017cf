import type { Statements } from "../../core/jobs/add-job.ts";
import { mailToWallets } from "../../core/mail/mails.ts";
import type { MailFacts } from "../../core/mail/templates.ts";
import { lastHeard } from "../../core/sellers/sign-of-life.ts";
import { type SilentSeller, silenceOf } from "../../core/sellers/silence.ts";
import { parsePublicId } from "../../src/protocol/ids.ts";

/** A seller who is not heard of has this long to answer a deposit (domain B.9). */
const ANSWER_SECONDS = 86_400n;

/**
 * Tells a seller urgently of a deposit who was not heard of for more than 37 days at its block, by
 * whichever sign came last (domain B.9). Whatever mails he wants: money waits for him.
 *
 * @param deposit facts of the deposit, as its other mail has them
 */
export async function urgeSilentSeller(db: Statements, deposit: MailFacts<"event">): Promise<void> {
  const listing = deposit.listing === null ? undefined : parsePublicId(deposit.listing);
  if (listing === undefined) return;
  const { rows } = await db.query<SilentSeller & { seller: `0x${string}` }>(
    `SELECT seller.seller, seller.last_heartbeat_at AS "lastHeartbeatAt",
       seller.is_active AS "isActive", seller.is_paused AS "isPaused", sign.heard_at AS "heardByLinkAt"
     FROM indexed.listing
     JOIN indexed.seller USING (chain_id, contract, seller)
     LEFT JOIN app.seller_sign_of_life AS sign USING (chain_id, contract, seller)
     JOIN indexed.contract AS home ON home.chain_id = listing.chain_id
       AND home.address = listing.contract AND home.generation <> 'M1'
     WHERE listing.chain_id = $1 AND listing.contract = $2 AND listing.listing_id = $3`,
    [listing.chainId, listing.contract, listing.number],
  );
  const [seller] = rows;
  if (seller === undefined) return;
  const at = BigInt(Date.parse(deposit.occurredAt)) / 1_000n;
  const step = silenceOf(seller, at);
  if (step !== "unresponsive" && step !== "pausable") return;
  await mailToWallets(db, {
    template: "urgent_deposit",
    wallets: [seller.seller],
    cause: `urgent deposit ${deposit.sequence}`,
    announcedSequence: deposit.sequence,
    facts: {
      ...deposit,
      silentSince: momentOf(lastHeard(seller)),
      answerBy: momentOf(at + ANSWER_SECONDS),
    },
  });
}

const momentOf = (seconds: bigint) => new Date(Number(seconds) * 1_000).toISOString();
