import type { ProblemKind } from "./problem-kind.ts";

const NO_CID = "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e";

/** Refusals that have to do with files. */
export const UPLOAD_PROBLEMS = {
  UPLOAD_NOT_FOUND: {
    status: 404,
    title: "There is no such upload",
    fix: "Check the id; GET /v1/uploads lists your own, and only stored ones can be read.",
    meaning:
      "Nobody has uploaded it, it was deleted, its bytes are not stored yet, or it is private and not for the caller.",
    example: { request: `GET /u/${NO_CID}`, detail: `Nothing public is stored as ${NO_CID}.` },
  },
  UPLOAD_IN_USE: {
    status: 409,
    title: "A listing shows the picture",
    fix: "Publish metadata of the listing without it first.",
    meaning: "The newest metadata of a listing names the picture, so it stays.",
    example: {
      request: "DELETE /v1/uploads/…",
      detail: `A listing shows the picture ${NO_CID}.`,
    },
  },
  UPLOAD_QUOTA_REACHED: {
    status: 409,
    title: "The account keeps as much as it may",
    fix: "Delete uploads that are not needed any more, or ask for the paid plan.",
    meaning: "All files of an account together, thumbnails included, have a limit by plan.",
    example: {
      request: "POST /v1/uploads",
      detail: "The account keeps 209715000 of 209715200 bytes, and this would add 5120.",
    },
  },
  FILE_REFUSED: {
    status: 422,
    title: "A file is not taken",
    fix: "Do what `errors` says for each file; nothing of the request was kept.",
    meaning:
      "The bytes of a file are not of a type that is taken, are not what the part or its name says, are damaged, or are not encrypted where only ciphertext is taken.",
    example: {
      request: "POST /v1/uploads?purpose=image",
      detail: "File 1 is image/png, not what its part declares.",
    },
  },
  STORAGE_UNAVAILABLE: {
    status: 503,
    title: "The storage of uploads does not answer as it should",
    fix: "Send it again after the seconds in Retry-After, with the same Idempotency-Key.",
    meaning:
      "The storage is away, or what it gave back was not what it was given. Nothing of the request was kept.",
    example: {
      request: "POST /v1/uploads?purpose=image",
      detail: "The files could not be stored.",
    },
  },
} as const satisfies Record<string, ProblemKind>;
