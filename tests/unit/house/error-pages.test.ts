import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ERRORS } from "../../../core/errors.ts";
import { renderErrors } from "../../../scripts/lib/render-errors.ts";

test("docs/errors.md has a section for every code, as generated", () => {
  const text = readFileSync("docs/errors.md", "utf8");
  expect(text).toBe(renderErrors());
  const sections = [...text.matchAll(/^## (\w+)$/gm)].map(([, code]) => code);
  expect(sections.sort()).toEqual(Object.keys(ERRORS).sort());
  for (const section of text.split(/^## /m).slice(1)) {
    for (const part of ["status ", "retry: ", "**Meaning.** ", "**Fix.** ", "**Example.** "]) {
      expect(section).toContain(part);
    }
  }
});
