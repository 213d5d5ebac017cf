import { readFile } from "node:fs/promises";
import { contentIdOf } from "./content-id.ts";
import { checkEnvelope, type Envelope } from "./envelopes.ts";
import { checkPdf, checkText, type Declared, HEAD_BYTES, typeOfFile } from "./file-types.ts";
import { drawAnew, type ImageType } from "./images.ts";
import { isPrivate, MAX_FILE_BYTES, type Purpose } from "./purposes.ts";
import { refuseFile } from "./refuse-file.ts";

/** A file as it has arrived, in a folder that goes with the request. */
export type ReceivedFile = Declared & {
  path: string;
  /** SHA-256 of what was sent, in hexadecimal digits. */
  digest: string;
};

/** Bytes that are to be kept, and what they are of the upload. */
export type Content = {
  variant: "original" | "small" | "medium";
  cid: string;
  mediaType: string;
  bytes: Uint8Array;
  /** In points; null for what is no picture. */
  width: number | null;
  height: number | null;
};

/** How the sender says that a file is to be taken. */
export type Wanted = { purpose: Purpose; envelope: Envelope | undefined };

/** What ciphertext is called: nobody else knows what it is. */
const OPAQUE = "application/octet-stream";

/**
 * Turns a file into what is kept of it: pictures are drawn anew, documents and ciphertext are checked
 * and kept as they are.
 *
 * @throws DomainError FILE_REFUSED
 */
export async function prepareFile(
  file: ReceivedFile,
  { purpose, envelope }: Wanted,
  draw: typeof drawAnew = drawAnew,
): Promise<Content[]> {
  const bytes = await readFile(file.path);
  if (bytes.length === 0)
    throw refuseFile(file, "is empty", "Send a file that has something in it.");
  if (isPrivate(purpose)) {
    if (envelope === undefined) throw new Error("a private purpose always has an envelope");
    checkEnvelope(bytes, envelope, file);
    return [await contentOf("original", bytes, OPAQUE)];
  }
  const type = await typeOfFile(bytes.subarray(0, HEAD_BYTES), purpose, file);
  if (type === "application/pdf" || type === "text/plain") {
    if (type === "application/pdf") checkPdf(bytes, file);
    else checkText(bytes, file);
    return [await contentOf("original", bytes, type)];
  }
  const pictures = await draw(bytes, type satisfies ImageType, file);
  const contents: Content[] = [];
  for (const { variant, mediaType, bytes: drawn, width, height } of pictures) {
    if (drawn.length > MAX_FILE_BYTES) {
      throw refuseFile(file, "is larger than 10 MB when it is drawn anew", "Send a smaller one.");
    }
    contents.push(await contentOf(variant, drawn, mediaType, { width, height }));
  }
  return contents;
}

async function contentOf(
  variant: Content["variant"],
  bytes: Uint8Array,
  mediaType: string,
  size: Pick<Content, "width" | "height"> = { width: null, height: null },
): Promise<Content> {
  return { variant, cid: await contentIdOf(bytes), mediaType, bytes, ...size };
}
