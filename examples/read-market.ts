/**
 * Reads a market with the typed client: a page of listings, one escrow with what falls due, and the
 * changes of the next seconds.
 *
 *   npm run demo
 *   npx node examples/read-market.ts [http://127.0.0.1:4000] [seconds]
 *
 * Outside this repository the import is "@valyra/client".
 */
import { createValyraClient } from "../client/index.ts";

const [baseUrl = "http://127.0.0.1:4000", seconds = "5"] = process.argv.slice(2);
const valyra = createValyraClient({ baseUrl });

const listings = await valyra.get("/v1/listings", {
  params: { query: { sort: "updated", limit: 5 } },
});
console.log(`Listings as of block ${listings.meta.indexedBlock.number}:`);
for (const { title, askingPrice, availability, finality } of listings.data) {
  const price = `${askingPrice.display ?? askingPrice.raw} ${askingPrice.currency?.symbol ?? ""}`;
  console.log(`  ${title}: ${price}, ${availability}, ${finality}`);
}

for await (const { id, state, deadlines } of valyra.rows("/v1/escrows", { limit: 1 })) {
  console.log(`Escrow ${id} is ${state}:`);
  for (const { kind, at, act, isOpen } of deadlines) {
    console.log(
      `  ${kind} at ${at ?? "no date"}: ${act} is ${isOpen ? "possible" : "not possible"}`,
    );
  }
  // The walk would go on; one is enough here.
  break;
}

const { page } = await valyra.get("/v1/changes", { params: { query: { limit: 1 } } });
const after = Math.max(0, page.newestSequence - 3);
console.log(`Changes after ${after}, for ${seconds} s:`);
const signal = AbortSignal.timeout(Number(seconds) * 1_000);
for await (const { sequence, status, kind, amount } of valyra.readChanges({ after, signal })) {
  console.log(`  ${sequence} ${status} ${kind} ${amount?.display ?? ""}`.trimEnd());
}
