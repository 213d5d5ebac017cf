import { recordChange } from "../../../core/audit-log/record-change.ts";
import { asCaller } from "../../../core/db/as-caller.ts";
import { DomainError } from "../../../core/errors.ts";
import {
  findUploadPage,
  getUpload,
  markStored,
  removeUpload,
  type UploadRow,
  uploadNotFound,
} from "../../../core/queries/uploads.ts";
import { typeOfFile } from "../../../core/uploads/file-types.ts";
import { isPrivate, type Purpose } from "../../../core/uploads/purposes.ts";
import type { ApiDeps } from "../../deps.ts";
import { carryOut, originOf, privateMeta, privatePage } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { requireCaller } from "../../middleware/caller.ts";
import { answerStreamOnce } from "../../middleware/idempotency.ts";
import { explain, keepFiles, type UploadWishes } from "./keep-files.ts";
import { receiveFiles } from "./receive-files.ts";
import { SAVED_ONLY } from "./register-content.ts";
import { toUpload, uploadFacts } from "./upload.resource.ts";
import {
  deleteUpload,
  getUploadRoute,
  listUploads,
  readUpload,
  uploadFiles,
} from "./uploads.contract.ts";

const DEFAULT_LIMIT = 20;
const SCOPE = { scope: "uploads:write" };

/** Files of callers: sent by them, and seen by them and by the readers that they have named. */
export function registerUploads(app: Router, deps: ApiDeps): void {
  const { writes } = deps;

  app.openapi(uploadFiles, async (c) => {
    const caller = await requireCaller(c, { ...SCOPE, isBound: true });
    const { purpose = "image", envelope, readers = [] } = c.req.valid("query");
    const wishes = { purpose, envelope, readers };
    refuseOddWishes(wishes);
    const { uploads } = deps;
    const receive = (folder: string) =>
      receiveFiles(c.req.raw.body, c.req.header("content-type"), {
        folder,
        lookAtHead: async (head, file) => {
          if (!isPrivate(purpose)) await typeOfFile(head, purpose, file);
        },
      });
    return uploads.receiving.run(() =>
      uploads.inFolder(async (folder) => {
        const received = await receive(folder);
        const content = received.map(({ name, declaredType, digest }) => [
          name,
          declaredType,
          digest,
        ]);
        return answerStreamOnce(c, deps, JSON.stringify([wishes, content]), () =>
          keepFiles(
            { callers: writes.callers, uploads, caller },
            received,
            wishes,
            async (uploadIds) => {
              const status = 201;
              const answer = await carryOut(
                c,
                deps,
                { caller, status },
                async (transaction, origin) => {
                  const stored = await markStored(transaction, uploadIds);
                  for (const row of stored) {
                    await recordChange(transaction, caller, origin, {
                      action: "upload.create",
                      entity: "upload",
                      entityId: row.uploadId,
                      after: uploadFacts(row),
                    });
                  }
                  return stored.map((row) => toUpload(row, caller));
                },
              );
              return c.json(answer, status);
            },
          ),
        );
      }),
    );
  });

  app.openapi(listUploads, async (c) => {
    const caller = await requireCaller(c, SCOPE);
    const { cursor: before, limit = DEFAULT_LIMIT } = c.req.valid("query");
    const page = await asCaller(writes.callers, caller, (transaction) =>
      findUploadPage(transaction, caller.accountId, { before, limit }),
    );
    const shape = {
      limit,
      toResource: (row: UploadRow) => toUpload(row, caller),
      cursorOf: ({ uploadId }: UploadRow) => uploadId,
    };
    return c.json(privatePage(c, page, shape), 200);
  });

  app.openapi(getUploadRoute, async (c) => {
    const caller = await requireCaller(c, SCOPE);
    const { uploadId } = c.req.valid("param");
    const row = await asCaller(writes.callers, caller, (transaction) =>
      getUpload(transaction, uploadId),
    );
    return c.json({ data: toUpload(row, caller), meta: privateMeta(c) }, 200);
  });

  app.openapi(readUpload, async (c) => {
    const caller = await requireCaller(c, SCOPE);
    const { uploadId } = c.req.valid("param");
    const cid = await asCaller(writes.callers, caller, async (transaction) => {
      const row = await getUpload(transaction, uploadId);
      const file = row.files.find(({ variant }) => variant === "original");
      if (row.state !== "stored" || file === undefined) {
        throw uploadNotFound("The upload is not stored yet.");
      }
      if (isPrivate(row.purpose)) {
        await recordChange(transaction, caller, originOf(c), {
          action: "upload.read",
          entity: "upload",
          entityId: uploadId,
          after: { purpose: row.purpose },
        });
      }
      return file.cid;
    });
    const bytes = await deps.uploads.storage.get(cid).catch(explain);
    if (bytes === undefined) {
      throw new DomainError("STORAGE_UNAVAILABLE", "The bytes are not in the storage just now.");
    }
    for (const [name, value] of Object.entries(SAVED_ONLY)) c.header(name, value);
    c.header("cache-control", "private, no-store, no-transform");
    return c.body(new Uint8Array(bytes), 200, { "content-type": "application/octet-stream" });
  });

  app.openapi(deleteUpload, async (c) => {
    const caller = await requireCaller(c, { ...SCOPE, isBound: true });
    const { uploadId } = c.req.valid("param");
    const status = 200;
    const answer = await carryOut(c, deps, { caller, status }, async (transaction, origin) => {
      const row = await removeUpload(transaction, uploadId);
      await recordChange(transaction, caller, origin, {
        action: "upload.delete",
        entity: "upload",
        entityId: uploadId,
        before: uploadFacts(row),
      });
      for (const { cid } of row.files) deps.uploads.recent.delete(cid);
      return { uploadId };
    });
    return c.json(answer, status);
  });
}

/** Only ciphertext has an envelope and readers, and it always has an envelope. */
function refuseOddWishes({ purpose, envelope, readers }: UploadWishes): void {
  const mistakes = isPrivate(purpose)
    ? envelope === undefined
      ? [mistake("envelope", "is missing", "Say in which form the file is encrypted.")]
      : []
    : [
        ...(envelope === undefined ? [] : [notFor("envelope", purpose)]),
        ...(readers.length === 0 ? [] : [notFor("readers", purpose)]),
      ];
  if (mistakes.length > 0) {
    throw new DomainError("INVALID_REQUEST", "The request was refused.", { mistakes });
  }
}

const mistake = (name: string, message: string, fix: string) => ({
  pointer: `/query/${name}`,
  message,
  fix,
});

const notFor = (name: string, purpose: Purpose) =>
  mistake(name, `means nothing for purpose=${purpose}`, "Leave it out.");
