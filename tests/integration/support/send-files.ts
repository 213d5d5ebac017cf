import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { TestApi } from "./api.ts";

/** One part of a multipart body, written as it is: nothing in its name is escaped. */
export type Part = { name: string; type: string; bytes: Uint8Array };

/** A multipart body with a boundary of its own. */
export function multipart(parts: readonly Part[]) {
  const boundary = `----${randomUUID()}`;
  const bytes = parts.flatMap(({ name, type, bytes: content }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
    ),
    content,
    Buffer.from("\r\n"),
  ]);
  return {
    body: Buffer.concat([...bytes, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  };
}

/** An upload as answers show it. */
export type UploadAnswer = {
  uploadId: string;
  state: string;
  mediaType: string;
  bytes: number;
  cid: string;
  url: string;
  width: number;
  height: number;
  thumbnails: { name: string; cid: string; url: string; width: number; height: number }[];
  readers: string[];
  name: string;
};

/** Sends files to an address of uploads. */
export async function sendFiles(
  api: Pick<TestApi, "request">,
  query: string,
  parts: readonly Part[],
  headers: Record<string, string>,
) {
  const { body, headers: described } = multipart(parts);
  const response = await api.request(`/v1/uploads${query}`, {
    method: "POST",
    headers: { ...described, ...headers },
    body: new Uint8Array(body),
  });
  const answer = (await response.json()) as {
    data: UploadAnswer[];
    code?: string;
    errors: { pointer: string; message: string }[];
  };
  return { status: response.status, headers: response.headers, ...answer };
}

/** What requests have left in the folder that files arrive in. */
export const leftOver = (api: Pick<TestApi, "uploadFolder">): Promise<string[]> =>
  readdir(join(api.uploadFolder, "incoming"), { recursive: true }).catch(() => []);
