import { defineConfig } from "vitest/config";

// A loaded machine takes its time; what is waited for must still come.
const patience = { poll: { timeout: 15_000 } };
const needsPostgres = "**/*.db.test.ts";

export default defineConfig({
  test: {
    // Two at a time suits the small machines this has to run on; PostgreSQL works beside them.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          expect: patience,
          include: ["{src,architecture,bin,bench}/**/*.test.{ts,tsx}"],
          exclude: [needsPostgres],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "db",
          expect: patience,
          include: ["{src,test}/**/*.db.test.ts"],
          globalSetup: ["test/support/global-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // Processes are killed and clocks are raced here; whatever needs its second try is named at the end.
          retry: 1,
        },
      },
    ],
  },
});
