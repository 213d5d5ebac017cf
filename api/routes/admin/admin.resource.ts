import type { z } from "@hono/zod-openapi";
import type { getAccountForAdmin } from "../../../core/administration/accounts.ts";
import type { readSetting } from "../../../core/settings/change-setting.ts";
import { SETTINGS, type SettingName } from "../../../core/settings/setting-schemas.ts";
import { toAddress } from "../../http/values.ts";
import type { AdminAccount, Setting } from "./admin.contract.ts";

type AccountRow = Awaited<ReturnType<typeof getAccountForAdmin>>;
type SettingRow = Awaited<ReturnType<typeof readSetting>>;

export const toAdminAccount = (row: AccountRow): z.output<typeof AdminAccount> => ({
  accountId: row.accountId,
  username: row.username,
  displayName: row.displayName,
  email: row.email,
  wallets: row.wallets.map(toAddress),
  roles: row.roles,
  tier: row.tier,
  kycStatus: row.kycStatus,
  trustScore: row.trustScore,
  ban:
    row.bannedAt === null ? null : { at: row.bannedAt.toISOString(), reason: row.banReason ?? "" },
  createdAt: row.createdAt.toISOString(),
});

/** What the audit log keeps of a decision about an account: nothing that says who its owner is. */
export const accountFacts = ({ roles, tier, bannedAt, banReason }: AccountRow) => ({
  roles,
  tier,
  bannedAt: bannedAt?.toISOString() ?? null,
  banReason,
});

export const toSetting = (name: SettingName, row: SettingRow): z.output<typeof Setting> => ({
  name,
  meaning: SETTINGS[name].meaning,
  version: row.version,
  // Written through its schema, which is an object for each of them.
  value: row.value as Record<string, unknown>,
  updatedBy: row.updatedBy,
  updatedAt: row.updatedAt?.toISOString() ?? null,
});
