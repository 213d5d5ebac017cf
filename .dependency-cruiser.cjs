/**
 * Who may import whom (docs/architecture.md has the table and the three reasons).
 * Paths are relative to the root; a package is seen as node_modules/<name>.
 */

const TEST_FILES = "\\.test(-d)?\\.ts$";

/** `from` may import what `allowed` names (patterns), and nothing else. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: TEST_FILES },
  to: { pathNot: allowed },
});

const never = (name, from, banned, comment, to = {}) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: TEST_FILES },
  to: { path: banned, ...to },
});

/** A package by name, as installed, in Node itself or unresolved. */
const pkg = (name) => `(^|/)node_modules/${name}(/|$)`;

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      comment: "A cycle of values hides who owns what; types may refer to each other.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphan",
      comment: "A file that imports nothing and that nothing imports is dead.",
      severity: "error",
      from: {
        orphan: true,
        pathNot: ["\\.d\\.ts$", "\\.config\\.ts$", TEST_FILES, "^scripts/", "^\\."],
      },
      to: {},
    },
    {
      name: "no-unresolvable",
      comment: "The import resolves to nothing. ponder:* modules exist only inside Ponder.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^ponder:" },
    },
    {
      name: "no-dev-dependency-in-production",
      comment: "What runs in production, the demo included, is a plain dependency.",
      severity: "error",
      from: { path: "^(src|core|api|guard|journal|workers|devnet)/", pathNot: TEST_FILES },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    only("abis-import-nothing", "^abis/", ["^abis/"], "ABIs are data."),
    only(
      "protocol-is-pure",
      "^src/protocol/",
      ["^src/protocol/", "^abis/", pkg("(viem|abitype)")],
      "Shared by everybody and inside Ponder's hash: pure, without I/O.",
    ),
    only(
      "schema-knows-the-protocol-only",
      "^ponder\\.schema\\.ts$",
      ["^src/protocol/", pkg("ponder")],
      "The schema is read by core as types; it must not pull anything in.",
    ),
    only(
      "config-has-no-logic",
      "^ponder\\.config\\.ts$",
      ["^src/protocol/", "^abis/", "^core/(config|deployments|db)/", pkg("ponder"), pkg("viem")],
      "Settings that change indexing travel through the fingerprint, nothing else does.",
    ),
    only(
      "rows-write-tables",
      "^src/rows/",
      [
        "^src/(rows|protocol)/",
        "^src/deployment\\.ts$",
        "^ponder:",
        "^abis/",
        pkg("(ponder|viem)"),
      ],
      "A row writer sees the store and the protocol. What src imports from outside is not hashed.",
    ),
    only(
      "contract-files-decode-and-call",
      "^src/(?!deployment\\.ts$)[^/]+\\.ts$",
      ["^src/[a-z-]+\\.ts$", "^src/(rows|protocol)/", "^ponder:registry", "^abis/"],
      "A contract file decodes an event and calls one row writer.",
    ),
    only(
      "deployments-come-through-the-config",
      "^src/deployment\\.ts$",
      ["^ponder\\.config\\.ts$", "^src/protocol/"],
      "What the config exports to handlers is in its fingerprint, so in the build id.",
    ),
    only(
      "ponder-api-is-a-pointer",
      "^src/api/",
      ["^src/api/", "^ponder:(api|schema)", pkg("(ponder|hono)")],
      "Ponder's own port mounts its GraphQL and SQL, and points to the real API.",
    ),
    never(
      "core-knows-no-user",
      "^core/",
      [
        "^(api|workers|guard|journal|devnet|console|tests|scripts|bench)/",
        pkg("(hono|@hono|bullmq)"),
      ],
      "core is below its users and knows neither HTTP nor queues.",
    ),
    never(
      "core-sees-the-protocol-of-src",
      "^core/",
      "^src/(?!protocol/)",
      "The rest of src runs inside Ponder only.",
    ),
    never(
      "core-sees-the-schema-as-types",
      "^core/",
      "^ponder\\.schema\\.ts$",
      "Importing its values would bring Ponder into every process.",
      { dependencyTypesNot: ["type-only"] },
    ),
    never(
      "api-asks-core",
      "^api/",
      [
        "^(workers|guard|journal|devnet|tests|scripts|bench)/",
        "^src/(?!protocol/)",
        "^ponder\\.",
        pkg("(ponder|pg|bullmq)"),
      ],
      "The API has no database driver, queue or indexer of its own.",
    ),
    never(
      "requests-leave-by-core-outgoing",
      "^(api|core|workers|journal)/(?!outgoing/)",
      [pkg("(undici|axios|got|node-fetch|ky)"), "^(node:)?(http2|https|tls|dgram)$"],
      "Every request that leaves is checked in one place (core/outgoing, checks SS-1 to SS-3).",
    ),
    never(
      "only-servers-import-node-http",
      "^(api|core|workers|journal)/(?!(core/)?(outgoing/|health-server|server|metrics-server))",
      ["^(node:)?http$"],
      "It serves here and asks nobody; requests leave through core/outgoing.",
      { dependencyTypesNot: ["type-only"] },
    ),
    never(
      "api-sees-kysely-as-types",
      "^api/",
      pkg("kysely"),
      "Queries are written in core/queries.",
      { dependencyTypesNot: ["type-only"] },
    ),
    never(
      "guard-watches-from-outside",
      "^guard/",
      [
        "^(api|workers|journal|devnet|tests|scripts|bench)/",
        "^src/(?!protocol/)",
        "^ponder\\.",
        pkg("ponder"),
      ],
      "The guard checks the indexer and shares none of its code but the protocol.",
    ),
    never(
      "journal-stands-on-core",
      "^journal/",
      [
        "^(abis|api|workers|guard|devnet|console|tests|scripts|bench)/",
        "^src/(?!protocol/)",
        "^ponder\\.",
        pkg("(ponder|hono|@hono|bullmq)"),
      ],
      "The journal only appends; whoever reacts to entries does so elsewhere.",
    ),
    never(
      "devnet-is-a-user",
      "^devnet/",
      ["^(guard|workers|journal|tests|scripts|bench)/", "^src/(?!protocol/)", "^ponder\\."],
      "The devnet starts processes; it does not reach into them.",
    ),
    only(
      "client-stands-alone",
      "^client/",
      [
        "^client/",
        pkg("(openapi-fetch|openapi-typescript-helpers|eventsource-parser|openapi-react-query)"),
        pkg("(@tanstack/react-query|react)"),
      ],
      "It is published by itself and knows the API by its document only.",
    ),
    never(
      "nobody-imports-the-guard",
      "^(?!guard/|tests/|scripts/|bench/)",
      "^guard/",
      "The guard can be taken away without touching anything else.",
    ),
    never(
      "nobody-imports-the-devnet",
      "^(src|core|api|guard|workers|journal|abis)/",
      "^devnet/",
      "Production does not know the demo.",
    ),
    never(
      "nobody-imports-tests-or-scripts",
      "^(src|core|api|guard|workers|journal|devnet|abis)/",
      "^(tests|scripts|bench)/",
      "They are the top of the graph.",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.demo|\\.ponder|coverage|reports|client/dist)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".mts", ".js", ".mjs", ".json", ".d.ts"],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
