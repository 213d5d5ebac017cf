import { parseArgs } from "node:util";
import { loadConfig } from "../core/config/load.ts";
import { createLogger } from "../core/log.ts";
import { publishRelease } from "../core/release/publish.ts";
import { runCommand } from "./support/run-command.ts";

/** `npm run release -- [--schema release_x] [--max-behind BLOCKS] [--force]`. */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      schema: { type: "string" },
      "max-behind": { type: "string" },
      force: { type: "boolean", default: false },
    },
  });
  const config = loadConfig("release");
  const schema = values.schema ?? config.INDEXER_SCHEMA;
  if (schema === undefined) {
    throw new Error("which release? Pass --schema release_<id> or set INDEXER_SCHEMA");
  }
  const log = createLogger("release", config.LOG_LEVEL);
  const publication = await publishRelease(config.DATABASE_URL, schema, {
    isForced: values.force,
    ...(values["max-behind"] === undefined
      ? {}
      : { maxBehindBlocks: parseBlocks(values["max-behind"]) }),
    onRetry: (attempt, reason) =>
      log.warn({ attempt, reason }, "readers hold the views, trying again"),
  });
  log.info(
    {
      schema: publication.schema,
      buildId: publication.buildId,
      indexedBlocks: Object.fromEntries(
        [...publication.indexedBlocks].map(([chainId, block]) => [chainId, String(block)]),
      ),
    },
    "published",
  );
});

function parseBlocks(text: string): bigint {
  if (!/^\d{1,15}$/.test(text)) throw new Error("--max-behind wants a number of blocks");
  return BigInt(text);
}
