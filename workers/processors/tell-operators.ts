import {
  findNotice,
  noteTold,
  noteWhatWaits,
  noticeLink,
  noticeText,
  tellDueNotices,
} from "../../core/operators/notices.ts";
import type { Processor } from "../processor.ts";

/** Looks for what operators must look after; without a chat nobody could be told. */
export const scanNotices: Processor<"operator.scan"> = async (_, { deps, finish }) => {
  if (deps.chat === undefined) return;
  await finish(async (client) => {
    await noteWhatWaits(client);
    await tellDueNotices(client);
  });
};

/** Tells the operators of one thing in their chat, with a link by which somebody takes it on. */
export const tellOperators: Processor<"operator.tell"> = async (
  { noticeId },
  { deps, signal, finish },
) => {
  const { pool, chat, chatPolicy, webhookKey, settings } = deps;
  const notice = await findNotice(pool, noticeId);
  if (notice === undefined || chat === undefined) return;
  const { publicUrl } = settings;
  const takeOnUrl =
    webhookKey &&
    `${publicUrl}/v1/operator-notices/${noticeLink(webhookKey, noticeId, new Date())}`;
  await chatPolicy.execute(() => chat.send(noticeText(notice, { publicUrl, takeOnUrl }), signal));
  await finish((client) => noteTold(client, noticeId));
};
