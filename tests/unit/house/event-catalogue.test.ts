import { readFileSync } from "node:fs";
import { toEventSelector } from "viem";
import { expect, test } from "vitest";
import {
  ABI_OF_KIND,
  declarationOf,
  eventsOf,
  renderEventCatalogue,
} from "../../../scripts/lib/event-catalogue.ts";

const catalogue = readFileSync("docs/events.md", "utf8");

test("the event catalogue lists exactly the events of the ABIs, as generated [1.58]", () => {
  expect(catalogue).toBe(renderEventCatalogue());
  const sections = catalogue.split(/^## /m).slice(1);
  const kinds = Object.values(ABI_OF_KIND);
  expect(sections).toHaveLength(kinds.length);
  kinds.forEach((abi, at) => {
    const listed = (sections[at] ?? "").matchAll(/^\| `([^`]+)` \| `(0x\w{64})` \|/gm);
    expect([...listed].map(([, declaration, topic]) => [declaration, topic])).toEqual(
      eventsOf(abi).map((event) => [declarationOf(event), toEventSelector(event)]),
    );
  });
});
