import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { newSecrets } from "./lib/new-secrets.ts";
import { runCommand } from "./support/run-command.ts";

/**
 * `npm run secrets [-- --folder FOLDER]`: a file for each secret of deploy/compose.yaml, random, into a
 * folder that only its owner enters. Passwords of a database that is in use cannot be made anew by a
 * file alone, so a folder that has files already is left as it is.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      folder: { type: "string", default: join(import.meta.dirname, "../deploy/secrets") },
    },
  });
  const { folder } = values;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) {
    throw new Error(`${folder} has files already; take them away to have new ones made`);
  }
  const secrets = Object.entries(newSecrets());
  for (const [name, value] of secrets) {
    // Read by another user inside of the containers; the folder keeps those of this machine out.
    await writeFile(join(folder, name), value, { mode: 0o444, flag: "wx" });
  }
  console.log(`${secrets.length} secrets were written to ${folder}`);
});
