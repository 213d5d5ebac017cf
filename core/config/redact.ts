import { VARIABLES } from "./environment.ts";
import type { VariableDoc } from "./variables/variable-doc.ts";

const HIDDEN = "[hidden]";

/** The only form in which settings may be logged: secrets are replaced, URLs lose credentials. */
export function redactConfig(config: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const docs: Record<string, VariableDoc | undefined> = VARIABLES;
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => {
      if (docs[name]?.isSecret !== true || value === undefined) return [name, value];
      // What was parsed into something else than text holds the secret all the same.
      const isAddress = typeof value === "string" && URL.canParse(value);
      return [name, isAddress ? redactUrl(value) : HIDDEN];
    }),
  );
}

/** Scheme, user, host and path of an address: no password, and no query, which may hold a key. */
export function redactUrl(address: string): string {
  const url = new URL(address);
  if (url.password !== "") url.password = "hidden";
  url.search = "";
  url.hash = "";
  return url.href;
}
