import fc from "fast-check";
import { expect, test } from "vitest";
import { openMovementsText, toOpenMovements } from "../../../src/protocol/open-movements.ts";

const address = fc.stringMatching(/^[0-9a-f]{40}$/).map((digits): `0x${string}` => `0x${digits}`);
const movement = fc.record({
  logIndex: fc.bigInt({ min: 0n, max: 2n ** 31n }),
  from: address,
  to: address,
  amountUnits: fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
});

test("open movements are read as they were written, in their order", () => {
  fc.assert(
    fc.property(fc.array(movement), (movements) => {
      expect(toOpenMovements(openMovementsText(movements))).toEqual(movements);
    }),
  );
});

test("texts of two lists joined by a line break are the text of both", () => {
  fc.assert(
    fc.property(movement, movement, (first, second) => {
      const joined = `${openMovementsText([first])}\n${openMovementsText([second])}`;
      expect(joined).toBe(openMovementsText([first, second]));
    }),
  );
});
