import { asCaller, type CallerDb } from "../db/as-caller.ts";
import { ANONYMOUS } from "../identity/caller.ts";
import { SETTING_NAMES, SETTINGS, type SettingName, type SettingValue } from "./setting-schemas.ts";

/** Rules as this process knows them. */
export type SettingCache = {
  /** What was last read; begins with the initial value, and is read again when it is old. */
  current<Name extends SettingName>(name: Name): SettingValue<Name>;
  /** Reads all of them now: whoever changes one does, so that it holds at once (req 5.134). */
  refresh(): Promise<void>;
};

/** Another process may go by what was true this long ago, milliseconds. */
const TRUST_MS = 2_000;

/** Keeps the rules of a process. What cannot be read goes on as it was. */
export function openSettingCache(db: CallerDb, onError: (error: unknown) => void): SettingCache {
  const values = new Map<SettingName, unknown>();
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  const read = async () => {
    const rows = await asCaller(db, ANONYMOUS, (transaction) =>
      transaction.selectFrom("setting").select(["name", "value"]).execute(),
    );
    for (const name of SETTING_NAMES) {
      const { schema, initial } = SETTINGS[name];
      const row = rows.find((found) => found.name === name);
      // A value that an older release has written may not fit this one.
      values.set(name, row === undefined ? initial : schema.parse(row.value));
    }
  };
  const refresh = () => {
    readAt = performance.now();
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };

  return {
    current(name) {
      if (performance.now() - readAt > TRUST_MS) refresh().catch(onError);
      // Only `read` writes the map, and it parses with the schema of the name.
      return (values.get(name) ?? SETTINGS[name].initial) as never;
    },
    async refresh() {
      // What is being read may have begun before the change.
      await reading?.catch(() => undefined);
      await refresh();
    },
  };
}
