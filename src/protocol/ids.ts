/** Where something on chain lives: ids repeat in every deployment (trap 18). */
export type ChainKey = { chainId: number; contract: `0x${string}`; number: bigint };

const PUBLIC_ID = /^(0|[1-9]\d{0,9})-(0x[0-9a-fA-F]{40})-(0|[1-9]\d{0,77})$/;

/** Public id of anything on chain, e.g. `31337-0x5fbd…-0`: the same text in API, jobs and SQL. */
export function publicId(chainId: number, contract: string, number: bigint): string {
  return `${chainId}-${contract.toLowerCase()}-${number}`;
}

/** The parts of a public id in any letter case, or undefined when the text is none. */
export function parsePublicId(text: string): ChainKey | undefined {
  const match = PUBLIC_ID.exec(text);
  if (!match) return undefined;
  const [, chainId, contract, number] = match as unknown as [string, string, string, string];
  return {
    chainId: Number.parseInt(chainId, 10),
    contract: contract.toLowerCase() as `0x${string}`,
    number: BigInt(number),
  };
}
