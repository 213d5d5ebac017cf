type Numbered = { number: number | bigint; hash: string };

/** What one source names, e.g. as its newest block. */
export type Sighting<Source, Block extends Numbered> = { source: Source; block: Block };

/** What a quorum says of the heights that were sighted. */
type Agreement<Source, Block extends Numbered> =
  /** A block that enough sources know by hash, and who says otherwise about its height. */
  | { is: "agreed"; block: Block; by: Source[]; against: Source[] }
  /** No height has a quorum; `voted` are those who answered about the lowest one. */
  | { is: "disagreed"; voted: Source[] };

type AgreementOptions<Source, Block extends Numbered> = {
  /** How many must say the same. */
  quorum: number;
  /** What a source has at a height at or below its own; who does not answer has no vote. */
  blockAt: (source: Source, height: Block["number"]) => Promise<Block | undefined>;
  /** Heights below it are not asked about. */
  lowest?: Block["number"];
};

/** How many of so many sources must say the same: more than half of them. */
export function majorityOf(count: number): number {
  return Math.floor(count / 2) + 1;
}

/**
 * The highest block that a quorum knows by hash, among the heights that were sighted. With two
 * sources and a quorum of two that is the lower of their blocks, if both know it.
 */
export async function agreeOnBlock<Source, Block extends Numbered>(
  sightings: readonly Sighting<Source, Block>[],
  { quorum, blockAt, lowest }: AgreementOptions<Source, Block>,
): Promise<Agreement<Source, Block>> {
  const highestFirst = sightings.toSorted((a, b) => (a.block.number < b.block.number ? 1 : -1));
  let voted: Source[] = [];
  let asked: Block["number"] | undefined;
  for (const { block } of highestFirst.slice(quorum - 1)) {
    if (block.number === asked || (lowest !== undefined && block.number < lowest)) continue;
    asked = block.number;
    const votes = await collectVotes(highestFirst, block.number, blockAt);
    const byHash = [...Map.groupBy(votes, (vote) => vote.block.hash).values()];
    const chosen = byHash.find((group) => group.length >= quorum);
    voted = votes.map(({ source }) => source);
    const [first] = chosen ?? [];
    if (chosen === undefined || first === undefined) continue;
    const by = chosen.map(({ source }) => source);
    return {
      is: "agreed",
      block: first.block,
      by,
      against: voted.filter((one) => !by.includes(one)),
    };
  }
  return { is: "disagreed", voted };
}

async function collectVotes<Source, Block extends Numbered>(
  sightings: readonly Sighting<Source, Block>[],
  height: Block["number"],
  blockAt: AgreementOptions<Source, Block>["blockAt"],
): Promise<Sighting<Source, Block>[]> {
  const asked = sightings.filter(({ block }) => block.number >= height);
  const votes = await Promise.all(
    asked.map(async ({ source, block }) => ({
      source,
      block: block.number === height ? block : await blockAt(source, height).catch(() => undefined),
    })),
  );
  return votes.filter((vote): vote is Sighting<Source, Block> => vote.block !== undefined);
}
