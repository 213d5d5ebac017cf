import type { ApiContext } from "./env.ts";

/**
 * A signal that fires when the client closes its connection before it was answered; nothing where an
 * app is called without a server. The signal of the request itself would cost a full request object.
 */
export function hangUpSignal(c: ApiContext): AbortSignal | undefined {
  const outgoing = c.env?.outgoing;
  if (outgoing === undefined) return undefined;
  const controller = new AbortController();
  if (outgoing.destroyed) controller.abort();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) controller.abort();
  });
  return controller.signal;
}
