import { createHash } from "node:crypto";
import { base32 } from "multiformats/bases/base32";
import { expect, test } from "vitest";
import { contentIdOf, isContentId } from "../../../core/uploads/content-id.ts";

const CHUNK = 262_144;

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];

/** A field of protobuf with bytes in it. */
const field = (number: number, bytes: Uint8Array | number[]) => [
  number * 8 + 2,
  ...varint(bytes.length),
  ...bytes,
];

/** Version 1, codec, SHA-256 of 32 bytes. */
const cidBytes = (codec: number, block: Uint8Array) =>
  Uint8Array.from([1, codec, 0x12, 32, ...createHash("sha256").update(block).digest()]);

/** The identifier as the specifications of dag-pb and UnixFS say, written down here a second time. */
function expectedId(content: Buffer): string {
  if (content.length <= CHUNK) return base32.encode(cidBytes(0x55, content));
  const chunks = Array.from({ length: Math.ceil(content.length / CHUNK) }, (_, index) =>
    content.subarray(index * CHUNK, (index + 1) * CHUNK),
  );
  const links = chunks.flatMap((chunk) =>
    field(2, [...field(1, cidBytes(0x55, chunk)), ...field(2, []), 0x18, ...varint(chunk.length)]),
  );
  const sizes = chunks.flatMap((chunk) => [0x20, ...varint(chunk.length)]);
  const data = field(1, [0x08, 2, 0x18, ...varint(content.length), ...sizes]);
  return base32.encode(cidBytes(0x70, Uint8Array.from([...links, ...data])));
}

test("content has the identifier that the specifications give it [1.39]", async () => {
  // Known from any IPFS node: `ipfs add --cid-version=1` of an empty file, and of "hello world\n".
  expect(await contentIdOf(Buffer.from("hello world\n"))).toBe(
    "bafkreifjjcie6lypi6ny7amxnfftagclbuxndqonfipmb64f2km2devei4",
  );
  for (const length of [1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 10 * 1024 ** 2]) {
    const content = Buffer.alloc(length, `${length} of them `);
    const id = await contentIdOf(content);
    expect(id, String(length)).toBe(expectedId(content));
    expect(isContentId(id)).toBe(true);
  }
});

test("nothing else is an identifier, so no path can be made of it", () => {
  const good = "bafkreifjjcie6lypi6ny7amxnfftagclbuxndqonfipmb64f2km2devei4";
  for (const text of [
    "",
    "../../etc/passwd",
    good.toUpperCase(),
    `${good}/..`,
    `${good}\n`,
    good.slice(1),
    "QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn",
  ]) {
    expect(isContentId(text), text).toBe(false);
  }
});
