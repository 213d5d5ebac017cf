import type { ContractKind, Generation } from "./states.ts";

/**
 * Functions that a generation has and the one before it lacks, newest first (domain A.0, A.7).
 * Bytecode that pushes the selector has the function. M1 and M2 have the same functions.
 */
const MARKS: Partial<Record<ContractKind, readonly (readonly [Generation, string])[]>> = {
  marketplace: [
    ["M3", "149d2549"], // slashSeller(address,string)
    ["M2", "e2926bde"], // createListing(string,string,uint256,uint8,bytes32,bytes,string)
  ],
  escrow: [
    ["E3", "6a277f74"], // adminReleaseRetainer(uint256)
    ["E2d", "f88aa3c8"], // OFFER_EXPIRY_WINDOW()
    ["E2c", "61cbd494"], // EARNEST_DEPOSIT_BPS()
    ["E2b", "e14af548"], // hasActiveOffer(uint256,address)
    ["E2a", "05b7cdd3"], // makeOffer(uint256,uint256)
    ["E1", "daa17f49"], // marketplaceAddress()
    ["E0", "bbeaf0ad"], // uploadCredentialHash(uint256,bytes32)
  ],
};

/**
 * Generation of a contract after an upgrade, read off its bytecode.
 * @param code runtime bytecode of the implementation as hex
 * @param current generation before the upgrade; kept where the code does not say otherwise
 */
export function generationOfCode(
  kind: ContractKind,
  code: string | undefined,
  current: Generation,
): Generation {
  const found = MARKS[kind]?.find(([, selector]) => code?.includes(`63${selector}`))?.[0];
  if (!found) return current;
  return found === "M2" && current === "M1" ? "M1" : found;
}

/** Whether the escrow generation knows offers with earnest money. */
export function hasOffers(generation: Generation): boolean {
  return generation.startsWith("E2") || generation === "E3";
}

/** Whether offers of the generation expire (domain A.8: E2d and E3). */
export function offersExpire(generation: Generation): boolean {
  return generation === "E2d" || generation === "E3";
}
