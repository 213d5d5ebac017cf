import { deflateRawSync } from "node:zlib";
import { decodeProtectedHeader } from "jose";
import { isPoint } from "tiny-secp256k1";
import { z } from "zod";
import { type FilePlace, refuseFile } from "./refuse-file.ts";

/**
 * Forms of ciphertext that are taken (domain.md B.13): what wallets decrypt (`eth_decrypt`), ECIES over
 * secp256k1 as eciesjs writes it, and compact JWE (RFC 7516).
 */
export const ENVELOPES = ["x25519-xsalsa20-poly1305", "ecies-secp256k1", "jwe"] as const;
export type Envelope = (typeof ENVELOPES)[number];

/** Enough bytes to tell noise from anything that is not. */
const JUDGED_BYTES = 256;

/**
 * Checks that a file is ciphertext in the form that it is declared to be: every part is there in its
 * length, and what should be noise cannot be packed. What it says stays between its writer and its
 * readers.
 *
 * @throws DomainError FILE_REFUSED
 */
export function checkEnvelope(file: Uint8Array, envelope: Envelope, place: FilePlace): void {
  const noise = READERS[envelope](Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  if (noise === undefined) {
    throw refuseFile(
      place,
      `is no ${envelope} envelope`,
      "Encrypt it to its reader before it is sent; only ciphertext is kept.",
    );
  }
  if (noise.length >= JUDGED_BYTES && deflateRawSync(noise).length < noise.length) {
    throw refuseFile(
      place,
      "has the form of an envelope, and text or data in it that is not encrypted",
      "Encrypt it to its reader before it is sent.",
    );
  }
}

/** Gives the encrypted part of an envelope; undefined for a file that is none. */
const READERS: Record<Envelope, (file: Buffer) => Buffer | undefined> = {
  "x25519-xsalsa20-poly1305": readBox,
  "ecies-secp256k1": readEcies,
  jwe: readJwe,
};

const base64 = (least: number, most = Number.MAX_SAFE_INTEGER) =>
  z
    .base64()
    .transform((text) => Buffer.from(text, "base64"))
    .refine(({ length }) => length >= least && length <= most);

/** As MetaMask writes it; the tag of Poly1305 is part of the ciphertext. */
const Box = z.strictObject({
  version: z.literal("x25519-xsalsa20-poly1305"),
  nonce: base64(24, 24),
  ephemPublicKey: base64(32, 32),
  ciphertext: base64(17),
});

function readBox(file: Buffer): Buffer | undefined {
  try {
    return Box.safeParse(JSON.parse(file.toString("utf8"))).data?.ciphertext;
  } catch {
    return undefined;
  }
}

/** Ephemeral key without compression, nonce and tag of AES-256-GCM, at least one byte. */
const [POINT_BYTES, NONCE_BYTES, TAG_BYTES] = [65, 16, 16];

function readEcies(file: Buffer): Buffer | undefined {
  const start = POINT_BYTES + NONCE_BYTES + TAG_BYTES;
  if (file.length <= start || !isPoint(file.subarray(0, POINT_BYTES))) return undefined;
  return file.subarray(start);
}

/** To one public key; a shared password or a bare key is no envelope for a reader. */
const JWE_ALGORITHMS = new Set(["ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A192KW", "ECDH-ES+A256KW"]);
const JWE_ENCRYPTIONS = new Set(["A128GCM", "A192GCM", "A256GCM"]);
const JWE = /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/;
const [JWE_NONCE_BYTES, JWE_TAG_BYTES] = [12, 16];

function readJwe(file: Buffer): Buffer | undefined {
  const text = file.toString("latin1").trim();
  if (!JWE.test(text)) return undefined;
  const [, , nonce, ciphertext, tag] = text
    .split(".")
    .map((part) => Buffer.from(part, "base64url"));
  try {
    const { alg, enc, zip } = decodeProtectedHeader(text) as Record<string, unknown>;
    const isKnown = JWE_ALGORITHMS.has(String(alg)) && JWE_ENCRYPTIONS.has(String(enc));
    if (!isKnown || zip !== undefined) return undefined;
  } catch {
    return undefined;
  }
  return nonce?.length === JWE_NONCE_BYTES && tag?.length === JWE_TAG_BYTES
    ? ciphertext
    : undefined;
}
