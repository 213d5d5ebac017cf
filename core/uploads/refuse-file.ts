import { DomainError } from "../errors.ts";

/** Which file of a request is meant, counted from 0, and what its sender called it. */
export type FilePlace = { index: number };

/** A file that is not taken, in words for whoever has sent it. */
export function refuseFile({ index }: FilePlace, message: string, fix: string): DomainError {
  return new DomainError("FILE_REFUSED", `File ${index + 1} ${message}.`, {
    mistakes: [{ pointer: `/form/${index}`, message, fix }],
  });
}
