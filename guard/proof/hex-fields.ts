import { Unprovable } from "./verdict.ts";

/** Hex digits without `0x`, two for each byte: the form in which proofs handle bytes. */
export type Digits = string;

const DATA = /^0x(?:[0-9a-f]{2})*$/;
const QUANTITY = /^0x(?:0|[1-9a-f][0-9a-f]*)$/;
const LEADING_ZEROS = /^0x0*/;
const SCALAR = /^0x[0-9a-f]{1,64}$/;

/**
 * The bytes of a field, `size` of them where it is given. Only lower case passes, as every node sends
 * it: whoever compares texts later must not meet two spellings of one value. Field and owner come
 * apart, as putting them together for each field of each receipt costs more than reading it.
 * @param of what has the field, for the reason.
 * @throws Unprovable when the field is missing, is no hex data or has another size.
 */
export function dataDigits(value: unknown, field: string, size?: number, of?: string): Digits {
  if (typeof value !== "string" || !DATA.test(value)) {
    throw new Unprovable(`${called(field, of)} is not hex data in lower case`);
  }
  if (size !== undefined && value.length !== 2 + 2 * size) {
    throw new Unprovable(`${called(field, of)} has not ${size} bytes`);
  }
  return value.slice(2);
}

/**
 * The bytes of a number without leading zeros, none for zero, as RLP wants them.
 * @throws Unprovable when the field is missing or is no quantity (`0x0`, `0x1f`; never `0x01f`).
 */
export function quantityDigits(value: unknown, field: string, of?: string): Digits {
  if (typeof value !== "string" || !QUANTITY.test(value)) {
    throw new Unprovable(`${called(field, of)} is not a quantity`);
  }
  return value === "0x0" ? "" : evenDigits(value.slice(2));
}

/**
 * Like {@link quantityDigits} for `r` and `s` of a signature, which some nodes fill up to 32 bytes.
 * @throws Unprovable when the field is missing or has more than 32 bytes.
 */
export function scalarDigits(value: unknown, field: string, of?: string): Digits {
  if (typeof value !== "string" || !SCALAR.test(value)) {
    throw new Unprovable(`${called(field, of)} is not a number of up to 32 bytes`);
  }
  return evenDigits(value.replace(LEADING_ZEROS, ""));
}

/** @throws Unprovable when the field is missing or is no quantity below 2^53. */
export function smallNumber(value: unknown, field: string, of?: string): number {
  const digits = quantityDigits(value, field, of);
  const number = digits === "" ? 0 : Number.parseInt(digits, 16);
  if (!Number.isSafeInteger(number)) throw new Unprovable(`${called(field, of)} is too large`);
  return number;
}

/** Bytes of an unsigned integer without leading zeros, none for zero. */
export function integerDigits(value: number | bigint): Digits {
  return value === 0 || value === 0n ? "" : evenDigits(value.toString(16));
}

function called(field: string, of: string | undefined): string {
  return of === undefined ? field : `${field} of ${of}`;
}

function evenDigits(digits: string): Digits {
  return digits.length % 2 === 0 ? digits : `0${digits}`;
}
