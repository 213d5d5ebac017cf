import { constants, crc32, deflateRawSync } from "node:zlib";

/** Bytes that were packed once and can be ended in many ways. */
export type PackedStart = { bytes: Buffer; checksum: number; length: number };

/** Deflate, no name, no time, unknown system (RFC 1952, 2.3). */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** A last block that is not packed: its flags, its length and the complement of that (RFC 1951, 3.2.4). */
const BLOCK_BYTES = 5;
const LAST_STORED = 1;
const MAX_STORED = 0xffff;

/** Checksum and length of what was packed, four bytes each. */
const TRAILER_BYTES = 8;

/** Packs the start of a text so that its end can be added without packing all of it again. */
export function packStart(start: Buffer): PackedStart {
  // A full flush ends at a whole byte, where another block may follow.
  const packed = deflateRawSync(start, { finishFlush: constants.Z_FULL_FLUSH });
  return {
    bytes: Buffer.concat([HEAD, packed]),
    checksum: crc32(start),
    length: start.length,
  };
}

/**
 * The bytes that follow `start.bytes`, so that both together are one gzip member of the start and an
 * end of its own.
 *
 * @throws RangeError when the end is longer than 65,535 bytes
 */
export function packEnd({ checksum, length }: PackedStart, end: Buffer): Buffer {
  if (end.length > MAX_STORED) throw new RangeError("the end is too long to be stored");
  const packed = Buffer.allocUnsafe(BLOCK_BYTES + end.length + TRAILER_BYTES);
  packed.writeUInt8(LAST_STORED);
  packed.writeUInt16LE(end.length, 1);
  packed.writeUInt16LE(end.length ^ MAX_STORED, 3);
  end.copy(packed, BLOCK_BYTES);
  const trailer = BLOCK_BYTES + end.length;
  packed.writeUInt32LE(crc32(end, checksum), trailer);
  packed.writeUInt32LE((length + end.length) % 2 ** 32, trailer + 4);
  return packed;
}
