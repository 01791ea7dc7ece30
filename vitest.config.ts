import { defineConfig } from "vitest/config";

const needsPostgres = "**/*.db.test.ts";

export default defineConfig({
  test: {
    // Two at a time suits the small machines this has to run on; PostgreSQL works beside them.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["{src,architecture,bin,bench}/**/*.test.{ts,tsx}"],
          exclude: [needsPostgres],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "db",
          include: ["{src,test}/**/*.db.test.ts"],
          globalSetup: ["test/support/global-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
