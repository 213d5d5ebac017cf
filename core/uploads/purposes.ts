/** Files that anybody may see: pictures are written anew, documents are only ever downloaded. */
export const PUBLIC_PURPOSES = ["image", "document"] as const;

/** Files of which only ciphertext comes here (domain.md B.13, req 5.70). */
export const PRIVATE_PURPOSES = ["evidence", "credential"] as const;

/** What a file is for: it decides what the file may be and who may read it. */
export const PURPOSES = [...PUBLIC_PURPOSES, ...PRIVATE_PURPOSES] as const;

export type Purpose = (typeof PURPOSES)[number];
export type PrivatePurpose = (typeof PRIVATE_PURPOSES)[number];

/** Whether a purpose is one of those that are read by name only. */
export function isPrivate(purpose: Purpose): purpose is PrivatePurpose {
  return PRIVATE_PURPOSES.some((known) => known === purpose);
}

/** Most bytes of one file, as it arrives and as it is stored (req 1.39, 5.52). */
export const MAX_FILE_BYTES = 10 * 1024 ** 2;

/** Most files of one request (req 5.52). */
export const MAX_FILES = 5;

/** Most bytes of all files that an account keeps, by plan; thumbnails count too. */
export const QUOTA_BYTES = { free: 200 * 1024 ** 2, paid: 2 * 1024 ** 3 } as const;

/** Wallets that may be named as readers of one file. */
export const MAX_READERS = 10;
