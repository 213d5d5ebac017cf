import type { WallClock } from "../core/clock.ts";
import type { AppWrites } from "../core/db/app-writes.ts";
import { createInstantKey, findKeyCaller } from "../core/keys/key-ring.ts";
import { openKeyUsage } from "../core/keys/key-usage.ts";
import type { Logger } from "../core/log.ts";
import { openSettingCache } from "../core/settings/setting-cache.ts";
import type { ApiDeps } from "./deps.ts";
import type { CallerSources } from "./middleware/caller.ts";

/** What the API needs of keys and of the rules that administrators change. */
export type Trust = Pick<ApiDeps, "rules" | "keyUsage" | "createInstantKey"> &
  Pick<CallerSources, "byKey"> & {
    /** Writes down what keys were used for since. */
    flush(): Promise<void>;
    /** The same, at the end. */
    close(): Promise<void>;
  };

/** Opens them for one process, on connections that are somebody else's to close. */
export function openTrust(
  { callers, identity }: AppWrites,
  { log, now }: { log: Logger; now: WallClock },
): Trust {
  const keyUsage = openKeyUsage(identity, {
    now,
    onError: (err) => log.warn({ err }, "uses of keys were not written down"),
  });
  return {
    keyUsage,
    rules: openSettingCache(callers, (err) => log.warn({ err }, "rules cannot be read again")),
    createInstantKey: (asked) => createInstantKey(identity, asked),
    byKey: (secret) => findKeyCaller(identity, secret),
    flush: keyUsage.flush,
    close: keyUsage.close,
  };
}
