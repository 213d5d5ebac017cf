import type { ChainKey } from "../../src/protocol/ids.ts";
import type { Snapshot } from "../db/consistent-read.ts";
import type { KeyColumn } from "../db/keyset.ts";
import { defineSource, type SourceRow } from "../db/source.ts";

const BY_ID = [
  { name: "contract", type: "address" },
  { name: "tokenId", type: "uint256" },
  { name: "holder", type: "address" },
] as const satisfies KeyColumn[];
const BY_TIME = [{ name: "createdAt", type: "int8" }, ...BY_ID] as const;

export type EntitlementFilter = {
  holder?: `0x${string}` | undefined;
  /** Agent as an entitlement contract numbers it. */
  agent?: ChainKey | undefined;
  /** Kind of entitlement on its contract. */
  token?: ChainKey | undefined;
  hasAccess?: boolean | undefined;
};

/** Who holds which entitlement; each sort and each filter has an index. */
export const ENTITLEMENTS = defineSource({
  table: "entitlement",
  select: selectEntitlements,
  key: [{ name: "chainId", type: "int4" }, ...BY_ID],
  changedBlock: "updatedBlock",
  sorts: {
    newest: { columns: BY_TIME, order: "desc" },
    oldest: { columns: BY_TIME, order: "asc" },
  },
  where: (all, filter: EntitlementFilter, { indexed: { timestamp: now } }) => {
    let query = all;
    const { agent, token, hasAccess } = filter;
    if (filter.holder) query = query.where("entitlement.holder", "=", filter.holder);
    if (agent) {
      query = query
        .where("kind.chainId", "=", agent.chainId)
        .where("kind.contract", "=", agent.contract)
        .where("kind.agentId", "=", agent.number);
    }
    if (token) {
      query = query
        .where("entitlement.chainId", "=", token.chainId)
        .where("entitlement.contract", "=", token.contract)
        .where("entitlement.tokenId", "=", token.number);
    }
    if (hasAccess !== undefined) {
      query = query.where((eb) => {
        const isOpen = eb.and([
          eb("entitlement.balance", ">", 0n),
          eb("kind.agentId", "is not", null),
          eb.or([eb("kind.expiresAt", "=", 0n), eb("kind.expiresAt", ">=", now)]),
        ]);
        return hasAccess ? isOpen : eb.not(isOpen);
      });
    }
    return query;
  },
});

/** A holding with its kind; columns of the kind are null when it is older than the index. */
export type EntitlementRow = SourceRow<typeof ENTITLEMENTS>;

function selectEntitlements({ indexed }: Pick<Snapshot, "indexed">) {
  return indexed
    .selectFrom("entitlement")
    .leftJoin("entitlementToken as kind", (join) =>
      join
        .onRef("kind.chainId", "=", "entitlement.chainId")
        .onRef("kind.contract", "=", "entitlement.contract")
        .onRef("kind.tokenId", "=", "entitlement.tokenId"),
    )
    .select([
      "entitlement.chainId",
      "entitlement.contract",
      "entitlement.tokenId",
      "entitlement.holder",
      "entitlement.balance",
      "entitlement.createdAt",
      "entitlement.updatedBlock",
      "kind.agentId",
      "kind.isTransferrable",
      "kind.expiresAt",
      "kind.uri",
    ]);
}

/** The kinds of entitlement that name an agent by its number, on every contract. */
export function findEntitlementKinds(
  { indexed }: Snapshot,
  { chainId, agentId }: { chainId: number; agentId: bigint },
) {
  return indexed
    .selectFrom("entitlementToken")
    .select(["chainId", "contract", "tokenId", "agentId", "isTransferrable", "expiresAt", "uri"])
    .where("chainId", "=", chainId)
    .where("agentId", "=", agentId)
    .orderBy("contract")
    .orderBy("tokenId")
    .execute();
}

/** What opens an agent to its holders. */
export type EntitlementKindRow = Awaited<ReturnType<typeof findEntitlementKinds>>[number];
