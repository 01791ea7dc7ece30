import { defineConfig } from "@playwright/test";
import { findChromium } from "./bin/test/find-chromium.ts";
import { chooseJourneyServer } from "#test/support/journey-server.ts";

const { port, dataDir } = await chooseJourneyServer();
const baseURL = `http://127.0.0.1:${port}`;
const program = findChromium()?.program;
const libraries = process.env["CHROMIUM_LIBRARIES"];

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

export default defineConfig({
  testDir: "test/journeys",
  outputDir: "test-results",
  fullyParallel: true,
  // Two at a time beside the product and its database, on a machine with two cores.
  workers: 2,
  forbidOnly: process.env["CI"] === "true",
  timeout: 60_000,
  // Whatever needs its second try is named at the end of the run.
  retries: 1,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    locale: "en-US",
    timezoneId: "America/Chicago",
    // The one story about working without a network allows them for itself.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      ...(program !== undefined && { executablePath: program }),
      ...(libraries !== undefined && { env: { ...process.env, LD_LIBRARY_PATH: libraries } }),
      args: ["--disable-gpu", "--disable-quic", "--force-color-profile=srgb"],
    },
  },
  projects: [
    { name: "desk", testIgnore: "**/*.phone.spec.ts", use: { viewport: desk } },
    {
      name: "phone",
      testMatch: "**/*.phone.spec.ts",
      use: { viewport: phone, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: `exec "${process.execPath}" bin/run.mjs start`,
    url: `${baseURL}/ready`,
    env: {
      PORT: port,
      HOST: "127.0.0.1",
      STEPWELL_DATA: dataDir,
      STEPWELL_DEMO: "1",
      STEPWELL_DEMO_LIFE: "0",
      DATABASE_URL: "",
      DATABASE_OWNER_URL: "",
    },
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
