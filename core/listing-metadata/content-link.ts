import { importer } from "ipfs-unixfs-importer";
import { CID } from "multiformats/cid";

/**
 * How the link that the contract keeps relates to a document: `matches` names exactly this content,
 * `differs` names other content, `unreadable` names no content at all, `none` is an empty link.
 */
export const LINK_STATUSES = ["matches", "differs", "unreadable", "none"] as const;
export type LinkStatus = (typeof LINK_STATUSES)[number];

/** Longer content is cut into several blocks; ours is far below that. */
const ONE_BLOCK = 262_144;

/** The identifiers under which IPFS tools keep the same bytes as one file. */
export type ContentIds = {
  /** CIDv1 of the bare bytes, which is what ours are called: `bafkrei…`. */
  cid: string;
  /** CIDv0 of a file, the default of older tools: `Qm…`. */
  legacyCid: string;
};

/** Content identifiers of some text of at most 256 KiB. */
export async function contentIdsOf(text: string): Promise<ContentIds> {
  const content = new TextEncoder().encode(text);
  if (content.length > ONE_BLOCK) throw new Error("the content is longer than one block");
  const [cid, legacyCid] = await Promise.all([
    rootOf(content, { cidVersion: 1, rawLeaves: true }),
    rootOf(content, { cidVersion: 0, rawLeaves: false }),
  ]);
  return { cid: cid.toString(), legacyCid: legacyCid.toString() };
}

async function rootOf(
  content: Uint8Array,
  form: { cidVersion: 0 | 1; rawLeaves: boolean },
): Promise<CID> {
  const blocks = { put: async (cid: CID) => cid };
  const options = { ...form, reduceSingleLeafToSelf: true };
  for await (const { cid } of importer([{ content }], blocks, options)) return cid as CID;
  throw new Error("content without an identifier");
}

/** Whether the link names the content with these identifiers. */
export function compareLink(link: string, ids: ContentIds): LinkStatus {
  if (link.trim() === "") return "none";
  const named = contentIdIn(link);
  if (named === undefined) return "unreadable";
  const own = [ids.cid, ids.legacyCid].map((text) => CID.parse(text));
  return own.some((cid) => isSameContent(cid, named)) ? "matches" : "differs";
}

/** The same block under either version of the identifier. */
const isSameContent = (a: CID, b: CID) => a.code === b.code && a.toV1().equals(b.toV1());

/** `ipfs://<cid>`, `ipfs://ipfs/<cid>`, a gateway's address, or the bare identifier. */
const LINK_FORM =
  /^(?:ipfs:\/\/(?:ipfs\/)?|https?:\/\/[^/\s]+\/ipfs\/|\/ipfs\/)?([a-zA-Z0-9]+)\/?$/;

function contentIdIn(link: string): CID | undefined {
  const name = LINK_FORM.exec(link.trim())?.[1];
  if (name === undefined) return undefined;
  try {
    return CID.parse(name);
  } catch {
    return undefined;
  }
}
