import type { Snapshot } from "../../core/db/consistent-read.ts";
import { cancelWarnings, mailToWallets } from "../../core/mail/mails.ts";
import { DEADLINES, type DeadlineRow } from "../../core/queries/deadlines/deadlines.ts";
import { publicId } from "../../src/protocol/ids.ts";
import type { Processor } from "../processor.ts";

/** Hours before a deadline at which its actors are warned, once each. */
const WARNING_HOURS = [24, 6, 1] as const;
const HOUR = 3_600n;
const PAGE = 500;

/**
 * Warns of deadlines by chain time. Of the moments that have passed the last one counts: a deadline
 * that begins with an hour left has one warning, not three. A deadline that is gone, because somebody
 * acted or blocks were taken back, takes its unsent warnings with it.
 */
export const scanDeadlines: Processor<"deadline.scan"> = async (_, { deps, finish, signal }) => {
  const { due, chainId, now } = await deps.database.read(async (snapshot) => ({
    due: await findDue(snapshot, signal),
    chainId: snapshot.position.chainId,
    now: snapshot.position.indexed.timestamp,
  }));
  return finish(async (client) => {
    const standing: string[] = [];
    for (const row of due) {
      const hours = WARNING_HOURS.findLast((limit) => row.at - now <= BigInt(limit) * HOUR);
      const isDuty = row.clock.comparison === "<=" || row.clock.comparison === "<";
      if (hours === undefined || !isDuty) continue;
      const id =
        row.resource === "seller"
          ? `${chainId}-${row.contract}-${row.account}`
          : publicId(chainId, row.contract, row.member);
      const cause = `deadline ${row.clock.kind} of ${row.resource} ${id} at ${row.at}, ${hours} h`;
      standing.push(cause);
      const dueAt = new Date(Number(row.at) * 1_000);
      const { kind, act, byDefault } = row.clock;
      await mailToWallets(client, {
        template: "deadline",
        wallets: actorsOf(row),
        cause,
        dueAt,
        facts: {
          kind,
          act,
          byDefault,
          resource: row.resource,
          id,
          hours,
          dueAt: dueAt.toISOString(),
        },
      });
    }
    await cancelWarnings(client, "deadline", standing);
  });
};

/** Deadlines of the next day, all of them. */
async function findDue(snapshot: Snapshot, signal: AbortSignal): Promise<DeadlineRow[]> {
  const now = snapshot.position.indexed.timestamp;
  const filter = { after: now, before: now + BigInt(WARNING_HOURS[0]) * HOUR };
  const due: DeadlineRow[] = [];
  for (let from: Parameters<typeof DEADLINES.findPage>[3]["from"]; ; ) {
    signal.throwIfAborted();
    const { rows, hasNext } = await DEADLINES.findPage(snapshot, filter, "at", {
      limit: PAGE,
      from,
    });
    due.push(...rows);
    const last = rows.at(-1);
    if (!hasNext || last === undefined) return due;
    from = { values: DEADLINES.sortValues(last), direction: "next" };
  }
}

/** Wallets of those who may act. */
function actorsOf({ clock, buyer, seller, agent, account, resource, initiator }: DeadlineRow) {
  const wallets = clock.actors.flatMap((actor) => {
    if (actor === "buyer") return [buyer];
    if (actor === "seller") return [resource === "seller" ? account : seller];
    if (actor === "agent") return [agent];
    if (actor === "counterparty") return [buyer, seller].filter((party) => party !== initiator);
    return [];
  });
  return wallets.filter((wallet) => wallet !== null);
}
