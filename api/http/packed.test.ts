import { gunzipSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type PackedStart, packEnd, packStart } from "./packed.ts";

const pack = (start: PackedStart, end: Buffer) => Buffer.concat([start.bytes, packEnd(start, end)]);

test("what was packed in two parts is one gzip member of both", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5_000 }), fc.uint8Array({ maxLength: 600 }), (a, b) => {
      const [start, end] = [Buffer.from(a), Buffer.from(b)];
      const packed = pack(packStart(start), end);
      const whole = Buffer.concat([start, end]);
      expect(gunzipSync(packed)).toEqual(whole);
      // One stream between one head and one trailer: some readers stop after the first member.
      expect(inflateRawSync(packed.subarray(10, -8))).toEqual(whole);
    }),
  );
});

test("one start takes any number of ends, and long texts get much shorter", () => {
  const text = JSON.stringify(
    Array.from({ length: 500 }, (_, id) => ({ id, title: `Café ${id}` })),
  );
  const start = packStart(Buffer.from(text));
  for (const end of ["", "}", `,"meta":{"é":"${"x".repeat(60_000)}"}}`]) {
    const packed = pack(start, Buffer.from(end));
    expect(gunzipSync(packed).toString()).toBe(text + end);
    expect(packed.length - end.length).toBeLessThan(text.length / 3);
  }
  expect(() => packEnd(start, Buffer.alloc(65_536))).toThrow(RangeError);
});
