import { writeDigests } from "../../core/mail/mails.ts";
import type { Processor } from "../processor.ts";

/** Writes the digest of the day for everybody who wants one and has something in it. */
export const writeDigest: Processor<"mail.digest"> = async (_, { finish }) =>
  finish(async (client) => void (await writeDigests(client, new Date())));
