import type pg from "pg";
import { requestAction } from "../../core/agent-wallet/actions.ts";
import { mailToWallets } from "../../core/mail/mails.ts";
import {
  isOwnOutage,
  nextLookAt,
  pausableFrom,
  standingAfter,
} from "../../core/site-checks/rules.ts";
import {
  countSites,
  findDueSite,
  keepLook,
  type Look,
  type Site,
  type SiteKey,
} from "../../core/site-checks/site-rows.ts";
import { publicId } from "../../src/protocol/ids.ts";
import type { WorkerDeps } from "../deps.ts";
import type { Processor } from "../processor.ts";

/**
 * Looks once at one side of the site of a listing and keeps what it found. When a site has gone down
 * its seller has a mail, and another when it is back; after 72 hours the agent pauses the listing,
 * where there is one (domain B.10). Of an outage that looks like our own nobody is told.
 */
export const checkSite: Processor<"site.check"> = async (payload, { deps, signal, finish }) => {
  const { chainId, contract, kind } = payload;
  // The payload is checked to be an address.
  const key = {
    chainId,
    contract: contract as `0x${string}`,
    kind,
    listingId: BigInt(payload.listingId),
  };
  const { sites } = deps;
  if (sites === undefined) return;
  const site = await findDueSite(deps.pool, key);
  if (site === undefined) return;
  const checkedAt = sites.now();
  const finding = await sites.check(kind, site.url, { at: checkedAt, signal });
  const { before, url } = site;
  const standing = standingAfter(before, kind, finding.verdict, checkedAt);
  const nextAt = nextLookAt(kind, finding.verdict, standing, checkedAt);
  await finish(async (client) => {
    const look = {
      url,
      finding,
      standing,
      checkedAt,
      nextAt,
      pauseCause: before?.pauseCause ?? null,
    };
    await keepLook(client, key, look);
    if (kind !== "uptime") return;
    const pauseCause = await act(client, { key, site, look, agent: deps.agent });
    if (pauseCause !== look.pauseCause) await notePause(client, key, pauseCause);
  });
  sites.onChecked(kind, finding.verdict);
};

type Situation = { key: SiteKey; site: Site; look: Look; agent: WorkerDeps["agent"] };

/** Tells the seller, and has a listing paused; gives the cause of the pause, null for none. */
async function act(
  client: pg.PoolClient,
  { key, site, look, agent }: Situation,
): Promise<string | null> {
  const id = publicId(key.chainId, key.contract, key.listingId);
  const { standing, finding, checkedAt } = look;
  const causeSince = (since: Date) => `site of ${id} down since ${since.toISOString()}`;
  const mail = { template: "site", wallets: [site.seller] } as const;
  const facts = { id, checkedAt: checkedAt.toISOString(), reason: finding.reason };
  if (!standing.isFailing) {
    const since = site.before?.isFailing === true ? site.before.failingSince : null;
    if (since === null) return null;
    const { rowCount } = await client.query(
      "SELECT FROM app.mail WHERE template = 'site' AND cause = $1 LIMIT 1",
      [causeSince(since)],
    );
    // Who was not told that it is down is not told that it is back.
    if (rowCount !== 0) {
      const back = { step: "back", since: since.toISOString(), pausedFrom: null } as const;
      await mailToWallets(client, {
        ...mail,
        cause: `${causeSince(since)}: back`,
        facts: { ...facts, ...back },
      });
    }
    return null;
  }
  const pausedFrom = pausableFrom(standing);
  if (pausedFrom === undefined || standing.failingSince === null) return look.pauseCause;
  const { up, down } = await countSites(client);
  if (isOwnOutage({ down, watched: up + down })) return look.pauseCause;
  const cause = causeSince(standing.failingSince);
  const told = { since: standing.failingSince.toISOString(), pausedFrom: pausedFrom.toISOString() };
  await mailToWallets(client, { ...mail, cause, facts: { ...facts, step: "down", ...told } });
  const { chainId, contract, listingId } = key;
  const acts = agent?.signer.address === site.agent && agent?.chain.chainId === chainId;
  if (!acts || finding.verdict !== "fail" || checkedAt < pausedFrom) return look.pauseCause;
  await requestAction(client, { function: "pauseListing", cause, chainId, contract, listingId });
  return cause;
}

const notePause = (
  client: pg.PoolClient,
  { chainId, contract, listingId, kind }: SiteKey,
  cause: string | null,
) =>
  client.query(
    `UPDATE app.site_state SET pause_cause = $5
     WHERE chain_id = $1 AND contract = $2 AND listing_id = $3 AND kind = $4`,
    [chainId, contract, listingId, kind, cause],
  );
