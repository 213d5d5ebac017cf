import { hash, verify } from "@node-rs/argon2";
import { bcryptVerify } from "hash-wasm";

/** argon2id is 2 in the library, whose names for it exist as types only. */
const ARGON2ID = 2;

/** What OWASP asks of argon2id: 19 MiB, two passes, one lane. Runs in a thread of the library. */
const PARAMETERS = {
  algorithm: ARGON2ID,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

const BCRYPT = /^\$2[aby]\$(\d\d)\$/;

/** Costs of imported hashes: fewer rounds are guessed too fast, more would hold up everybody. */
const BCRYPT_COSTS = { least: 10, most: 14 };

/** Hashes a password for storage (req 3.62). */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

/** What is compared where there is no password, so that nobody can tell by the time it takes. */
let nobody: Promise<string> | undefined;

/**
 * Whether a password is the one that was hashed, and whether to hash it anew: imported bcrypt hashes
 * are upgraded when their owner logs in (issue 5, req 5.138).
 *
 * @param stored undefined where there is no such account; as much is worked all the same
 */
export async function checkPassword(
  stored: string | undefined,
  password: string,
): Promise<{ isRight: boolean; isOutdated: boolean }> {
  if (stored === undefined) {
    nobody ??= hashPassword(crypto.randomUUID());
    await verify(await nobody, password);
    return { isRight: false, isOutdated: false };
  }
  const cost = BCRYPT.exec(stored)?.[1];
  if (cost === undefined) return { isRight: await verify(stored, password), isOutdated: false };
  const { least, most } = BCRYPT_COSTS;
  const isUsable = Number(cost) >= least && Number(cost) <= most;
  const isRight = isUsable && (await bcryptVerify({ password, hash: stored }));
  return { isRight, isOutdated: true };
}
