/** What a code means over HTTP: its status, its title, and what the sender can do. */
export type ProblemKind = {
  status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 413 | 414 | 422 | 429 | 431 | 500 | 503;
  title: string;
  /** What has happened, for the page about the code. */
  meaning: string;
  fix: string;
  /** A request that it answers, and its words for it. */
  example: { request: string; detail: string };
};

/** In examples: the marketplace of the demo, and an account and a number without any row. */
export const CONTRACT = "31337-0x9fe46736679d2d9a65f0992f2272de9f3c7fa6e0";
export const NOBODY = "0x000000000000000000000000000000000000dead";
export const NO_ROW = `${CONTRACT}-999999`;

/** Meaning and example of a row that is not there. */
export const notFound = (list: string, noun: string, id = NO_ROW) => ({
  meaning: `The id can be read, and the index has no ${noun} of that name: it was never made, is not indexed yet, or a reorganisation took it back.`,
  example: { request: `GET /v1/${list}/${id}`, detail: `No ${noun.replaceAll(" ", "")} ${id}.` },
});
