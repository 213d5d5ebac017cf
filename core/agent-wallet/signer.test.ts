import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  hexToBigInt,
  keccak256,
  parseTransaction,
  recoverTransactionAddress,
  serializeTransaction,
} from "viem";
import { generatePrivateKey, mnemonicToAccount, privateKeyToAccount, sign } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AgentKeyError, kmsSigner, openSigner } from "./signer.ts";

const LIVE = generatePrivateKey();
const NO_KEY = { key: undefined, keyFile: undefined };

/** Key of an account of the phrase that anvil starts with. */
function publishedKey(index: number): `0x${string}` {
  const phrase = `${"test ".repeat(11)}junk`;
  const { privateKey } = mnemonicToAccount(phrase, { addressIndex: index }).getHdKey();
  return `0x${Buffer.from(privateKey ?? []).toString("hex")}`;
}

const transaction = {
  type: "eip1559",
  chainId: 31_337,
  nonce: 7,
  to: `0x${"11".repeat(20)}`,
  data: "0x1234",
  gas: 100_000n,
  maxFeePerGas: 9n,
  maxPriorityFeePerGas: 1n,
} as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "valyra-key-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("which keys sign where", () => {
  test("a live key is refused outside production, and nothing repeats it [5.152]", () => {
    const settings = { ...NO_KEY, key: LIVE, isProduction: false };
    const failure = errorOf(() => openSigner(settings));
    expect(failure).toBeInstanceOf(AgentKeyError);
    expect(failure.message).toContain("VALYRA_STAGE=production");
    expect(`${failure.message} ${failure.stack}`).not.toContain(LIVE.slice(2, 20));
    expect(openSigner({ ...settings, isProduction: true })?.address).toBe(
      privateKeyToAccount(LIVE).address.toLowerCase(),
    );
  });

  test("keys that anybody knows are refused in production [5.152]", () => {
    const weak = [publishedKey(0), publishedKey(200), `0x${"ab".repeat(32)}`] as const;
    for (const key of [...weak, `0x${"0".repeat(63)}5`] as const) {
      expect(() => openSigner({ ...NO_KEY, key, isProduction: true })).toThrow("published");
      expect(openSigner({ ...NO_KEY, key, isProduction: false })).toBeDefined();
    }
  });

  test("without a key there is no signer; one that is none is refused without repeating it", () => {
    expect(openSigner({ ...NO_KEY, isProduction: false })).toBeUndefined();
    const wrong = ["0x1234", `0x${"f".repeat(64)}`, `${LIVE.slice(0, -1)}g`] as const;
    for (const key of wrong) {
      const failure = errorOf(() => openSigner({ ...NO_KEY, key, isProduction: true }));
      expect(failure).toBeInstanceOf(AgentKeyError);
      expect(failure.message).not.toContain(key);
    }
  });

  test("a key file that others can read is refused", async () => {
    const keyFile = join(folder, "key");
    await writeFile(keyFile, `${publishedKey(1)}\n`, { mode: 0o600 });
    const settings = { key: undefined, keyFile, isProduction: false };
    expect(openSigner(settings)?.address).toBe("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    await chmod(keyFile, 0o640);
    expect(() => openSigner(settings)).toThrow("chmod 600");
    expect(() => openSigner({ ...settings, keyFile: `${keyFile}-away` })).toThrow("cannot be read");
    expect(() => openSigner({ ...settings, key: LIVE })).toThrow("both set");
  });
});

describe("a key service", () => {
  const { address } = privateKeyToAccount(LIVE);
  const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

  async function digestSigner(digest: `0x${string}`, isMirrored: boolean) {
    const { r, s } = await sign({ hash: digest, privateKey: LIVE });
    return { r: hexToBigInt(r), s: isMirrored ? ORDER - hexToBigInt(s) : hexToBigInt(s) };
  }

  test.each([false, true])(
    "signs transactions that the chain takes (mirrored: %s)",
    async (isMirrored) => {
      const signer = kmsSigner({
        address,
        signDigest: (digest) => digestSigner(digest, isMirrored),
      });
      const raw = await signer.signTransaction(transaction);
      expect(
        await recoverTransactionAddress({ serializedTransaction: raw as `0x02${string}` }),
      ).toBe(address);
      const { s = "0x", nonce, to } = parseTransaction(raw);
      expect(hexToBigInt(s)).toBeLessThanOrEqual(ORDER / 2n);
      expect({ nonce, to }).toEqual({ nonce: 7, to: transaction.to });
      expect(keccak256(raw)).not.toBe(keccak256(serializeTransaction(transaction)));
    },
  );

  test("that signs with another key is refused", async () => {
    const other = privateKeyToAccount(generatePrivateKey()).address;
    const signer = kmsSigner({
      address: other,
      signDigest: (digest) => digestSigner(digest, false),
    });
    await expect(signer.signTransaction(transaction)).rejects.toThrow("another key");
  });
});

function errorOf(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing was thrown");
}
