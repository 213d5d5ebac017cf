/** What an entitlement is worth at one point of chain time (domain C.2). */
export type Access = "granted" | "no_balance" | "expired";

/** Whether a kind of entitlement has run out for all of its holders; 0 means never. */
export function isAccessExpired(expiresAt: bigint, now: bigint): boolean {
  return expiresAt !== 0n && now > expiresAt;
}

/** Access is a positive balance of a kind that has not run out, as `hasAccess` of the contract. */
export function accessOf(held: { balance: bigint; expiresAt: bigint }, now: bigint): Access {
  if (held.balance === 0n) return "no_balance";
  return isAccessExpired(held.expiresAt, now) ? "expired" : "granted";
}
