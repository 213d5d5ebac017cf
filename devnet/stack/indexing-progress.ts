import type { Output } from "./output.ts";

/**
 * Reads the progress of the backfill off Ponder's log: it names the range of blocks of each batch.
 * @param head last block that there was when the indexer started
 * @returns a listener for log lines
 */
export function indexingProgress(head: bigint, output: Output): (line: string) => void {
  let events = 0;
  return (line) => {
    if (!line.includes("Indexed block range")) return;
    const entry = JSON.parse(line) as { event_count?: number; block_range?: unknown };
    // Ponder logs the range as text that looks like a list.
    const lastBlock = /(\d+)\D*$/.exec(`${entry.block_range}`)?.[1];
    if (lastBlock === undefined) return;
    const block = Number.parseInt(lastBlock, 10);
    events += entry.event_count ?? 0;
    const fraction = head === 0n ? 1 : Math.min(1, block / Number(head));
    output.progress("Indexing", fraction, `block ${block} / ${head}, ${events} events`);
  };
}
