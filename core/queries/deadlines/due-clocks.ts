import {
  type Clock,
  disputeClocks,
  escrowClocks,
  holdClocks,
  offerClocks,
  sellerClocks,
} from "../../../src/protocol/clocks.ts";
import type { Snapshot } from "../../db/consistent-read.ts";
import { isAmong, type Key, keyText } from "../../db/keys.ts";
import { ESCROWS } from "../escrows.ts";
import { OFFERS } from "../offers.ts";
import type { DueResource } from "./due-rows.ts";

/** Names a row with clocks; the account is that of a seller. */
export type DueKey = {
  resource: DueResource;
  contract: `0x${string}`;
  member: bigint;
  account: `0x${string}`;
};

const nameOf = ({ resource, contract, member, account }: DueKey) =>
  `${resource}-${contract}-${member}-${account}`;

/**
 * Reads rows and computes their clocks at the chain time of the indexed block.
 * @returns for each key the clocks of its row, none where the row has no clock
 */
export async function readDueClocks(
  snapshot: Snapshot,
  keys: readonly DueKey[],
): Promise<(key: DueKey) => Clock[]> {
  const { chainId, indexed } = snapshot.position;
  const now = indexed.timestamp;
  const wanted = (...resources: DueResource[]) =>
    keys.filter(({ resource }) => resources.includes(resource));
  const keyOf = ({ contract, member }: DueKey): Key => [chainId, contract, member];

  // One after the other: they share the one connection of the snapshot.
  const escrows = await ESCROWS.findByKeys(
    snapshot,
    wanted("escrow", "hold", "dispute").map(keyOf),
  );
  const offers = await OFFERS.findByKeys(snapshot, wanted("offer").map(keyOf));
  const sellers = await findSellers(snapshot, wanted("seller"));

  const clocksOf = (key: DueKey): Clock[] => {
    const escrow = escrows.get(keyText(keyOf(key)));
    const offer = offers.get(keyText(keyOf(key)));
    const seller = sellers.get(keyText([key.contract, key.account]));
    switch (key.resource) {
      case "escrow":
        return escrow === undefined ? [] : escrowClocks(escrow, now);
      case "hold": {
        if (escrow?.releaseTime == null) return [];
        const { releaseTime, state: escrowState } = escrow;
        const isReleased = escrow.isRetainerReleased === true;
        return holdClocks({ releaseTime, isReleased, escrowState }, now);
      }
      case "dispute": {
        if (escrow?.resolution == null || escrow.state !== "disputed") return [];
        const { resolution, responseDeadline } = escrow;
        return disputeClocks({ resolution, responseDeadline }, now);
      }
      case "offer":
        return offer === undefined ? [] : offerClocks(offer, now);
      case "seller":
        return seller === undefined ? [] : sellerClocks(seller, now);
    }
  };
  const known = new Map(keys.map((key) => [nameOf(key), clocksOf(key)]));
  return (key) => known.get(nameOf(key)) ?? [];
}

async function findSellers({ indexed, position }: Snapshot, keys: readonly DueKey[]) {
  if (keys.length === 0) return new Map<string, never>();
  const columns = [
    { name: "contract", type: "address" },
    { name: "seller", type: "address" },
  ] as const;
  const among = keys.map(({ contract, account }) => [contract, account]);
  const rows = await indexed
    .selectFrom("seller")
    .select(["contract", "seller", "lastHeartbeatAt", "isActive", "isPaused"])
    .select("emergencyWithdrawAt")
    .where("chainId", "=", position.chainId)
    .where(isAmong("seller", columns, among))
    .execute();
  return new Map(rows.map((row) => [keyText([row.contract, row.seller]), row]));
}
