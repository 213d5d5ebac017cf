import type { Kysely, Transaction } from "kysely";
import { getAddress, type Hex, hashMessage } from "viem";
import {
  createSiweMessage,
  generateSiweNonce,
  parseSiweMessage,
  validateSiweMessage,
} from "viem/siwe";
import type { WallClock } from "../clock.ts";
import type { IdentityTables } from "../db/identity.tables.ts";
import { DomainError } from "../errors.ts";
import type { WalletAddress } from "./caller.ts";
import { type IdentitySettings, LIFETIMES } from "./settings.ts";
import type { SignatureVerifier, WalletProof } from "./verify-signature.ts";

/** Longer than any wallet shows to its owner. */
const MAX_MESSAGE_CHARS = 4_096;

/** What a wallet said by signing. */
export type SignedMessage = { message: string; signature: string };

/** A message that is good for one sign-in or one link, and is not used up yet. */
export type CheckedMessage = {
  address: WalletAddress;
  nonce: string;
  proof: WalletProof;
  digest: Hex;
  signature: Hex;
};

type Purpose = { purpose: "sign_in" } | { purpose: "link"; accountId: string };

type Begin = Purpose & {
  /** Of the page that asks; the first that is allowed unless given. */
  origin?: string | undefined;
};

/** What the owner of a wallet reads before he signs. */
const STATEMENTS = {
  sign_in: "Sign in to Valyra. This moves no money.",
  link: "Link this wallet to your Valyra account. This moves no money.",
} as const;

export type WalletSignInDeps = {
  db: Kysely<IdentityTables>;
  settings: Pick<IdentitySettings, "origins" | "chainId">;
  verify: SignatureVerifier;
  now: WallClock;
};

/** Signing in with Ethereum (EIP-4361): issues nonces, checks messages, and uses nonces up. */
export function createWalletSignIn({ db, settings, verify, now }: WalletSignInDeps) {
  const origins = new Map(settings.origins.map((origin) => [new URL(origin).host, origin]));

  /** @throws DomainError INVALID_SIGNATURE or EXPIRED_SIGNATURE, with what is wrong of it */
  function readMessage(message: string) {
    if (message.length > MAX_MESSAGE_CHARS) throw refused("The message is too long.");
    const parsed = parseSiweMessage(message);
    const { address, domain, uri, chainId, nonce, version, issuedAt } = parsed;
    const origin = domain === undefined ? undefined : origins.get(domain);
    if (version !== "1" || address === undefined || nonce === undefined) {
      throw refused("The message is no sign-in message (EIP-4361).");
    }
    if (origin === undefined) throw refused("The message is for another domain.");
    if (uri === undefined || URL.parse(uri)?.origin !== origin) {
      throw refused("The message names another URI.");
    }
    if (chainId !== settings.chainId) throw refused("The message is for another chain.");
    const time = now();
    const age = time.getTime() - (issuedAt?.getTime() ?? Number.NaN);
    const isOfNow = age >= -LIFETIMES.clockSkew * 1_000 && age <= LIFETIMES.nonce * 1_000;
    if (!isOfNow || !validateSiweMessage({ message: parsed, time })) {
      throw new DomainError("EXPIRED_SIGNATURE", "The message is out of its time.");
    }
    return { address: address.toLowerCase() as WalletAddress, nonce };
  }

  return {
    /**
     * A nonce for one wallet, good once and for five minutes, and a message with it.
     *
     * @throws DomainError INVALID_REQUEST for a page of an origin that is not allowed
     */
    async begin(address: WalletAddress, { origin = settings.origins[0], ...purpose }: Begin) {
      if (origin === undefined || !settings.origins.includes(origin)) {
        throw new DomainError("INVALID_REQUEST", "Pages of this origin cannot ask to sign in.");
      }
      const nonce = generateSiweNonce().slice(0, 32);
      const issuedAt = now();
      const expiresAt = new Date(issuedAt.getTime() + LIFETIMES.nonce * 1_000);
      const accountId = purpose.purpose === "link" ? purpose.accountId : null;
      await db.deleteFrom("signInNonce").where("expiresAt", "<", issuedAt).execute();
      await db
        .insertInto("signInNonce")
        .values({ nonce, purpose: purpose.purpose, address, accountId, expiresAt })
        .execute();
      const message = createSiweMessage({
        address: getAddress(address),
        chainId: settings.chainId,
        domain: new URL(origin).host,
        uri: origin,
        ...{ nonce, issuedAt, expirationTime: expiresAt, version: "1" },
        statement: STATEMENTS[purpose.purpose],
      });
      return { nonce, message, expiresAt };
    },

    /**
     * Checks everything about a message but that it is used once.
     *
     * @throws DomainError INVALID_SIGNATURE, EXPIRED_SIGNATURE or REPLAYED_SIGNATURE
     */
    async check({ message, signature }: SignedMessage, purpose: Purpose): Promise<CheckedMessage> {
      const { address, nonce } = readMessage(message);
      // Asked first, so that nobody makes us ask the chain without having asked us for a nonce.
      const issued = await nonceQuery(db, nonce, address, purpose, now()).executeTakeFirst();
      if (issued === undefined) throw usedUp();
      const digest = hashMessage(message);
      const proof = await verify(address, digest, signature);
      if (proof === undefined) throw refused("The wallet did not sign this message.");
      return { address, nonce, proof, digest, signature: signature.toLowerCase() as Hex };
    },

    /**
     * Uses a nonce up within the transaction of what it was good for; of any number at once one wins.
     *
     * @throws DomainError REPLAYED_SIGNATURE
     */
    async use(trx: Transaction<IdentityTables>, { nonce }: CheckedMessage): Promise<void> {
      const { numDeletedRows } = await trx
        .deleteFrom("signInNonce")
        .where("nonce", "=", nonce)
        .where("expiresAt", ">", now())
        .executeTakeFirst();
      if (numDeletedRows !== 1n) throw usedUp();
    },
  };
}

function nonceQuery(
  db: Kysely<IdentityTables>,
  nonce: string,
  address: WalletAddress,
  purpose: Purpose,
  now: Date,
) {
  return db
    .selectFrom("signInNonce")
    .select("nonce")
    .where("nonce", "=", nonce)
    .where("address", "=", address)
    .where("purpose", "=", purpose.purpose)
    .where(
      "accountId",
      "is not distinct from",
      purpose.purpose === "link" ? purpose.accountId : null,
    )
    .where("expiresAt", ">", now);
}

const refused = (detail: string) => new DomainError("INVALID_SIGNATURE", detail);
const usedUp = () =>
  new DomainError("REPLAYED_SIGNATURE", "The nonce was not issued for this, or is used up.");

export type WalletSignIn = ReturnType<typeof createWalletSignIn>;
