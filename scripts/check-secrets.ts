/** No credential is committed (req 5.137). `npm run verify` runs it over every tracked file. */
import { projectFiles } from "./lib/project-files.ts";
import { scanSecrets } from "./lib/scan-secrets.ts";

const files = projectFiles();
const found = scanSecrets(files);
for (const line of found) console.error(line);
if (found.length === 0) {
  console.log(`secrets: none in ${files.length} files`);
} else {
  console.error(`${found.length} to take out, and to revoke where they were real`);
  process.exitCode = 1;
}
