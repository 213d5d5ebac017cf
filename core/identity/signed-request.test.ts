import fc from "fast-check";
import { keccak256, toHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, test } from "vitest";
import {
  forgeries,
  type SentRequest,
  type Signing,
  signRequest,
  withHeader,
} from "../../tests/support/signed-requests.ts";
import { DomainError } from "../errors.ts";
import { checkSignature, type SignedRequest } from "./signed-request.ts";
import { createSignatureVerifier } from "./verify-signature.ts";

const NOW = 1_772_366_400;
const deps = {
  settings: { audience: "valyra-test", chainId: 31_337 },
  verify: createSignatureVerifier(undefined),
  now: () => new Date(NOW * 1_000),
};
const wallet = privateKeyToAccount(keccak256(toHex("signed-request")));

/** In all, of every kind alike (issue 5). */
const TRIES = 10_000;

const sign = (signing: Partial<Signing> = {}) =>
  signRequest(wallet, { deadline: NOW + 120, ...signing });

const asRequest = ({ method, target, body, headers }: SentRequest): SignedRequest => ({
  method,
  target,
  body: new TextEncoder().encode(body),
  header: (name) => headers[name],
});

/** Code of the refusal; undefined when the request was accepted. */
async function refusal(sent: SentRequest): Promise<string | undefined> {
  try {
    await checkSignature(deps, asRequest(sent));
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const without = (sent: SentRequest, name: string): SentRequest => {
  const { [name]: _, ...headers } = sent.headers;
  return { ...sent, headers };
};

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

  test("is refused after any change of 10,000, of whatever kind (AU-2) [1.66]", async () => {
    const kinds = Object.entries(await forgeries(wallet, NOW));
    let refused = 0;
    for (const [kind, arbitrary] of kinds) {
      for (const sent of fc.sample(arbitrary, Math.ceil(TRIES / kinds.length))) {
        if ((await refusal(sent)) === undefined) {
          throw new Error(`${kind} was accepted: ${JSON.stringify(sent)}`);
        }
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThanOrEqual(TRIES);
  }, 120_000);

  test("by headers is bound to its time and address [1.13]", async () => {
    const signAt = async (at: number): Promise<SentRequest> => ({
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
