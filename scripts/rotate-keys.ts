/**
 * Wraps the keys of all private rows by the newest of ENCRYPTION_KEYS, so that older ones can be left out:
 *
 *   npm run rotate-keys
 *
 * It may run beside the API, and again after it was stopped.
 */
import { loadConfig } from "../core/config/load.ts";
import { openAppWrites } from "../core/db/app-writes.ts";
import { rotateKeys } from "../core/encryption/rotate-keys.ts";
import { runCommand } from "./support/run-command.ts";

await runCommand(async () => {
  const { API_DATABASE_URL: databaseUrl, ENCRYPTION_KEYS: ring } = loadConfig("api");
  if (ring === undefined) throw new Error("ENCRYPTION_KEYS is missing");
  const writes = openAppWrites(databaseUrl, {
    max: 1,
    processName: "valyra_rotate_keys",
    onIdleError: () => undefined,
  });
  try {
    const changed = await rotateKeys(writes.identity, ring);
    console.log(`${changed} keys of rows are wrapped by ${ring[0].id} now; all of them are`);
  } finally {
    await writes.close();
  }
});
