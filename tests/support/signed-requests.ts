import fc from "fast-check";
import { keccak256, type LocalAccount, toHex } from "viem";
import { REQUEST_TYPES } from "../../core/identity/signed-request.ts";

/** Everything that a sender decides about a request. */
export type SentRequest = {
  method: string;
  target: string;
  body: string;
  headers: Record<string, string>;
};

/** What a wallet signs, with the service that it signs for. */
export type Signing = {
  method?: string;
  target?: string;
  body?: string;
  audience?: string;
  chainId?: number;
  /** Name in the domain of the typed data. */
  name?: string;
  nonce?: string;
  /** Unix seconds. */
  deadline: number;
};

/** Signs a request as a client of the service of tests does, unless told otherwise. */
export async function signRequest(wallet: LocalAccount, signing: Signing): Promise<SentRequest> {
  const { method = "PATCH", target = "/v1/account?a=1", body = '{"displayName":"Shop"}' } = signing;
  const { audience = "valyra-test", chainId = 31_337, name = "Valyra API" } = signing;
  const { nonce = "0123456789abcdef0123", deadline } = signing;
  const signature = await wallet.signTypedData({
    domain: { name, version: "1", chainId },
    types: REQUEST_TYPES,
    primaryType: "Request",
    message: {
      ...{ audience, method, target, nonce, deadline: BigInt(deadline) },
      bodyHash: keccak256(toHex(body)),
    },
  });
  return {
    ...{ method, target, body },
    headers: {
      "x-wallet-address": wallet.address,
      "x-signature": signature,
      "x-nonce": nonce,
      "x-deadline": String(deadline),
    },
  };
}

export const withHeader = (sent: SentRequest, name: string, value: string): SentRequest => ({
  ...sent,
  headers: { ...sent.headers, [name]: value },
});

/** Private addresses that are not the one that was signed. */
const OTHER_TARGETS = [
  ...["/v1/account", "/v1/account?a=2", "/v1/account?a=1&a=1", "/v1/account?A=1", "/v1/account?"],
  ...["/v1/keys", "/v1/drafts?limit=1", "/v1/account/sessions", "/v1/uploads", "/v1/webhooks"],
];

const OTHER_METHODS = ["GET", "POST", "PUT", "DELETE"];

/**
 * Ways to make another request out of one that a wallet signed, or to sign what is no request to this
 * service now (issue 5, check AU-2). None of them may be accepted.
 *
 * @param nowSeconds unix seconds at which they are tried
 */
export async function forgeries(
  wallet: LocalAccount,
  nowSeconds: number,
): Promise<Record<string, fc.Arbitrary<SentRequest>>> {
  const good = await signRequest(wallet, { deadline: nowSeconds + 120 });
  const signature = good.headers["x-signature"] as string;
  const signed = (text: string) => withHeader(good, "x-signature", text);
  const bytes = (minLength: number, maxLength: number) =>
    fc.uint8Array({ minLength, maxLength }).map((some) => toHex(some).slice(2));
  /** Signing is slow: a few are signed, and drawn from. */
  const drawn = async (signings: Partial<Signing>[]) =>
    fc.constantFrom(
      ...(await Promise.all(
        signings.map((more) => signRequest(wallet, { deadline: nowSeconds + 120, ...more })),
      )),
    );
  const at = (seconds: number[]) => seconds.map((more) => ({ deadline: nowSeconds + more }));
  return {
    "a bit of the signature is another": fc
      .integer({ min: 0, max: 65 * 8 - 1 })
      .map((bit) => signed(flip(signature, bit))),
    "the malleable s": fc
      .constantFrom("1b", "1c", "00", "01", "")
      .map((v) => signed(`${mirror(signature)}${v}`)),
    "another v": fc
      .integer({ min: 0, max: 255 })
      .map((v) => `${signature.slice(0, -2)}${v.toString(16).padStart(2, "0")}`)
      .filter((changed) => changed !== signature)
      .map(signed),
    "bytes after the signature": bytes(1, 70).map((more) => signed(`${signature}${more}`)),
    "a signature of noise": bytes(63, 66).map((noise) => signed(`0x${noise}`)),
    "another chain": await drawn([1, 8_453, 84_532, 10, 0].map((chainId) => ({ chainId }))),
    "another domain": await drawn([
      ...["Valyra", "valyra api", "Valyra API ", ""].map((name) => ({ name })),
      ...["valyra", "VALYRA-TEST", "valyra-test.example", ""].map((audience) => ({ audience })),
    ]),
    "past its time": await drawn(at([0, -1, -60, -86_400, -600_000])),
    "too far in the future": await drawn(at([361, 600, 3_600, 86_400, 8_000_000])),
    "another deadline": fc
      .integer({ min: nowSeconds - 10_000, max: nowSeconds + 10_000 })
      .filter((deadline) => deadline !== nowSeconds + 120)
      .map((deadline) => withHeader(good, "x-deadline", String(deadline))),
    "another nonce": fc
      .stringMatching(/^[\w-]{16,64}$/)
      .filter((nonce) => nonce !== good.headers["x-nonce"])
      .map((nonce) => withHeader(good, "x-nonce", nonce)),
    "another path or query": fc.constantFrom(...OTHER_TARGETS).map((target) => ({
      ...good,
      target,
    })),
    "another body": fc
      .string({ maxLength: 40 })
      .map((text) => ({ ...good, body: JSON.stringify({ displayName: `Shop ${text}` }) })),
    "another method": fc.constantFrom(...OTHER_METHODS).map((method) => ({ ...good, method })),
    "another wallet": fc
      .uint8Array({ minLength: 20, maxLength: 20 })
      .map((some) => withHeader(good, "x-wallet-address", toHex(some))),
    "the other scheme": fc
      .integer({ min: nowSeconds - 400, max: nowSeconds + 400 })
      .map((seconds) => withHeader(good, "x-timestamp", String(seconds * 1_000))),
  };
}

function flip(signature: string, bit: number): string {
  const at = 2 + Math.floor(bit / 4);
  const digit = (Number.parseInt(signature[at] ?? "0", 16) ^ (1 << (bit % 4))).toString(16);
  return `${signature.slice(0, at)}${digit}${signature.slice(at + 1)}`;
}

/** The other signature that says the same, without its v. */
function mirror(signature: string): string {
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
  const s = order - BigInt(`0x${signature.slice(66, 130)}`);
  return `${signature.slice(0, 66)}${s.toString(16).padStart(64, "0")}`;
}
