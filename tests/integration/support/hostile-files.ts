import { deflateSync } from "node:zlib";
import sharp from "sharp";

/** A file as somebody sends it who means no good, or knows no better. */
export type HostileFile = {
  what: string;
  purpose: "image" | "document";
  name: string;
  type: string;
  bytes: Buffer;
};

/** What no answer may ever carry. */
export const MARKER = "alert(document.domain)";

const SCRIPT = `<script>${MARKER}</script>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="${MARKER}">${SCRIPT}</svg>`;
const HTML = `<!doctype html><html><body>${SCRIPT}</body></html>`;

const OCTETS = "application/octet-stream";

/** Good files, one of each type that is taken. */
export async function goodFiles() {
  const picture = () =>
    sharp({ create: { width: 400, height: 300, channels: 3, background: "#3a7", noise: NOISE } });
  const [png, jpeg, webp, gif] = await Promise.all([
    picture().png().toBuffer(),
    picture()
      .withExif({ IFD0: { Artist: MARKER }, IFD3: { GPSLatitude: "52/1 31/1 0/1" } })
      .jpeg()
      .toBuffer(),
    picture().webp().toBuffer(),
    picture().gif().toBuffer(),
  ]);
  return {
    png: { bytes: png, name: "a.png", type: "image/png", purpose: "image" },
    jpeg: { bytes: jpeg, name: "a.jpg", type: "image/jpeg", purpose: "image" },
    webp: { bytes: webp, name: "a.webp", type: "image/webp", purpose: "image" },
    gif: { bytes: gif, name: "a.gif", type: "image/gif", purpose: "image" },
    pdf: { bytes: PDF, name: "a.pdf", type: "application/pdf", purpose: "document" },
    text: {
      bytes: Buffer.from("Costs: 5 € a month.\n"),
      name: "a.txt",
      type: "text/plain",
      purpose: "document",
    },
  } as const;
}

const NOISE = { type: "gaussian", mean: 120, sigma: 20 } as const;
const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

/** The set of check UP-1: files that must be refused, or may be taken and are harmless then. */
export async function hostileFiles(): Promise<{ refused: HostileFile[]; tamed: HostileFile[] }> {
  const good = await goodFiles();
  return {
    refused: [
      ...markup(),
      ...wrongTypes(good),
      ...damaged(good),
      ...otherFormats(),
      ...noText(),
      ...names(good),
      ...empty(),
    ],
    tamed: polyglots(good),
  };
}

type Good = Awaited<ReturnType<typeof goodFiles>>;

/** Pages and drawings with script in them, whatever they are called. */
function markup(): HostileFile[] {
  const texts = {
    svg: SVG,
    html: HTML,
    "svg with prolog": `<?xml version="1.0"?>${SVG}`,
    "html after spaces": `\n\n   ${HTML}`,
    "html after a mark of order": `\ufeff${HTML}`,
    "html after a comment": `<!-- a comment -->${HTML}`,
    "html after much text": `${"Some words. ".repeat(500)}${SCRIPT}`,
    "xml stylesheet": `<?xml-stylesheet href="data:text/xsl,x"?><x>${MARKER}</x>`,
    "upper case": HTML.toUpperCase(),
  };
  const ways = [
    ["image", "a.svg", "image/svg+xml"],
    ["image", "a.png", "image/png"],
    ["document", "a.html", "text/html"],
    ["document", "a.txt", "text/plain"],
  ] as const;
  return Object.entries(texts).flatMap(([what, text]) =>
    ways.map(([purpose, name, type]) => ({
      what: `${what} as ${type}`,
      purpose,
      name,
      type,
      bytes: Buffer.from(text),
    })),
  );
}

/** Each type under the name, the declaration and the purpose of another one. */
function wrongTypes(good: Good): HostileFile[] {
  const files = Object.values(good);
  return files.flatMap((file, at) => {
    const other = files[(at + 1) % files.length] as typeof file;
    const others: Partial<HostileFile>[] = [
      { type: other.type },
      { name: other.name },
      { type: other.type, name: other.name },
      { name: `${file.name}.exe` },
      { type: "text/html" },
      { purpose: file.purpose === "image" ? "document" : "image" },
    ];
    return others.map((change) => ({
      ...file,
      ...change,
      what: `${file.type} as ${JSON.stringify(change)}`,
    }));
  });
}

/** Cut off, overwritten in the middle, and larger when unpacked than anybody can look at. */
function damaged(good: Good): HostileFile[] {
  const pictures = [good.png, good.jpeg, good.webp, good.gif];
  return [
    ...[...pictures, good.pdf].flatMap((file) =>
      [0.3, 0.6].map((share) => ({
        ...file,
        what: `${file.type} cut at ${share}`,
        bytes: file.bytes.subarray(0, Math.floor(file.bytes.length * share)),
      })),
    ),
    ...pictures.map((file) => ({
      ...file,
      what: `the head of ${file.type} alone`,
      bytes: file.bytes.subarray(0, 24),
    })),
    { ...good.png, what: "a PNG of 900 million points", bytes: pngBomb(30_000) },
    { ...good.gif, what: "a GIF that promises 4,000 million points", bytes: gifBomb() },
    {
      ...good.gif,
      what: "script that begins as a GIF does",
      bytes: Buffer.from(`GIF89a=1;/*${"x".repeat(50)}*/${MARKER}`),
    },
    {
      ...good.pdf,
      what: "a page behind a PDF",
      bytes: Buffer.concat([PDF, Buffer.from(HTML)]),
    },
    {
      ...good.pdf,
      what: "a page before a PDF",
      bytes: Buffer.concat([Buffer.from(HTML), PDF]),
    },
  ];
}

