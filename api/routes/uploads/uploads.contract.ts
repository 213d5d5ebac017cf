import { createRoute, z } from "@hono/zod-openapi";
import { ENVELOPES } from "../../../core/uploads/envelopes.ts";
import { MAX_READERS, PURPOSES } from "../../../core/uploads/purposes.ts";
import { json } from "../../http/page.ts";
import { addressText, intParam, wordParam } from "../../http/params.ts";
import { privateOf, privatePageOf, Uuid } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { idempotencyHeader, OF_CALLERS, OF_WRITES } from "../../http/write-contract.ts";
import { UPLOADS_PATH } from "../../middleware/streamed.ts";
import { Upload } from "./upload.resource.ts";

const tags = ["Uploads"];
const UploadPath = z.object({ uploadId: Uuid });

const readers = z
  .string()
  .transform((text) => [...new Set(text.split(","))])
  .pipe(z.array(addressText).max(MAX_READERS))
  .optional()
  .openapi({
    param: { name: "readers", in: "query" },
    type: "string",
    pattern: "^0x[0-9a-fA-F]{40}(,0x[0-9a-fA-F]{40})*$",
    description: `Wallets that may fetch ciphertext, separated by commas, ${MAX_READERS} at most.`,
  });

export const uploadFiles = createRoute({
  tags,
  method: "post",
  path: UPLOADS_PATH,
  operationId: "uploadFiles",
  summary: "Upload files",
  description:
    "At most five parts of 10 MB, each a file; all of them are kept or none. Pictures are drawn anew, without any metadata, with two smaller versions. The body is not part of any signature, so this needs a session or a key.",
  request: {
    headers: idempotencyHeader,
    query: z.strictObject({
      purpose: wordParam(
        "purpose",
        "image (unless given) and document are for everybody; evidence and credential are ciphertext for readers.",
        PURPOSES,
      ),
      envelope: wordParam("envelope", "Form of the ciphertext; for no other purpose.", ENVELOPES),
      readers,
    }),
    body: {
      required: true,
      content: {
        "multipart/form-data": {
          // No zod schema: what has one is read whole before the handler is asked.
          schema: {
            type: "object",
            properties: {
              file: {
                type: "array",
                maxItems: 5,
                items: { type: "string", format: "binary" },
              },
            },
            required: ["file"],
          },
        },
      },
    },
  },
  responses: {
    201: json(
      privateOf(z.array(Upload), "UploadedAnswer"),
      "Every file, in the order of the parts",
    ),
    ...problems(...OF_WRITES, "FILE_REFUSED", "UPLOAD_QUOTA_REACHED", "STORAGE_UNAVAILABLE"),
  },
});

export const listUploads = createRoute({
  tags,
  method: "get",
  path: UPLOADS_PATH,
  operationId: "listUploads",
  summary: "Your uploads",
  request: {
    query: z.strictObject({
      cursor: Uuid.optional().openapi({ param: { name: "cursor", in: "query" } }),
      limit: intParam("limit", "At most so many, 20 unless given.", { minimum: 1, maximum: 100 }),
    }),
  },
  responses: {
    200: json(privatePageOf(Upload, "UploadPage"), "Uploads of the account, the newest first"),
    ...problems(...OF_CALLERS),
  },
});

export const getUploadRoute = createRoute({
  tags,
  method: "get",
  path: `${UPLOADS_PATH}/{uploadId}`,
  operationId: "getUpload",
  summary: "One of your uploads, or one that you may read",
  request: { params: UploadPath, query: z.strictObject({}) },
  responses: {
    200: json(privateOf(Upload, "UploadAnswer"), "The upload as it is now"),
    ...problems(...OF_CALLERS, "UPLOAD_NOT_FOUND"),
  },
});

const bytes = (type: string, description: string) => ({
  description,
  content: {
    [type]: {
      schema: z.string().openapi({ type: "string", format: "binary", example: "…" }),
    },
  },
});

export const readUpload = createRoute({
  tags,
  method: "get",
  path: `${UPLOADS_PATH}/{uploadId}/content`,
  operationId: "readUpload",
  summary: "The bytes of an upload",
  description:
    "For its owner and the readers that he has named. Each read of ciphertext is logged.",
  request: { params: UploadPath, query: z.strictObject({}) },
  responses: {
    200: bytes("application/octet-stream", "To be saved, never to be shown"),
    ...problems(...OF_CALLERS, "UPLOAD_NOT_FOUND", "STORAGE_UNAVAILABLE"),
  },
});

export const deleteUpload = createRoute({
  tags,
  method: "delete",
  path: `${UPLOADS_PATH}/{uploadId}`,
  operationId: "deleteUpload",
  summary: "Delete an upload",
  description: "Its bytes go too, unless somebody else has uploaded the same.",
  request: { params: UploadPath, headers: idempotencyHeader },
  responses: {
    200: json(privateOf(z.object({ uploadId: Uuid }), "DeletedUploadAnswer"), "It is gone"),
    ...problems(...OF_WRITES, "UPLOAD_NOT_FOUND", "UPLOAD_IN_USE"),
  },
});

export const readContent = createRoute({
  tags,
  method: "get",
  path: "/u/{cid}",
  operationId: "readContent",
  summary: "A picture, a smaller version of one, or a document",
  description:
    "Never changes, so caches may keep it for ever. Pictures can be shown, documents are only saved; `Range` is taken.",
  request: {
    params: z.object({
      cid: z.string().openapi({
        param: { name: "cid", in: "path" },
        description: "Content identifier, as uploads print it.",
      }),
    }),
    query: z.strictObject({}),
  },
  responses: {
    200: bytes("application/octet-stream", "The bytes, with the type that they have"),
    206: bytes("application/octet-stream", "The part of them that was asked for"),
    ...problems(
      "INVALID_REQUEST",
      "UPLOAD_NOT_FOUND",
      "STORAGE_UNAVAILABLE",
      "DATABASE_UNAVAILABLE",
      "QUERY_TIMEOUT",
    ),
  },
});
