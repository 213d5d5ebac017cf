import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import { DomainError } from "../../../core/errors.ts";
import { HEAD_BYTES } from "../../../core/uploads/file-types.ts";
import type { ReceivedFile } from "../../../core/uploads/prepare-file.ts";
import { MAX_FILE_BYTES, MAX_FILES } from "../../../core/uploads/purposes.ts";
import { refuseFile } from "../../../core/uploads/refuse-file.ts";

/** Of a whole request: its files, and what multipart puts around each. */
export const MAX_UPLOAD_BYTES = MAX_FILES * MAX_FILE_BYTES + 65_536;

/** Looks at the first bytes of a file; what it throws ends the request before the rest has come. */
export type LookAtHead = (head: Uint8Array, file: Omit<ReceivedFile, "digest">) => Promise<void>;

export type Receiving = {
  /** Folder for what arrives, which is the caller's to remove. */
  folder: string;
  lookAtHead: LookAtHead;
};

/**
 * Reads the files of a multipart body into a folder as they come, never more than a chunk at a time, and
 * stops at the first thing that is wrong (req 1.39, 5.52).
 *
 * @throws DomainError INVALID_REQUEST, BODY_TOO_LARGE or FILE_REFUSED
 */
export async function receiveFiles(
  body: ReadableStream<Uint8Array> | null,
  contentType: string | undefined,
  { folder, lookAtHead }: Receiving,
): Promise<ReceivedFile[]> {
  const parser = openParser(contentType);
  if (body === null || parser === undefined) throw notMultipart();
  const source = Readable.fromWeb(body);
  const refusal = Promise.withResolvers<never>();
  refusal.promise.catch(() => undefined);
  const tasks: Promise<ReceivedFile>[] = [];
  parser.on("file", (_field, stream, { filename, mimeType }) => {
    const index = tasks.length;
    const described = {
      index,
      name: (filename ?? "file").normalize("NFC"),
      declaredType: mimeType,
      path: join(folder, String(index)),
    };
    stream.on("limit", () =>
      refusal.reject(new DomainError("BODY_TOO_LARGE", `File ${index + 1} is larger than 10 MB.`)),
    );
    const task = keep(stream, described, lookAtHead);
    task.catch(refusal.reject);
    tasks.push(task);
  });
  parser.on("filesLimit", () => refusal.reject(tooManyFiles()));
  for (const event of ["field", "fieldsLimit", "partsLimit"] as const) {
    parser.on(event, () => refusal.reject(noFile()));
  }
  const parsed = pipeline(source, counting(), parser).catch(() => {
    throw notMultipart();
  });
  try {
    await Promise.race([parsed, refusal.promise]);
    const files = await Promise.race([Promise.all(tasks), refusal.promise]);
    if (files.length === 0) throw noFile();
    return files;
  } finally {
    source.destroy();
    parser.destroy();
    await Promise.allSettled([parsed, ...tasks]);
  }
}

function openParser(contentType: string | undefined): busboy.Busboy | undefined {
  if (!/^multipart\/form-data;/i.test(contentType ?? "")) return undefined;
  try {
    return busboy({
      headers: { "content-type": contentType },
      // One byte more than may be, so that a file of exactly the limit is no file beyond it.
      limits: { files: MAX_FILES, fileSize: MAX_FILE_BYTES + 1, fields: 0, headerPairs: 16 },
      defParamCharset: "utf8",
    });
  } catch {
    return undefined;
  }
}

/** What stands between files is not counted by the parser. */
function counting(): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length;
      done(bytes > MAX_UPLOAD_BYTES ? new Error("the body is too large") : null, chunk);
    },
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no name has
const NO_NAME = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u{fffd}/\\]/u;
const MAX_NAME = 200;

async function keep(
  stream: Readable,
  file: Omit<ReceivedFile, "digest">,
  lookAtHead: LookAtHead,
): Promise<ReceivedFile> {
  // Whoever waits for it hears of it; until then it must not end the process.
  stream.on("error", () => undefined);
  if (file.name === "" || file.name.length > MAX_NAME || NO_NAME.test(file.name)) {
    throw refuseFile(file, "has a name that cannot be used", "Name it in 1 to 200 plain letters.");
  }
  const hash = createHash("sha256");
  let head: Buffer | undefined = Buffer.alloc(0);
  const look = async () => {
    const seen = head;
    head = undefined;
    if (seen !== undefined && seen.length > 0) await lookAtHead(seen.subarray(0, HEAD_BYTES), file);
  };
  const looking = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      if (head !== undefined) head = Buffer.concat([head, chunk]);
      const isEnough = head !== undefined && head.length >= HEAD_BYTES;
      (isEnough ? look() : Promise.resolve()).then(() => done(null, chunk), done);
    },
    flush(done) {
      look().then(() => done(), done);
    },
  });
  await pipeline(stream, looking, createWriteStream(file.path, { flags: "wx", mode: 0o600 }));
  return { ...file, digest: hash.digest("hex") };
}

const wrong = (pointer: string, message: string, fix: string) =>
  new DomainError("INVALID_REQUEST", `The body ${message}.`, {
    mistakes: [{ pointer, message, fix }],
  });

const notMultipart = () =>
  wrong(
    "/form",
    "cannot be read as multipart/form-data, or ends too early",
    "Send multipart/form-data with its boundary, to the end.",
  );

const noFile = () =>
  wrong("/form", "holds no file, or something else than files", "Send one part for each file.");

const tooManyFiles = () =>
  wrong(
    `/form/${MAX_FILES}`,
    `holds more than ${MAX_FILES} files`,
    `Send ${MAX_FILES} files at a time.`,
  );
