import type { Generated } from "kysely";
import type { Envelope } from "../uploads/envelopes.ts";
import type { Content } from "../uploads/prepare-file.ts";
import type { Purpose } from "../uploads/purposes.ts";

/** `app.upload`: files that accounts have uploaded. */
export type UploadTable = {
  uploadId: Generated<string>;
  accountId: string;
  purpose: Purpose;
  name: string;
  envelope: Envelope | null;
  readers: `0x${string}`[];
  state: Generated<"pending" | "stored">;
  createdAt: Generated<Date>;
  storedAt: Date | null;
};

/** `app.upload_file`: what is kept of each, by content identifier. */
export type UploadFileTable = {
  uploadId: string;
  variant: Content["variant"];
  cid: string;
  mediaType: string;
  bytes: number;
  width: number | null;
  height: number | null;
};

export type UploadTables = { upload: UploadTable; uploadFile: UploadFileTable };
