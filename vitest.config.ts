import { defineConfig } from "vitest/config";

/** Services take their time to start on a busy machine; a hang still ends. */
const HOOK_TIMEOUT_MS = 300_000;

/** Suites that start Postgres, anvil or Ponder. */
const withServices = {
  hookTimeout: HOOK_TIMEOUT_MS,
  testTimeout: 300_000,
  teardownTimeout: 30_000,
} as const;

/** A file that waits leaves a core to another one; vitest alone would take one worker on two cores. */
const twoAtOnce = { maxWorkers: 2 } as const;

/**
 * The files of a worker share its modules: loading the API anew for each of them took half of the
 * processor time. So a test keeps nothing in a module that another file could trip over.
 */
const shareModules = { isolate: false } as const;

/** The same cases of property tests in every run. */
const setupFiles = ["tests/support/property-seed.ts"];

const beside = "{api,bench,core,devnet,guard,journal,scripts,workers}/**/*.test.ts";

export default defineConfig({
  test: {
    includeTaskLocation: true,
    allowOnly: !process.env.CI,
    // Children of tests report their own coverage (scripts/lib/child-coverage.mjs); this is the
    // coverage of the test processes. Only the unit suite lists the files that no test loads.
    coverage: {
      provider: "v8",
      reporter: ["json"],
      exclude: [
        "**/*.test.ts",
        "**/*.test-d.ts",
        "tests/**",
        "abis/**",
        "devnet/artifacts/**",
        "*.config.ts",
        "ponder-env.d.ts",
      ],
    },
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts", beside],
          ...twoAtOnce,
          ...shareModules,
          testTimeout: 30_000,
          hookTimeout: HOOK_TIMEOUT_MS,
          setupFiles,
        },
      },
      {
        test: {
          name: "indexing",
          include: ["tests/indexing/**/*.test.ts"],
          ...withServices,
          ...twoAtOnce,
        },
      },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          ...withServices,
          ...twoAtOnce,
          ...shareModules,
          setupFiles,
          globalSetup: "tests/support/postgres-setup.ts",
        },
      },
      {
        test: {
          name: "guard",
          include: ["tests/guard/**/*.test.ts"],
          ...withServices,
          ...twoAtOnce,
          setupFiles,
          globalSetup: "tests/support/postgres-setup.ts",
        },
      },
      { test: { name: "stack", include: ["tests/stack/**/*.test.ts"], ...withServices } },
      {
        test: {
          name: "types",
          include: [],
          // Only what the tests import is checked; `verify` checks the whole project.
          typecheck: {
            enabled: true,
            only: true,
            include: ["tests/types/*.test-d.ts"],
            tsconfig: "tests/types/tsconfig.json",
          },
        },
      },
    ],
  },
});
