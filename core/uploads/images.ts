import sharp from "sharp";
import type { PublicType } from "./file-types.ts";
import { type FilePlace, refuseFile } from "./refuse-file.ts";

/** Decoders beside those of the types that are taken are never run, whatever a file says it is. */
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegBuffer",
    "VipsForeignLoadPngBuffer",
    "VipsForeignLoadWebpBuffer",
    "VipsForeignLoadNsgifBuffer",
  ],
});
// Each picture is worked on by one thread, and how many at a time is up to the caller.
sharp.concurrency(1);
sharp.cache(false);

/** A picture of so many points is unpacked to 160 MB. */
const MAX_PIXELS = 40_000_000;

/** Longest side of a picture as it is stored. */
const MAX_SIDE = 4_096;

/** Smaller versions by name, with the longest side of each. */
export const THUMBNAILS = { small: 320, medium: 960 } as const;

const SECONDS = 15;

/** A picture or one of its smaller versions. */
export type Picture = {
  variant: "original" | keyof typeof THUMBNAILS;
  mediaType: "image/jpeg" | "image/png" | "image/webp";
  bytes: Uint8Array;
  width: number;
  height: number;
};

/** How a type is written anew; a still GIF becomes a PNG. */
const WRITTEN_AS = {
  "image/jpeg": { mediaType: "image/jpeg", format: "jpeg", options: { quality: 88 } },
  "image/png": { mediaType: "image/png", format: "png", options: { compressionLevel: 8 } },
  "image/webp": { mediaType: "image/webp", format: "webp", options: { quality: 88 } },
  "image/gif": { mediaType: "image/png", format: "png", options: { compressionLevel: 8 } },
} as const;

/** Types of pictures that are taken. */
export type ImageType = Extract<PublicType, `image/${string}`>;

/**
 * Draws a picture anew, so that nothing of its file is left but what is seen: no place, camera or
 * thumbnail (EXIF, IPTC, XMP), nothing behind its end, and no second file inside (req 5.91). The work
 * is done on libuv's threads.
 *
 * @returns the picture and its smaller versions
 * @throws DomainError FILE_REFUSED when it is damaged, cut off, animated or too large to unpack
 */
export async function drawAnew(
  file: Uint8Array,
  type: ImageType,
  place: FilePlace,
): Promise<Picture[]> {
  const open = () =>
    sharp(file, { failOn: "warning", limitInputPixels: MAX_PIXELS }).timeout({ seconds: SECONDS });
  try {
    const { pages = 1 } = await open().metadata();
    if (pages > 1) throw refuseFile(place, "is animated", "Send a picture that stands still.");
    const { mediaType, format, options } = WRITTEN_AS[type];
    const whole = await open()
      .autoOrient()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: "inside", withoutEnlargement: true })
      .toFormat(format, options)
      .toBuffer({ resolveWithObject: true });
    const pictures: Picture[] = [
      { variant: "original", mediaType, bytes: whole.data, ...sizeOf(whole.info) },
    ];
    for (const [variant, side] of Object.entries(THUMBNAILS)) {
      const small = await open()
        .autoOrient()
        .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
        .webp({ quality: 80 })
        .toBuffer({ resolveWithObject: true });
      pictures.push({
        // A key of the table.
        variant: variant as keyof typeof THUMBNAILS,
        mediaType: "image/webp",
        bytes: small.data,
        ...sizeOf(small.info),
      });
    }
    return pictures;
  } catch (error) {
    if (error instanceof Error && error.name === "DomainError") throw error;
    throw refuseFile(
      place,
      "cannot be drawn: it is damaged, cut off or too large",
      `Save it again as JPEG, PNG or WebP of at most ${MAX_PIXELS / 1_000_000} million points.`,
    );
  }
}

const sizeOf = ({ width, height }: { width: number; height: number }) => ({ width, height });
