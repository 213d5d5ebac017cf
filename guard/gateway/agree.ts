import { agreeOnBlock, majorityOf } from "../providers/agree-on-block.ts";

/** The newest block that a provider names. */
export type NamedHead<Source> = { source: Source; number: number; hash: string };

/** Blocks that a provider may be behind the others and still be asked about the head. */
const MAX_LAG_BLOCKS = 10;

/** What several providers say about the head. */
export type Agreement<Source> =
  | { is: "agreed"; number: number; hash: string; sources: Source[]; outvoted: Source[] }
  | { is: "disagreed"; number: number; sources: Source[] };

/**
 * The head that a majority knows by hash; of two providers, the lower head that both know. A provider
 * that is only behind does not count and does not hold the others up (check IX-5), but it must be
 * behind on the same chain.
 * @param hashAt what a provider has at a height at or below its own head
 */
export async function agreeOnHead<Source>(
  heads: readonly NamedHead<Source>[],
  hashAt: (source: Source, number: number) => Promise<string | undefined>,
): Promise<Agreement<Source> | undefined> {
  const byHeight = [...heads].sort((a, b) => b.number - a.number);
  const newest = byHeight[0];
  if (newest === undefined) return undefined;
  const voters = byHeight.filter((head) => head.number >= newest.number - MAX_LAG_BLOCKS);
  const quorum = majorityOf(voters.length);
  const number = voters[quorum - 1]?.number ?? newest.number;
  const agreement = await agreeOnBlock(
    voters.map(({ source, ...block }) => ({ source, block })),
    {
      quorum,
      // Lower down they may agree well enough: that would hide a fork behind a head that stands.
      lowest: number,
      async blockAt(source, height) {
        const hash = await hashAt(source, height);
        return hash === undefined ? undefined : { number: height, hash };
      },
    },
  );
  if (agreement.is === "disagreed") return { is: "disagreed", number, sources: agreement.voted };
  const { block, by: sources, against: outvoted } = agreement;
  const [speaker] = sources;
  for (const laggard of byHeight.slice(voters.length)) {
    const there = speaker === undefined ? undefined : await hashAt(speaker, laggard.number);
    if (there === undefined || there === laggard.hash) continue;
    // Against a majority it is outvoted; against one other provider nobody can tell who is right.
    if (sources.length === 1) {
      return { is: "disagreed", number: laggard.number, sources: [...sources, laggard.source] };
    }
    outvoted.push(laggard.source);
  }
  return { is: "agreed", number, hash: block.hash, sources, outvoted };
}
