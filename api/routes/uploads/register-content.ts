import { asCaller } from "../../../core/db/as-caller.ts";
import { DomainError } from "../../../core/errors.ts";
import { ANONYMOUS } from "../../../core/identity/caller.ts";
import { findPublicContent, uploadNotFound } from "../../../core/queries/uploads.ts";
import { isContentId } from "../../../core/uploads/content-id.ts";
import type { ApiDeps } from "../../deps.ts";
import type { Router } from "../../http/router.ts";
import type { PublicBytes } from "../../uploads.ts";
import { explain } from "./keep-files.ts";
import { readContent } from "./uploads.contract.ts";

/** Whatever a file holds, no browser runs it as a page of ours. */
const NO_PAGE = {
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
};

/** The same for what is never shown. */
export const SAVED_ONLY = { ...NO_PAGE, "content-disposition": "attachment" };

/** The bytes behind an identifier are always the same. */
const FOR_EVER = "public, max-age=31536000, immutable, no-transform";

/** Endings of names that documents are saved by. */
const ENDINGS: Readonly<Record<string, string>> = { "application/pdf": "pdf", "text/plain": "txt" };

/** Pictures and documents, for everybody, without a cookie or a word about whose they are. */
export function registerContent(app: Router, deps: ApiDeps): void {
  app.openapi(readContent, async (c) => {
    const { cid } = c.req.valid("param");
    const { bytes, mediaType } = await find(deps, cid);
    const ending = ENDINGS[mediaType];
    const headers = {
      ...(ending === undefined ? { ...NO_PAGE, "content-disposition": "inline" } : SAVED_ONLY),
      ...(ending === undefined
        ? {}
        : { "content-disposition": `attachment; filename="${cid}.${ending}"` }),
      "content-type": mediaType === "text/plain" ? "text/plain; charset=utf-8" : mediaType,
      "cache-control": FOR_EVER,
      "accept-ranges": "bytes",
      etag: `"${cid}"`,
    };
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    if (c.req.header("if-none-match")?.includes(`"${cid}"`)) {
      // Declared by no route: an answer that repeats another one is the same answer.
      return c.body(null, 304) as never;
    }
    const part = partOf(c.req.header("range"), bytes.length);
    if (part === undefined) return c.body(new Uint8Array(bytes), 200);
    const [first, last] = part;
    c.header("content-range", `bytes ${first}-${last}/${bytes.length}`);
    return c.body(new Uint8Array(bytes.subarray(first, last + 1)), 206);
  });
}

async function find({ writes, uploads }: ApiDeps, cid: string): Promise<PublicBytes> {
  const known = uploads.recent.get(cid);
  if (known !== undefined) return known;
  const [row] = isContentId(cid)
    ? await asCaller(writes.callers, ANONYMOUS, (transaction) =>
        findPublicContent(transaction, [cid]),
      )
    : [];
  if (row === undefined) throw uploadNotFound(`Nothing public is stored as ${cid.slice(0, 100)}.`);
  const bytes = await uploads.storage.get(cid).catch(explain);
  if (bytes === undefined) {
    throw new DomainError("STORAGE_UNAVAILABLE", "The bytes are not in the storage just now.");
  }
  const found = { mediaType: row.mediaType, bytes };
  uploads.recent.set(cid, found);
  return found;
}

/** First and last byte of a single range (RFC 9110, 14); undefined for everything else: the whole. */
function partOf(range: string | undefined, length: number): [number, number] | undefined {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? "") ?? [];
  if (from === "" && to === "") return undefined;
  const first = from === "" ? Math.max(0, length - Number(to)) : Number(from);
  const last = from === "" || to === "" ? length - 1 : Math.min(Number(to), length - 1);
  return first <= last && first < length ? [first, last] : undefined;
}
