import type { Header, HeadProvider, Tag } from "../chain/head-provider.ts";
import { agreeOnBlock, majorityOf, type Sighting } from "../providers/agree-on-block.ts";

/** The block that one provider names. */
type HeaderSighting = Sighting<HeadProvider, Header>;

/** Blocks after which a block counts as safe or final where the chain has no tag for it. */
export type FinalityDepths = { safe: bigint; final: bigint };

/** What the providers say together. */
export type Observation = {
  head: Header;
  safe: Header | undefined;
  final: Header | undefined;
  /** Providers that know the head by hash; the first is asked for what is below it. */
  by: HeadProvider[];
  /** Providers that have another block at the height of the head. */
  against: HeadProvider[];
  /** How many answered, of how many. */
  answered: number;
  asked: number;
};

/** Why there is no observation; names are hosts. */
export type NoAgreement = { disagreement: string };

/** Ponder's own window on a chain it knows nothing about, and Base's finality in practice. */
const DEFAULT_FINALITY_DEPTH = 30;

/** Depths from the deployments file: safe is taken to be half-way to final. */
export function finalityDepths(finalityDepth: number | undefined): FinalityDepths {
  const final = BigInt(finalityDepth ?? DEFAULT_FINALITY_DEPTH);
  return { safe: (final + 1n) / 2n, final };
}

/**
 * Asks all providers for their heads. More than half of those that answer must know the head by
 * hash; safe and final move only on the word of more than half of all. The tags `safe` and
 * `finalized` decide; a depth below the head stands in where no provider knows the tag.
 * @throws Error when no provider answers
 */
export async function observeHeads(
  providers: readonly HeadProvider[],
  depths: FinalityDepths,
  onError: (provider: HeadProvider, error: unknown) => void,
): Promise<Observation | NoAgreement> {
  const latest = await sight(providers, "latest", onError);
  if (latest.length === 0) throw new Error("no provider answers");
  const agreement = await agree(latest, majorityOf(latest.length));
  if (agreement.is === "disagreed") return { disagreement: describe(latest) };
  const { block: head, by, against } = agreement;
  const quorum = majorityOf(providers.length);
  const [safe, final] = await Promise.all([
    taggedOrDeep(by, "safe", head, depths.safe, quorum, onError),
    taggedOrDeep(by, "finalized", head, depths.final, quorum, onError),
  ]);
  return { head, safe, final, by, against, answered: latest.length, asked: providers.length };
}

async function sight(
  providers: readonly HeadProvider[],
  tag: Tag,
  onError: (provider: HeadProvider, error: unknown) => void,
): Promise<HeaderSighting[]> {
  const blocks = await Promise.all(
    providers.map((provider) =>
      provider.findTagged(tag).catch((error: unknown) => {
        onError(provider, error);
        return undefined;
      }),
    ),
  );
  return providers.flatMap((provider, index) => {
    const block = blocks[index];
    return block === undefined ? [] : [{ source: provider, block }];
  });
}

/** Undefined when too few providers know the block: then safe and final stay where they are. */
async function taggedOrDeep(
  providers: readonly HeadProvider[],
  tag: "safe" | "finalized",
  head: Header,
  depth: bigint,
  quorum: number,
  onError: (provider: HeadProvider, error: unknown) => void,
): Promise<Header | undefined> {
  const sightings = await sight(providers, tag, onError);
  if (sightings.length > 0) {
    const agreement = await agree(sightings, quorum);
    return agreement.is === "agreed" ? agreement.block : undefined;
  }
  if (providers.length < quorum) return undefined;
  return providers[0]?.findBlock(head.number > depth ? head.number - depth : 0n);
}

function agree(sightings: readonly HeaderSighting[], quorum: number) {
  return agreeOnBlock(sightings, {
    quorum,
    blockAt: (provider, height) => provider.findBlock(height),
  });
}

function describe(sightings: readonly HeaderSighting[]): string {
  const each = sightings.map(
    ({ source, block }) => `${source.name} has block ${block.number} ${block.hash}`,
  );
  return `no block is known to enough providers: ${each.join("; ")}`;
}
