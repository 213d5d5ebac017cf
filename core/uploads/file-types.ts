import { fileTypeFromBuffer } from "file-type";
import { type FilePlace, refuseFile } from "./refuse-file.ts";

/** A kind of file that is taken, and how a sender may call it. */
type KnownType = {
  purpose: "image" | "document";
  /** Endings of names; a name without any ending says nothing. */
  extensions: readonly string[];
  /** What a sender may declare beside the type itself. */
  alsoDeclared?: readonly string[];
};

/** Everything that is taken in the open, by the type that its bytes have. Nothing else is. */
const KNOWN_TYPES = {
  "image/jpeg": {
    purpose: "image",
    extensions: ["jpg", "jpeg", "jfif"],
    alsoDeclared: ["image/jpg"],
  },
  "image/png": { purpose: "image", extensions: ["png"] },
  "image/webp": { purpose: "image", extensions: ["webp"] },
  "image/gif": { purpose: "image", extensions: ["gif"] },
  "application/pdf": { purpose: "document", extensions: ["pdf"] },
  "text/plain": {
    purpose: "document",
    extensions: ["txt", "text", "md", "csv", "log"],
    alsoDeclared: ["text/csv", "text/markdown"],
  },
} as const satisfies Record<string, KnownType>;

export type PublicType = keyof typeof KNOWN_TYPES;

/** A sender who declares this has declared nothing. */
const UNDECLARED = "application/octet-stream";

/** What tells the type of a file is in its first bytes. */
export const HEAD_BYTES = 4_100;

/** How a sender has described a file. */
export type Declared = FilePlace & { name: string; declaredType: string };

/**
 * The type of a file by its first bytes, which must be one of those that are taken for the purpose, and
 * the one that its sender has declared by name and by type (check UP-1, req 1.39).
 *
 * @throws DomainError FILE_REFUSED
 */
export async function typeOfFile(
  head: Uint8Array,
  purpose: "image" | "document",
  declared: Declared,
): Promise<PublicType> {
  const found = (await fileTypeFromBuffer(head))?.mime ?? (isText(head) ? "text/plain" : undefined);
  if (found === undefined || !isKnown(found) || KNOWN_TYPES[found].purpose !== purpose) {
    const taken = typesOf(purpose).join(", ");
    const is = found === undefined ? "is of no known type" : `is ${found}`;
    throw refuseFile(declared, `${is}, which is not taken as ${purpose}`, `Send ${taken}.`);
  }
  const { extensions, alsoDeclared = [] }: KnownType = KNOWN_TYPES[found];
  const type = declared.declaredType.toLowerCase();
  if (type !== UNDECLARED && type !== found && !alsoDeclared.includes(type)) {
    throw refuseFile(declared, `is ${found}, not what its part declares`, `Declare ${found}.`);
  }
  const extension = /\.([^.]*)$/.exec(declared.name)?.[1]?.toLowerCase();
  if (extension !== undefined && !extensions.includes(extension)) {
    throw refuseFile(
      declared,
      `is ${found}, not what the end of its name says`,
      `Let its name end with .${extensions[0]}.`,
    );
  }
  return found;
}

const isKnown = (type: string): type is PublicType => Object.hasOwn(KNOWN_TYPES, type);

const typesOf = (purpose: "image" | "document") =>
  Object.entries(KNOWN_TYPES)
    .filter(([, known]) => known.purpose === purpose)
    .map(([type]) => type);

/** The beginning of a text may end within a letter. */
const isText = (head: Uint8Array) =>
  head.length > 0 && textOf(head, { isWhole: head.length < HEAD_BYTES }) !== undefined;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no text has
const BINARY = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffe\uffff]/;

/** What a browser that guesses types would take for a page or a picture with script in it. */
const MARKUP = /<(?:[!?/]|[a-z])/i;

function textOf(bytes: Uint8Array, { isWhole }: { isWhole: boolean }): string | undefined {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const text = decoder.decode(bytes, { stream: !isWhole });
    return BINARY.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** @throws DomainError FILE_REFUSED for what is not text through and through, or is markup */
export function checkText(bytes: Uint8Array, place: FilePlace): void {
  const text = textOf(bytes, { isWhole: true });
  if (text === undefined) {
    throw refuseFile(place, "is not text in UTF-8 throughout", "Send text in UTF-8.");
  }
  if (MARKUP.test(text)) {
    throw refuseFile(place, "holds markup such as HTML or SVG", "Send plain text without tags.");
  }
}

/** How near the end a PDF says that it ends (ISO 32000, annex H). */
const PDF_TAIL_BYTES = 1_024;

/** @throws DomainError FILE_REFUSED for a PDF that was cut off, or is something else as well */
export function checkPdf(bytes: Uint8Array, place: FilePlace): void {
  const tail = Buffer.from(bytes.subarray(-PDF_TAIL_BYTES)).toString("latin1");
  const start = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (!/^%PDF-\d\.\d/.test(start) || !/%%EOF\s*$/.test(tail)) {
    throw refuseFile(
      place,
      "does not begin and end as a PDF does",
      "Write the document anew with a program for PDF.",
    );
  }
}
