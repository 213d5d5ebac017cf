const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits between attempts, about three days together, as Standard Webhooks proposes them. */
const WAITS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** Part of a wait by which it is longer or shorter, so that endpoints of one server do not come together. */
const JITTER = 0.2;

/**
 * How long to wait after so many failures in a row, milliseconds; undefined when it was tried for
 * about three days and nothing got through.
 *
 * @param random from 0 to 1
 */
export function webhookWaitMs(failures: number, random: number): number | undefined {
  const wait = WAITS[failures - 1];
  return wait === undefined ? undefined : Math.round(wait * (1 - JITTER + 2 * JITTER * random));
}
