import { describe, expect, test } from "vitest";
import { breakingChanges, type Document, surfaceOf } from "../../../scripts/lib/openapi-surface.ts";

const document = (): Required<Document> => ({
  paths: {
    "/v1/things": {
      get: {
        parameters: [
          { name: "state", in: "query", schema: { type: "string", enum: ["open", "closed"] } },
          { name: "limit", in: "query", schema: { type: "integer" } },
        ],
        responses: {
          200: {
            content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: "object",
        required: ["id", "tags"],
        properties: {
          id: { type: "string" },
          tags: { type: "array", items: { type: "string", enum: ["new"] } },
          note: { anyOf: [{ $ref: "#/components/schemas/Note" }, { type: "null" }] },
        },
      },
    },
  },
});

/** What a change of the document takes from callers. */
function breaksOf(change: (changed: Required<Document>) => void): string[] {
  const changed = document();
  change(changed);
  return breakingChanges(surfaceOf(document()), surfaceOf(changed));
}

// biome-ignore lint/suspicious/noExplicitAny: each case reaches into the document at another place
const thing = (changed: Required<Document>): any => changed.components.schemas?.Thing;
// biome-ignore lint/suspicious/noExplicitAny: as above
const operation = (changed: Required<Document>): any => changed.paths["/v1/things"]?.get;

describe("what breaks callers of the API", () => {
  test("additions and words for people do not", () => {
    expect(
      breaksOf((changed) => {
        operation(changed).summary = "Other words";
        operation(changed).parameters.push({ name: "sort", in: "query", schema: {} });
        operation(changed).parameters[0].schema.enum.push("new");
        thing(changed).properties.more = { type: "string" };
        changed.paths["/v1/others"] = {
          get: { parameters: [{ name: "of", in: "query", required: true, schema: {} }] },
        };
      }),
    ).toEqual([]);
  });

  test.each<[string, (changed: Required<Document>) => void, string]>([
    ["a path that goes", (it) => delete it.paths["/v1/things"], "gone: GET /v1/things"],
    ["a parameter that goes", (it) => operation(it).parameters.pop(), "limit: integer"],
    [
      "a word that is refused",
      (it) => operation(it).parameters[0].schema.enum.pop(),
      "word closed",
    ],
    [
      "a parameter that is demanded",
      (it) => {
        operation(it).parameters[1].required = true;
      },
      "new: GET /v1/things query limit is required",
    ],
    ["a field that goes", (it) => delete thing(it).properties.id, "gone: Thing.id: string"],
    ["a field that may be absent", (it) => thing(it).required.pop(), "gone: Thing.tags: array"],
    [
      "a field that may be null",
      (it) => {
        thing(it).properties.id.type = ["string", "null"];
      },
      "gone: Thing.id: string",
    ],
    [
      "a word that no row has any more",
      (it) => thing(it).properties.tags.items.enum.pop(),
      "word new",
    ],
    [
      "another type of answer",
      (it) => {
        operation(it).responses[200].content["application/json"].schema = { type: "array" };
      },
      "200 application/json: Thing",
    ],
  ])("%s does", (_title, change, line) => {
    expect(breaksOf(change).join("\n")).toContain(line);
  });
});
