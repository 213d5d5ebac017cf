import fc from "fast-check";
import { keccak256, toHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, test } from "vitest";
import { DomainError } from "../errors.ts";
import { checkSignature, REQUEST_TYPES, type SignedRequest } from "./signed-request.ts";
import { createSignatureVerifier } from "./verify-signature.ts";

const NOW = 1_772_366_400;
const settings = { audience: "valyra-test", chainId: 31_337 };
const deps = {
  settings,
  verify: createSignatureVerifier(undefined),
  now: () => new Date(NOW * 1_000),
};
const wallet = privateKeyToAccount(keccak256(toHex("signed-request")));

/** Ten thousand take some 13 seconds of a processor, too long for every run (docs/security.md). */
const TRIES = 2_000;

/** Everything that a sender decides about a request. */
type Sent = {
  method: string;
  target: string;
  body: string;
  headers: Record<string, string>;
};

type Signing = { chainId?: number; audience?: string; name?: string; deadline?: number };

async function sign(signing: Signing = {}): Promise<Sent> {
  const { chainId = settings.chainId, audience = settings.audience } = signing;
  const { name = "Valyra API", deadline = NOW + 120 } = signing;
  const request = { method: "PUT", target: "/v1/drafts/7?a=1", body: '{"title":"Shop"}' };
  const nonce = "0123456789abcdef0123";
  const signature = await wallet.signTypedData({
    domain: { name, version: "1", chainId },
    types: REQUEST_TYPES,
    primaryType: "Request",
    message: {
      audience,
      method: request.method,
      target: request.target,
      bodyHash: keccak256(toHex(request.body)),
      nonce,
      deadline: BigInt(deadline),
    },
  });
  return {
    ...request,
    headers: {
      "x-wallet-address": wallet.address,
      "x-signature": signature,
      "x-nonce": nonce,
      "x-deadline": String(deadline),
    },
  };
}

const asRequest = ({ method, target, body, headers }: Sent): SignedRequest => ({
  method,
  target,
  body: new TextEncoder().encode(body),
  header: (name) => headers[name],
});

