import type pg from "pg";
import { requestAction } from "../../core/agent-wallet/actions.ts";
import type { AgentWallet } from "../../core/agent-wallet/agent-wallet.ts";
import type { Statements } from "../../core/jobs/add-job.ts";
import { cancelWarnings, mailToWallets } from "../../core/mail/mails.ts";
import {
  findIgnoringListings,
  findSilentSellers,
  type IgnoringListing,
  type SilentSellerRow,
} from "../../core/queries/silent-sellers.ts";
import { lastHeard, sellerIdOf } from "../../core/sellers/sign-of-life.ts";
import { silenceOf } from "../../core/sellers/silence.ts";
import { HEARTBEAT_PAUSE_SECONDS } from "../../src/protocol/constants.ts";
import { publicId } from "../../src/protocol/ids.ts";
import type { Processor } from "../processor.ts";

/**
 * The rules of domain B.9, by chain time: a reminder after 30 days of silence, the badge a week later, a
 * pause after 44 days, and of a listing after three offers that nobody answered. Mails go out once for
 * each silence; one that has ended takes its unsent mails with it. Pauses need the agent's wallet, and
 * blocks that are final.
 */
export const watchSellers: Processor<"seller.watch"> = async (_, { deps, finish }) => {
  const { agent } = deps;
  const { silent, ignoring, now, final } = await deps.database.read(async (snapshot) => ({
    silent: await findSilentSellers(snapshot),
    ignoring: await findIgnoringListings(snapshot),
    now: snapshot.position.indexed.timestamp,
    final: snapshot.position.heads?.final ?? -1n,
  }));
  return finish(async (client: pg.PoolClient) => {
    const standing: string[] = [];
    for (const seller of silent)
      standing.push(await watchSilence(client, seller, { now, final, agent }));
    for (const listing of ignoring) standing.push(await watchOffers(client, listing, agent));
    await cancelWarnings(client, "silence", standing);
  });
};

const text = (seconds: bigint) => new Date(Number(seconds) * 1_000).toISOString();

/** Mails what a silence has come to, and returns the cause that still holds. */
async function watchSilence(
  db: Statements,
  seller: SilentSellerRow,
  { now, final, agent }: { now: bigint; final: bigint; agent: AgentWallet | undefined },
): Promise<string> {
  const { chainId, contract } = seller;
  const id = sellerIdOf(seller);
  const heardAt = lastHeard(seller);
  const step = silenceOf(seller, now);
  const silence = `silence of ${id} since ${heardAt}`;
  const cause = `${silence}: ${step}`;
  if (step === "none") return cause;
  const pausedFrom = heardAt + HEARTBEAT_PAUSE_SECONDS;
  await mailToWallets(db, {
    template: "silence",
    wallets: [seller.seller],
    cause,
    dueAt: new Date(text(pausedFrom)),
    facts: { step, id, since: text(heardAt), pausedFrom: text(pausedFrom), ignored: null },
  });
  const isSettled = seller.updatedBlock <= final;
  if (step === "pausable" && isSettled && actsFor(agent, seller)) {
    const call = { function: "pauseInactiveSeller", seller: seller.seller } as const;
    await requestAction(db, { ...call, cause: silence, chainId, contract });
  }
  return cause;
}

/** Mails that offers went unanswered, and has the listing paused where the wallet may. */
async function watchOffers(
  db: Statements,
  listing: IgnoringListing,
  agent: AgentWallet | undefined,
): Promise<string> {
  const { chainId, contract, listingId, reachedAt } = listing;
  const id = publicId(chainId, contract, listingId);
  const cause = `ignored offers of ${id} until ${reachedAt}`;
  if (!actsFor(agent, listing)) return cause;
  const since = text(reachedAt);
  await mailToWallets(db, {
    template: "silence",
    wallets: [listing.seller],
    cause,
    dueAt: new Date(since),
    facts: {
      ...{ step: "ignored_offers", id, since, pausedFrom: since },
      ignored: Number(listing.ignored),
    },
  });
  await requestAction(db, { function: "pauseListing", cause, chainId, contract, listingId });
  return cause;
}

/** Whether the wallet of this process is the agent of a marketplace. */
function actsFor(
  wallet: AgentWallet | undefined,
  { chainId, agent }: { chainId: number; agent: string | null },
): boolean {
  return (
    wallet !== undefined && wallet.signer.address === agent && wallet.chain.chainId === chainId
  );
}