function chunk(kind: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(kind, 4, "latin1");
  // The checksum is wrong where it is zero; a bomb needs none that is right.
  return Buffer.concat([head, data, Buffer.alloc(4)]);
}

function pngBomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(4_000_000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const gifBomb = () =>
  Buffer.concat([
    Buffer.from("GIF89a\xff\xff\xff\xff\x80\x00\x00\x00\x00\x00\xff\xff\xff", "latin1"),
    Buffer.from("\x2c\x00\x00\x00\x00\xff\xff\xff\xff\x00\x02\x02\x44\x01\x00\x3b", "latin1"),
  ]);

/** What other programs open, by its first bytes. */
function otherFormats(): HostileFile[] {
  const heads: Record<string, string> = {
    "a program of Linux": "\x7fELF\x02\x01\x01\x00",
    "a program of Windows": "MZ\x90\x00\x03\x00\x00\x00",
    "a program of macOS": "\xcf\xfa\xed\xfe\x07\x00\x00\x01",
    WebAssembly: "\x00asm\x01\x00\x00\x00",
    "a zip": "PK\x03\x04\x14\x00\x00\x00",
    gzip: "\x1f\x8b\x08\x00\x00\x00\x00\x00",
    "an old Office document": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "a film": "\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom",
    AVIF: "\x00\x00\x00\x1cftypavif\x00\x00\x00\x00avifmif1",
    HEIC: "\x00\x00\x00\x1cftypheic\x00\x00\x00\x00heicmif1",
    TIFF: "II*\x00\x08\x00\x00\x00",
    BMP: "BM\x36\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00",
    "an icon": "\x00\x00\x01\x00\x01\x00\x10\x10",
    PostScript: "%!PS-Adobe-3.0\n",
  };
  return Object.entries(heads).map(([what, head], at) => ({
    what,
    purpose: at % 2 === 0 ? "image" : "document",
    name: "file",
    type: OCTETS,
    bytes: Buffer.concat([Buffer.from(head, "latin1"), Buffer.alloc(200, 1)]),
  }));
}

/** Bytes that are no text, as text. */
function noText(): HostileFile[] {
  const file = { purpose: "document", name: "a.txt", type: "text/plain" } as const;
  const texts = {
    "a zero within": Buffer.from("words\0words"),
    "UTF-16": Buffer.from("\ufeffwords", "utf16le"),
    Latin: Buffer.from("caf\xe9 au lait", "latin1"),
    "half a letter at the end": Buffer.from("5 €").subarray(0, -1),
    "a bell": Buffer.from("words\x07"),
    "a late zero": Buffer.concat([Buffer.alloc(6_000, "words "), Buffer.from("\0")]),
  };
  return Object.entries(texts).map(([what, bytes]) => ({ ...file, what, bytes }));
}

/** Names that would be something else to a file system, a log or a reader. */
function names({ png, text }: Good): HostileFile[] {
  const hostile = [
    "a\u0000.png",
    "a.png\u0000.exe",
    "..\u0000/a.png",
    "a\u202egnp.exe",
    "a\u0007.png",
    "a\r\nx-evil: 1.png",
    `${"a".repeat(300)}.png`,
  ];
  return hostile.flatMap((name) => [
    { ...png, name, what: `a name of ${JSON.stringify(name).slice(0, 40)}` },
    { ...text, name, what: `a text with a name of ${JSON.stringify(name).slice(0, 40)}` },
  ]);
}

function empty(): HostileFile[] {
  return (["image/png", "image/jpeg", "application/pdf", "text/plain"] as const).map((type) => ({
    what: `nothing as ${type}`,
    purpose: type.startsWith("image/") ? "image" : "document",
    name: "a",
    type,
    bytes: Buffer.alloc(0),
  }));
}

/** Pictures that are something else as well: they are drawn anew, and only the picture is left. */
function polyglots({ png, jpeg, webp, gif }: Good): HostileFile[] {
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, HTML.length + 2]), Buffer.from(HTML)]);
  const zip = Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.from(HTML), Buffer.alloc(30)]);
  const behind = [png, jpeg, webp, gif].flatMap((file) => [
    { ...file, what: `a page behind ${file.type}`, bytes: join(file.bytes, HTML) },
    { ...file, what: `an archive behind ${file.type}`, bytes: Buffer.concat([file.bytes, zip]) },
  ]);
  return [
    ...behind,
    {
      ...jpeg,
      what: "a page in a comment of a JPEG",
      bytes: Buffer.concat([jpeg.bytes.subarray(0, 2), comment, jpeg.bytes.subarray(2)]),
    },
    { ...jpeg, what: "script where the camera is named", bytes: jpeg.bytes },
  ];
}

const join = (bytes: Buffer, text: string) => Buffer.concat([bytes, Buffer.from(text)]);
