import type { OutgoingClient } from "../../core/outgoing/outgoing-client.ts";
import { OutgoingError } from "../../core/outgoing/outgoing-error.ts";
import type { Attempt, Receiver } from "../../core/webhooks/endpoints.ts";
import type { Message } from "../../core/webhooks/message.ts";
import { signMessage } from "../../core/webhooks/signing.ts";

/** A receiver says in this time whether it has taken a message, whatever it does with it. */
const LIMITS = { totalMs: 15_000, maxBytes: 65_536, maxRedirects: 0 };

/** The receiver is gone and wants nothing more (Standard Webhooks). */
export const GONE = 410;

export type Sender = { outgoing: OutgoingClient; key: Buffer; now: () => Date };

/** Sends one message and says what became of it; never throws for anything that the receiver does. */
export async function deliver(
  { outgoing, key, now }: Sender,
  receiver: Receiver,
  { id, sequence, body }: Message,
  signal: AbortSignal,
): Promise<Attempt> {
  const headers = {
    "content-type": "application/json",
    "user-agent": "Valyra-Webhooks/1",
    ...signMessage(key, receiver, id, now(), body),
  };
  const startedAt = performance.now();
  const attempt = (outcome: Attempt["outcome"], status: number | null): Attempt => ({
    sequence,
    outcome,
    status,
    milliseconds: Math.round(performance.now() - startedAt),
  });
  try {
    const { status } = await outgoing.send({
      url: receiver.url,
      method: "POST",
      headers,
      body,
      signal,
      limits: LIMITS,
    });
    return attempt(status >= 200 && status < 300 ? "delivered" : "refused", status);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof OutgoingError)) throw error;
    return attempt(error.isRetryable ? "unreachable" : "blocked", null);
  }
}
