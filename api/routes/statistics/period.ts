import { DomainError } from "../../../core/errors.ts";

/** Unix seconds from `from` up to but not including `to`. */
export type Period = { from: bigint; to: bigint };

/**
 * The period that was asked for, as far as it is indexed. An event of the last indexed second still
 * counts; a beginning in the future leaves an empty period.
 *
 * @param lastSecond chain time of the last indexed block
 * @param defaultFrom beginning for a period that ends at the given second
 * @throws DomainError INVALID_REQUEST for a period that cannot be
 */
export function resolvePeriod(
  asked: { from?: bigint | undefined; to?: bigint | undefined },
  lastSecond: bigint,
  defaultFrom: (to: bigint) => bigint,
): Period {
  if (asked.from !== undefined && asked.from < 0n) {
    throw refuse("/query/from", "is before 1970", "Send a later time, or leave it out.");
  }
  if (asked.to !== undefined && asked.to <= (asked.from ?? 0n)) {
    throw refuse("/query/to", "is not after the beginning", "Send a `to` after `from`.");
  }
  const known = lastSecond + 1n;
  const to = asked.to !== undefined && asked.to < known ? asked.to : known;
  const from = asked.from ?? defaultFrom(to);
  return from < to ? { from, to } : { from, to: from };
}

/** A refusal of one parameter. */
export function refuse(pointer: string, message: string, fix: string): DomainError {
  return new DomainError("INVALID_REQUEST", "The request was refused.", {
    mistakes: [{ pointer, message, fix }],
  });
}
