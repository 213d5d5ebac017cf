import { type Hex, toHex } from "viem";
import { mnemonicToAccount } from "viem/accounts";

/** Phrases that development nodes are started with: those of anvil and Hardhat, Ganache and Truffle. */
const PHRASES = [
  "test test test test test test test test test test test junk",
  "myth like bonus scare over problem client lizard pioneer submit female collect",
  "candy maple cake sugar pudding cream honey rich smooth crumble sweet treat",
];

/** Accounts of each phrase; our devnet has 256, and its agent the one after them. */
const ACCOUNTS = 260;

/** Numbers so low that everybody tries them. */
const LOWEST_KEYS = 1_000_000n;

const PARENT = "m/44'/60'/0'/0";

/** Whether anybody knows a private key: an account of a well-known phrase, a tiny number, one byte repeated. */
export function isPublishedKey(key: Hex): boolean {
  const wanted = key.toLowerCase();
  if (BigInt(wanted) < LOWEST_KEYS || /^0x(..)\1{31}$/.test(wanted)) return true;
  return PHRASES.some((phrase) => {
    const parent = mnemonicToAccount(phrase, { path: PARENT }).getHdKey();
    for (let index = 0; index < ACCOUNTS; index += 1) {
      const { privateKey } = parent.deriveChild(index);
      if (privateKey !== null && privateKey !== undefined && toHex(privateKey) === wanted)
        return true;
    }
    return false;
  });
}
