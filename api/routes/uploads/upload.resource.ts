import { z } from "@hono/zod-openapi";
import type { KnownCaller } from "../../../core/identity/caller.ts";
import type { UploadRow } from "../../../core/queries/uploads.ts";
import { ENVELOPES } from "../../../core/uploads/envelopes.ts";
import { isPrivate, PURPOSES } from "../../../core/uploads/purposes.ts";
import { Moment, Uuid } from "../../http/private-answer.ts";
import { Address, toAddress } from "../../http/values.ts";

const CID = "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e";

const cid = z.string().openapi({
  description: "UnixFS content identifier, version 1, computed by this service.",
  example: CID,
});
const url = z.string().openapi({ description: "Path on this server.", example: `/u/${CID}` });
const points = z.int().nullable().openapi({ description: "In points; null for no picture." });

export const Upload = z
  .object({
    uploadId: Uuid,
    purpose: z.enum(PURPOSES),
    name: z.string().openapi({ description: "As its owner called it; untrusted." }),
    state: z.enum(["pending", "stored"]).openapi({
      description: "stored: the storage has given the bytes back, and they were the same.",
    }),
    mediaType: z.string().openapi({ description: "By its bytes.", example: "image/png" }),
    bytes: z.int(),
    cid,
    url: url.nullable().openapi({
      description: "Where its bytes are: for everybody, or for owner and readers of ciphertext.",
    }),
    width: points,
    height: points,
    thumbnails: z
      .array(
        z.object({
          name: z.enum(["small", "medium"]),
          cid,
          url,
          width: z.int(),
          height: z.int(),
          bytes: z.int(),
        }),
      )
      .openapi({ description: "Of a picture: at most 320 and 960 points on a side, WebP." }),
    envelope: z.enum(ENVELOPES).nullable(),
    readers: z.array(Address).openapi({
      description: "Wallets that may fetch ciphertext; to a reader only his own are named.",
    }),
    createdAt: Moment,
    storedAt: Moment.nullable(),
  })
  .openapi("Upload");

/** An upload as its owner or one of its readers sees it. */
export function toUpload(row: UploadRow, caller: KnownCaller): z.output<typeof Upload> {
  const { uploadId, purpose, name, state, envelope, createdAt, storedAt } = row;
  const original = row.files.find(({ variant }) => variant === "original");
  if (original === undefined) throw new Error(`upload ${uploadId} has no file`);
  const own = isPrivate(purpose) ? `/v1/uploads/${uploadId}/content` : `/u/${original.cid}`;
  const isOwner = row.accountId === caller.accountId;
  const wallets: readonly string[] = caller.wallets;
  return {
    uploadId,
    purpose,
    name: isOwner ? name : "",
    state,
    mediaType: original.mediaType,
    bytes: original.bytes,
    cid: original.cid,
    url: state === "stored" ? own : null,
    width: original.width,
    height: original.height,
    thumbnails: (["small", "medium"] as const).flatMap((variant) =>
      row.files
        .filter((file) => file.variant === variant)
        .map(({ cid: id, width, height, bytes }) => ({
          name: variant,
          cid: id,
          url: `/u/${id}`,
          width: width ?? 0,
          height: height ?? 0,
          bytes,
        })),
    ),
    envelope,
    readers: row.readers.filter((reader) => isOwner || wallets.includes(reader)).map(toAddress),
    createdAt: createdAt.toISOString(),
    storedAt: storedAt?.toISOString() ?? null,
  };
}

/** What the audit log keeps of an upload. */
export const uploadFacts = ({ purpose, state, envelope, readers, files }: UploadRow) => ({
  purpose,
  state,
  envelope,
  readers,
  contents: files.map(({ variant, cid: id, bytes }) => ({ variant, cid: id, bytes })),
});