/** Code of the refusal; undefined when the request was accepted. */
async function refusal(sent: Sent): Promise<string | undefined> {
  try {
    await checkSignature(deps, asRequest(sent));
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const without = (sent: Sent, name: string): Sent => {
  const { [name]: _, ...headers } = sent.headers;
  return { ...sent, headers };
};
const withHeader = (sent: Sent, name: string, value: string): Sent => ({
  ...sent,
  headers: { ...sent.headers, [name]: value },
});

describe("a signed request", () => {
  test("is accepted as it was signed, and has five ways to be refused with a code of its own [1.13, 1.14, 1.36]", async () => {
    const good = await sign();
    expect(await refusal(good)).toBeUndefined();
    expect(await refusal(without(good, "x-nonce"))).toBe("MALFORMED_SIGNATURE");
    expect(await refusal(withHeader(good, "x-signature", "0x12zz"))).toBe("MALFORMED_SIGNATURE");
    expect(await refusal(withHeader(good, "x-deadline", String(NOW - 1)))).toBe(
      "EXPIRED_SIGNATURE",
    );
    expect(await refusal({ ...good, method: "DELETE" })).toBe("INVALID_SIGNATURE");
    expect(await refusal(await sign({ deadline: NOW + 3_600 }))).toBe("EXPIRED_SIGNATURE");
    expect(await refusal(await sign({ deadline: NOW }))).toBe("EXPIRED_SIGNATURE");
    expect(await refusal(await sign({ chainId: 1 }))).toBe("INVALID_SIGNATURE");
    expect(await refusal(await sign({ audience: "another" }))).toBe("INVALID_SIGNATURE");
    expect(await refusal(await sign({ name: "Another API" }))).toBe("INVALID_SIGNATURE");
  });

  test("is refused after any change, of which none in thousands is accepted [1.66] (AU-2)", async () => {
    const good = await sign();
    const signature = good.headers["x-signature"] as `0x${string}`;
    const mirrored = mirror(signature);
    const otherText = (text: string) =>
      fc.string({ maxLength: 40, unit: "grapheme-ascii" }).filter((other) => other !== text);
    const mutation: fc.Arbitrary<Sent> = fc.oneof(
      {
        arbitrary: flips(signature).map((flipped) => withHeader(good, "x-signature", flipped)),
        weight: 3,
      },
      { arbitrary: fc.constant(withHeader(good, "x-signature", mirrored)), weight: 1 },
      {
        arbitrary: fc.integer({ min: 0, max: 255 }).map((v) => {
          const last = v.toString(16).padStart(2, "0");
          const changed = `${signature.slice(0, -2)}${last}`;
          return withHeader(
            good,
            "x-signature",
            changed === signature ? `${signature}00` : changed,
          );
        }),
        weight: 2,
      },
      {
        arbitrary: fc
          .uint8Array({ minLength: 1, maxLength: 70 })
          .map((bytes) => withHeader(good, "x-signature", `${signature}${toHex(bytes).slice(2)}`)),
        weight: 2,
      },
      {
        arbitrary: otherText(good.target).map((target) => ({ ...good, target: `/v1/${target}` })),
        weight: 1,
      },
      { arbitrary: otherText(good.body).map((body) => ({ ...good, body })), weight: 1 },
      {
        arbitrary: fc
          .constantFrom("GET", "POST", "put", "DELETE")
          .map((method) => ({ ...good, method })),
        weight: 1,
      },
      {
        arbitrary: fc
          .integer({ min: NOW - 10_000, max: NOW + 10_000 })
          .filter((deadline) => deadline !== NOW + 120)
          .map((deadline) => withHeader(good, "x-deadline", String(deadline))),
        weight: 2,
      },
      {
        arbitrary: fc
          .stringMatching(/^[\w-]{16,64}$/)
          .filter((nonce) => nonce !== good.headers["x-nonce"])
          .map((nonce) => withHeader(good, "x-nonce", nonce)),
        weight: 1,
      },
      {
        arbitrary: fc
          .uint8Array({ minLength: 20, maxLength: 20 })
          .map((bytes) => withHeader(good, "x-wallet-address", toHex(bytes))),
        weight: 1,
      },
      {
        arbitrary: fc
          .integer({ min: NOW - 400, max: NOW + 400 })
          .map((at) => withHeader(good, "x-timestamp", String(at * 1_000))),
        weight: 1,
      },
    );
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(mutation, async (sent) => {
        expect(await refusal(sent)).toBeDefined();
        refused += 1;
      }),
      { numRuns: TRIES, endOnFailure: true },
    );
    expect(refused).toBe(TRIES);
  }, 120_000);

  test("by headers is bound to its time and address [1.13]", async () => {
    const signAt = async (at: number): Promise<Sent> => ({
      method: "GET",
      target: "/v1/account",
      body: "",
      headers: {
        "x-wallet-address": wallet.address,
        "x-timestamp": String(at),
        "x-signature": await wallet.signMessage({
          message: `Valyra API Request:${at}:/v1/account`,
        }),
      },
    });
    const good = await signAt(NOW * 1_000 - 60_000);
    expect(await refusal(good)).toBeUndefined();
    expect(await refusal({ ...good, target: "/v1/keys" })).toBe("INVALID_SIGNATURE");
    expect(await refusal(await signAt(NOW * 1_000 - 300_001))).toBe("EXPIRED_SIGNATURE");
    expect(await refusal(await signAt(NOW * 1_000 + 60_000))).toBe("EXPIRED_SIGNATURE");
    // The scheme of an older service counted seconds.
    expect(await refusal(await signAt(NOW))).toBe("MALFORMED_SIGNATURE");
  });
});

/** One bit of the 65 bytes is another. */
const flips = (signature: string) =>
  fc.integer({ min: 0, max: 65 * 8 - 1 }).map((bit) => {
    const at = 2 + Math.floor(bit / 4);
    const digit = (Number.parseInt(signature[at] ?? "0", 16) ^ (1 << (bit % 4))).toString(16);
    return `${signature.slice(0, at)}${digit}${signature.slice(at + 1)}`;
  });

/** The other signature that says the same. */
function mirror(signature: string): string {
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
  const s = order - BigInt(`0x${signature.slice(66, 130)}`);
  const v = signature.endsWith("1b") ? "1c" : "1b";
  return `${signature.slice(0, 66)}${s.toString(16).padStart(64, "0")}${v}`;
}
