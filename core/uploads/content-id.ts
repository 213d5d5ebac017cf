import { importer } from "ipfs-unixfs-importer";
import { fixedSize } from "ipfs-unixfs-importer/chunker";
import type { CID } from "multiformats/cid";

/** The cut that `ipfs add` has made since the beginning; another cut gives another identifier. */
const CHUNK_BYTES = 262_144;

/** As ours are written: version 1 in base32, of bare bytes or of a UnixFS file, with SHA-256. */
const CONTENT_ID = /^baf(?:kre|ybe)i[a-z2-7]{52}$/;

/** Whether a text is an identifier in the one spelling that ours have. */
export const isContentId = (text: string): boolean => CONTENT_ID.test(text);

/**
 * The UnixFS identifier of a file, as `ipfs add --cid-version=1 --chunker=size-262144` prints it:
 * `bafkrei…` up to 256 KiB, `bafybei…` beyond.
 */
export async function contentIdOf(content: Uint8Array): Promise<string> {
  const blocks = { put: async (cid: CID) => cid };
  const form = {
    cidVersion: 1 as const,
    rawLeaves: true,
    reduceSingleLeafToSelf: true,
    chunker: fixedSize({ chunkSize: CHUNK_BYTES }),
  };
  for await (const { cid } of importer([{ content }], blocks, form)) return cid.toString();
  throw new Error("content without an identifier");
}
