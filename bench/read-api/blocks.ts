import pg from "pg";
import type { Dataset } from "./dataset.ts";

/** As often as the chain that the product is for makes a block. */
const BLOCK_EVERY_MS = 2_000;

/** Commits and announces empty blocks as the indexer does, so that nothing is shared for longer. */
export function announceBlocks({ adminUrl, schema }: Dataset): { stop(): Promise<void> } {
  const client = new pg.Client({ connectionString: adminUrl });
  const connected = client.connect();
  const tick = async () => {
    await connected;
    await client.query(`UPDATE ${schema}._ponder_checkpoint SET chain_id = chain_id`);
    // A list of tables, as the indexer sends it: Ponder's servers end themselves on anything else.
    await client.query("SELECT pg_notify($1, '[]')", [`${schema}_live_query`]);
  };
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = last.then(tick);
  }, BLOCK_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await last;
      await connected;
      await client.end();
    },
  };
}
