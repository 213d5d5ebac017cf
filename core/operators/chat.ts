import { JobError } from "../jobs/job-error.ts";
import type { OutgoingClient } from "../outgoing/outgoing-client.ts";

/** The chat of the operators. */
export type Chat = {
  /** @throws JobError when the chat does not take the message, for now or for good */
  send(text: string, signal: AbortSignal): Promise<void>;
};

const LIMITS = { totalMs: 10_000, maxBytes: 65_536, maxRedirects: 0 };
const [TOO_MANY, SERVER_FAULT] = [429, 500];

/**
 * Opens the incoming webhook of a chat: one that takes `{"text": "…"}`, as those of Slack, Mattermost
 * and Rocket.Chat do.
 *
 * @param url with its secret, which therefore is in no message and no log
 */
export function openChat(url: URL, outgoing: OutgoingClient): Chat {
  return {
    async send(text, signal) {
      const { status } = await outgoing.send({
        url,
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text }),
        signal,
        limits: LIMITS,
      });
      if (status >= 200 && status < 300) return;
      const isForNow = status === TOO_MANY || status >= SERVER_FAULT;
      throw new JobError(
        isForNow ? "provider" : "rejected",
        `The chat of the operators answered ${status}.`,
      );
    },
  };
}
