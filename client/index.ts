export type { Change, ChangeFilter, ReadChangesOptions } from "./changes.ts";
export { createValyraClient, type ValyraClient, type ValyraClientOptions } from "./client.ts";
export { type ListPath, type Page, type Row, type WalkOptions, WalkReorgError } from "./lists.ts";
export { type Problem, type ProblemCode, ProblemError, UnexpectedAnswerError } from "./problem.ts";
export type { components, operations, paths } from "./schema.ts";
