import type { IncomingMessage } from "node:http";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createNameClient } from "./client-address.ts";

const from = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  }) as unknown as IncomingMessage;

const direct = createNameClient([]);
const behind = createNameClient(["10.0.0.0/8", "192.0.2.7", "fd00::/8"]);

test("IPv4 counts by address, also when it is written as IPv6", () => {
  expect(direct(from("203.0.113.5"))).toBe("203.0.113.5");
  expect(direct(from("::ffff:203.0.113.5"))).toBe("203.0.113.5");
  expect(direct(from(undefined))).toBeUndefined();
  expect(direct(undefined)).toBeUndefined();
});

test("IPv6 counts by /64, whatever the other half says and however it is written", () => {
  const name = "2001:db8:1:2::/64";
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 4, maxLength: 4 }),
      (half) => {
        const rest = half.map((group) => group.toString(16)).join(":");
        expect(direct(from(`2001:db8:1:2:${rest}`))).toBe(name);
        expect(direct(from(`2001:0DB8:0001:0002:${rest}`))).toBe(name);
      },
    ),
  );
  expect(direct(from("2001:db8:1:3::1"))).not.toBe(name);
  expect(direct(from("fe80::1%eth0"))).toBe("fe80:0:0:0::/64");
});

test("nobody who connects directly is believed about another address", () => {
  fc.assert(
    fc.property(fc.string(), (forwarded) => {
      expect(direct(from("203.0.113.5", forwarded))).toBe("203.0.113.5");
      expect(behind(from("203.0.113.5", forwarded))).toBe("203.0.113.5");
    }),
  );
});

test.each([
  ["one proxy", "10.0.0.1", "203.0.113.5", "203.0.113.5"],
  ["a chain of trusted ones", "10.0.0.1", "203.0.113.5, 192.0.2.7,10.1.2.3", "203.0.113.5"],
  ["what a client has written before", "10.0.0.1", "1.1.1.1, 203.0.113.5", "203.0.113.5"],
  ["a client that poses as a proxy", "10.0.0.1", "1.1.1.1, 10.9.9.9, 203.0.113.5", "203.0.113.5"],
  ["an address of IPv6", "fd00::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["with a port", "10.0.0.1", "203.0.113.5:4711", "203.0.113.5"],
  ["in brackets with a port", "10.0.0.1", "[2001:db8:1:2::9]:4711", "2001:db8:1:2::/64"],
  ["no header", "10.0.0.1", undefined, "10.0.0.1"],
  ["an unreadable one", "10.0.0.1", "203.0.113.5, unknown", "10.0.0.1"],
  ["an odd spelling of an address", "10.0.0.1", "0x7f.1", "10.0.0.1"],
  ["only proxies", "10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"],
])("behind proxies the first untrusted address from the right counts: %s", (...row) => {
  const [, peer, forwarded, name] = row;
  expect(behind(from(peer, forwarded))).toBe(name);
});

test("whatever a client writes left of the address that the proxy saw changes nothing", () => {
  fc.assert(
    fc.property(fc.string(), (spoofed) => {
      expect(behind(from("10.0.0.1", `${spoofed},203.0.113.5`))).toBe("203.0.113.5");
    }),
  );
});
