import { JobError } from "../../core/jobs/job-error.ts";
import { findReceiver, noteAttempt } from "../../core/webhooks/endpoints.ts";
import { pingMessage } from "../../core/webhooks/message.ts";
import type { Processor } from "../processor.ts";
import { deliver } from "../webhooks/deliver.ts";

/** Sends a test message; a receiver that does not take it fails nothing but this. */
export const pingWebhook: Processor<"webhook.ping"> = async (
  { endpointId },
  { deps, jobId, signal, finish, report },
) => {
  const { pool, outgoing, webhookKey: key } = deps;
  if (key === undefined) throw new JobError("rejected", "This service sends no webhooks.");
  const receiver = await findReceiver(pool, endpointId);
  if (receiver === undefined) throw new JobError("rejected", "The webhook is gone.");
  await report(50, `Asking ${new URL(receiver.url).host}`);
  const now = () => new Date();
  const message = pingMessage(endpointId, jobId, now());
  const attempt = await deliver({ outgoing, key, now }, receiver, message, signal);
  await finish((client) => noteAttempt(client, endpointId, attempt));
};
