import { keccak256 } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { openAppWrites } from "../core/db/app-writes.ts";
import { createIdentity } from "../core/identity/identity.ts";
import { REQUEST_TYPES, type SignedRequest } from "../core/identity/signed-request.ts";
import { AUTH } from "../tests/integration/support/api.ts";
import { createPublishedDatabase } from "../tests/integration/support/market.ts";
import { startPostgres } from "../tests/support/postgres.ts";
import { describeMachine, describeMoment } from "./machine.ts";
import { median, percentile } from "./statistics.ts";

/** What issue 5 allows a session, and the signature of a key, to add to a request, milliseconds at p95. */
const MOST_MS = { session: 10, signature: 25 } as const;

const WARM_UP = 50;
const ORIGIN = { requestId: "bench", client: undefined, userAgent: "bench" };

/** Options of the benchmark; requests are counted for each line. */
export type IdentityBenchOptions = { requests: number; say: (line: string) => void };

/**
 * Prints what finding out who asks adds to a request: the whole of it, both queries of a session, and
 * of a signature its recovery, its nonce and the account. Returns whether both stay under their limits
 * with one request at a time, and prints eight at a time beside it.
 */
export async function benchIdentity({ requests, say }: IdentityBenchOptions): Promise<boolean> {
  say(`identity: ${describeMoment()}; ${describeMachine()}`);
  const postgres = await startPostgres({ fsync: true });
  const { api } = await createPublishedDatabase(postgres.url);
  const writes = openAppWrites(api, {
    ...{ max: 5, processName: "bench_identity", onIdleError: () => undefined },
  });
  const identity = createIdentity({
    ...{ db: writes.identity, settings: AUTH, rpc: undefined },
    ...{ now: () => new Date(), sendMail: () => undefined },
  });
  const wallet = privateKeyToAccount(generatePrivateKey());
  try {
    const begun = await identity.walletSignIn.begin(wallet.address.toLowerCase() as `0x${string}`, {
      purpose: "sign_in",
    });
    const signature = await wallet.signMessage({ message: begun.message });
    const { accessToken } = await identity.signIn({ message: begun.message, signature }, ORIGIN);
    const signed = await Promise.all(
      Array.from({ length: 2 * (requests + WARM_UP) }, () => signRequest(wallet)),
    );
    const bySession = () => identity.bySession(accessToken);
    const bySignature = () => identity.bySignature(signed.pop() as SignedRequest);
    let isGood = true;
    for (const [name, find] of [
      ["session", bySession],
      ["signature", bySignature],
    ] as const) {
      for (const atOnce of [1, 8]) {
        const times = await timesOf(find, requests, atOnce);
        const p95 = percentile(times, 0.95);
        if (atOnce === 1) isGood &&= p95 < MOST_MS[name];
        say(
          `  ${name.padEnd(9)} ${atOnce} at once: median ${median(times).toFixed(2)} ms, p95 ${p95.toFixed(2)} ms (under ${MOST_MS[name]} ms, one at a time)`,
        );
      }
    }
    return isGood;
  } finally {
    await writes.close();
    await postgres.stop();
  }
}

/** Milliseconds of each call, so many at a time, after some that are not counted. */
async function timesOf(
  find: () => Promise<unknown>,
  requests: number,
  atOnce: number,
): Promise<number[]> {
  const times: number[] = [];
  let left = requests + (atOnce === 1 ? WARM_UP : 0);
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left > 0) {
        left -= 1;
        const startedAt = performance.now();
        await find();
        times.push(performance.now() - startedAt);
      }
    }),
  );
  return atOnce === 1 ? times.slice(WARM_UP) : times;
}

/** A read with the typed data of a wallet, as a frontend sends it. */
async function signRequest(wallet: ReturnType<typeof privateKeyToAccount>): Promise<SignedRequest> {
  const [method, target, body] = ["GET", "/v1/account", new Uint8Array()];
  const nonce = crypto.randomUUID();
  const deadline = BigInt(Math.floor(Date.now() / 1_000) + 290);
  const signature = await wallet.signTypedData({
    domain: { name: "Valyra API", version: "1", chainId: AUTH.chainId },
    types: REQUEST_TYPES,
    primaryType: "Request",
    message: {
      audience: AUTH.audience,
      method,
      target,
      bodyHash: keccak256(body),
      nonce,
      deadline,
    },
  });
  const headers: Record<string, string> = {
    "x-wallet-address": wallet.address,
    "x-nonce": nonce,
    "x-deadline": String(deadline),
    "x-signature": signature,
  };
  return { method, target, body, header: (name) => headers[name] };
}
