/** A transfer that no event of its holder has claimed yet. */
export type OpenMovement = {
  /** Position of the `Transfer` within its block. */
  logIndex: bigint;
  from: `0x${string}`;
  to: `0x${string}`;
  /** Base units moved. */
  amountUnits: bigint;
};

/**
 * Open movements as the text of `token_balance.open_movements`: one a line, its parts apart by
 * spaces. A text, as a JSON column would have the store clone every row of its table on every use.
 */
export function openMovementsText(movements: readonly OpenMovement[]): string {
  return movements
    .map(({ logIndex, from, to, amountUnits }) => `${logIndex} ${from} ${to} ${amountUnits}`)
    .join("\n");
}

/** Reads `openMovementsText` back. */
export function toOpenMovements(text: string): OpenMovement[] {
  if (text === "") return [];
  return text.split("\n").map((line) => {
    const [logIndex = "", from, to, amountUnits = ""] = line.split(" ");
    return {
      logIndex: BigInt(logIndex),
      // Written by openMovementsText from addresses.
      from: from as `0x${string}`,
      to: to as `0x${string}`,
      amountUnits: BigInt(amountUnits),
    };
  });
}
