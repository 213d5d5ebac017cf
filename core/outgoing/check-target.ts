import { type Resolve, resolveAllowed, resolveBySystem } from "./guarded-connector.ts";
import { DEFAULT_TARGETS, parseTarget, placeOf, type TargetPolicy } from "./target.ts";

/** Looks whether an address may be asked; it is looked at again whenever it is. */
export type CheckTarget = (url: string) => Promise<void>;

/** How targets are judged, and how names are resolved. */
export type CheckTargetOptions = Partial<TargetPolicy> & { resolve?: Resolve | undefined };

/**
 * Makes the check that those have beforehand who name an address: its text, and every address that
 * its name has now.
 *
 * @returns a function that throws OutgoingError for an address that would be refused
 */
export function createTargetCheck({
  resolve = resolveBySystem,
  ...targets
}: CheckTargetOptions = {}): CheckTarget {
  const policy: TargetPolicy = { ...DEFAULT_TARGETS, ...targets };
  return async (url) => {
    const { host, port } = placeOf(parseTarget(url, policy));
    await resolveAllowed(host, port, policy, resolve);
  };
}
