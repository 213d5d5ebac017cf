import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { type Hex, hashMessage, hashTypedData, keccak256 } from "viem";
import type { WallClock } from "../clock.ts";
import type { IdentityTables } from "../db/identity.tables.ts";
import { DomainError } from "../errors.ts";
import { accountOfWallet } from "./accounts.ts";
import type { WalletAddress, WalletCaller } from "./caller.ts";
import { type IdentitySettings, LIFETIMES } from "./settings.ts";
import type { SignatureVerifier } from "./verify-signature.ts";

/** A request as its sender may have signed it. */
export type SignedRequest = {
  method: string;
  /** Path and query as they were sent. */
  target: string;
  body: Uint8Array;
  /** A header of the request, by its name in lower case. */
  header: (name: string) => string | undefined;
};

/** What a wallet signs: EIP-712, so that it can show its owner what it is asked for. */
export const REQUEST_TYPES = {
  Request: [
    { name: "audience", type: "string" },
    { name: "method", type: "string" },
    { name: "target", type: "string" },
    { name: "bodyHash", type: "bytes32" },
    { name: "nonce", type: "string" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
const NONCE = /^[\w-]{16,64}$/;
const SECONDS = /^\d{10}$/;
const MILLISECONDS = /^\d{13}$/;
const SIGNATURE = /^0x([0-9a-fA-F]{2}){1,8192}$/;

/** What was signed, when it ends to be good, and what tells it from others of the wallet. */
type Claim = { digest: Hex; expiresAt: Date; nonce: string; scheme: WalletCaller["scheme"] };

/** The hash that a wallet signs for a request. */
export function requestDigest(
  { audience, chainId }: Pick<IdentitySettings, "audience" | "chainId">,
  { method, target, body }: Pick<SignedRequest, "method" | "target" | "body">,
  { nonce, deadline }: { nonce: string; deadline: bigint },
): Hex {
  return hashTypedData({
    domain: { name: "Valyra API", version: "1", chainId },
    types: REQUEST_TYPES,
    primaryType: "Request",
    message: { audience, method, target, bodyHash: keccak256(body), nonce, deadline },
  });
}

export type SignedRequestDeps = {
  db: Kysely<IdentityTables>;
  settings: Pick<IdentitySettings, "audience" | "chainId">;
  verify: SignatureVerifier;
  now: WallClock;
};

/**
 * Finds out who signed a request: typed data that binds method, address, body, chain and service, or
 * the header scheme of domain.md B.6, which binds time and address alone. Both are good for five
 * minutes at most, and once.
 *
 * @throws DomainError MALFORMED_SIGNATURE, INVALID_SIGNATURE, EXPIRED_SIGNATURE or REPLAYED_SIGNATURE
 */
export function createSignedRequests({ db, ...check }: SignedRequestDeps) {
  return async (request: SignedRequest): Promise<WalletCaller> => {
    const { wallet, proof, claim } = await checkSignature(check, request);
    await useOnce(db, { wallet, nonce: claim.nonce, expiresAt: claim.expiresAt }, check.now());
    const { chainId } = check.settings;
    const account = await accountOfWallet(db, { address: wallet, proof, chainId });
    return { kind: "wallet", ...account, wallet, scheme: claim.scheme };
  };
}

/**
 * Checks everything about a signed request but that it is used once.
 *
 * @throws DomainError MALFORMED_SIGNATURE, INVALID_SIGNATURE or EXPIRED_SIGNATURE
 */
export async function checkSignature(
  { settings, verify, now }: Omit<SignedRequestDeps, "db">,
  request: SignedRequest,
) {
  const wallet = required(request, "x-wallet-address", ADDRESS).toLowerCase() as WalletAddress;
  const signature = required(request, "x-signature", SIGNATURE);
  const claim =
    request.header("x-timestamp") === undefined
      ? readTypedData(settings, request, now())
      : readHeaderScheme(request, now());
  const proof = await verify(wallet, claim.digest, signature);
  if (proof === undefined) {
    throw new DomainError("INVALID_SIGNATURE", "The wallet did not sign this request.");
  }
  return { wallet, proof, claim };
}

function readTypedData(
  settings: SignedRequestDeps["settings"],
  request: SignedRequest,
  now: Date,
): Claim {
  const nonce = required(request, "x-nonce", NONCE);
  const deadline = required(request, "x-deadline", SECONDS);
  const expiresAt = new Date(Number(deadline) * 1_000);
  const secondsLeft = (expiresAt.getTime() - now.getTime()) / 1_000;
  if (secondsLeft <= 0) throw expired("The deadline has passed.");
  if (secondsLeft > LIFETIMES.signedRequest + LIFETIMES.clockSkew) {
    throw expired("The deadline is more than five minutes away.");
  }
  const digest = requestDigest(settings, request, { nonce, deadline: BigInt(deadline) });
  return { digest, expiresAt, nonce, scheme: "typed_data" };
}

function readHeaderScheme(request: SignedRequest, now: Date): Claim {
  const timestamp = required(request, "x-timestamp", MILLISECONDS);
  const age = now.getTime() - Number(timestamp);
  if (age > LIFETIMES.signedRequest * 1_000) throw expired("The time is over five minutes ago.");
  if (age < -LIFETIMES.clockSkew * 1_000) throw expired("The time is yet to come.");
  const message = `Valyra API Request:${timestamp}:${request.target}`;
  // Made of what is signed, not of the signature, which can be written in more than one way.
  const nonce = `header-${createHash("sha256").update(message).digest("hex")}`;
  const expiresAt = new Date(Number(timestamp) + LIFETIMES.signedRequest * 1_000);
  return { digest: hashMessage(message), expiresAt, nonce, scheme: "header" };
}

function required(request: SignedRequest, name: string, pattern: RegExp): string {
  const value = request.header(name);
  if (value === undefined) throw new DomainError("MALFORMED_SIGNATURE", `${name} is missing.`);
  if (!pattern.test(value)) {
    throw new DomainError("MALFORMED_SIGNATURE", `${name} is not what the scheme calls for.`);
  }
  return value;
}

async function useOnce(
  db: Kysely<IdentityTables>,
  used: { wallet: WalletAddress; nonce: string; expiresAt: Date },
  now: Date,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("usedRequest")
    .values(used)
    .onConflict((conflict) => conflict.columns(["wallet", "nonce"]).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) {
    throw new DomainError("REPLAYED_SIGNATURE", "This signature was used already.");
  }
  // Kept for longer than any clock is off, so that no other process takes it for good again.
  const forgotten = new Date(now.getTime() - 2 * LIFETIMES.signedRequest * 1_000);
  await db.deleteFrom("usedRequest").where("expiresAt", "<", forgotten).execute();
}

const expired = (detail: string) => new DomainError("EXPIRED_SIGNATURE", detail);
