import { type Readable, Transform, type TransformCallback } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { OutgoingError } from "./outgoing-error.ts";

/** Encodings that we say we take, and nothing else is taken. */
const DECODERS = {
  gzip: createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
} as const;

export const ACCEPTED_ENCODINGS = Object.keys(DECODERS).join(", ");

/**
 * Reads a body to its end, or to the limit. Packed and unpacked bytes are counted while they pass, so
 * that a bomb costs no more memory than the limit; a body packed twice is refused.
 *
 * @param maxBytes of the body as it came, and again as it was unpacked
 */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  const decode = decoderOf(encoding);
  if (decode === undefined) return readPlain(body, maxBytes);
  const chunks: Buffer[] = [];
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) chunks.push(chunk);
  };
  try {
    await pipeline(body, limitBytes(maxBytes), decode(), limitBytes(maxBytes), collect);
  } catch (error) {
    if (
      error instanceof Error &&
      "code" in error &&
      /^(Z_|ERR_.*BROTLI|ERR_ZLIB|ERR__ERROR)/.test(String(error.code))
    ) {
      throw new OutgoingError("ENCODING_REFUSED", "The body cannot be unpacked.", { cause: error });
    }
    throw error;
  }
  return Buffer.concat(chunks);
}

/** Most answers are short and not packed; a pipeline for each would cost more than the rest of them. */
async function readPlain(body: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Whatever ends the loop early destroys the body.
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decoderOf(encoding: string | undefined) {
  const name = encoding?.trim().toLowerCase() ?? "";
  if (name === "" || name === "identity") return undefined;
  if (Object.hasOwn(DECODERS, name)) return DECODERS[name as keyof typeof DECODERS];
  throw new OutgoingError(
    "ENCODING_REFUSED",
    "The body is packed in a way that was not asked for.",
  );
}

const tooLarge = (maxBytes: number) =>
  new OutgoingError("TOO_LARGE", `The body is larger than ${maxBytes} bytes.`);

function limitBytes(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, callback: TransformCallback) {
      bytes += chunk.length;
      if (bytes <= maxBytes) return callback(null, chunk);
      callback(tooLarge(maxBytes));
    },
  });
}
