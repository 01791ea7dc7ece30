import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { makeThrowawayFolder } from "./throwaway-folder.ts";

/** Where the product runs for the journeys: a port that was free, and a folder that is deleted afterwards. */
export interface JourneyServer {
  readonly port: string;
  readonly dataDir: string;
}

const portVariable = "STEPWELL_JOURNEYS_PORT";
const folderVariable = "STEPWELL_JOURNEYS_DATA";

/**
 * Chooses port and folder once. Playwright reads its configuration again in every worker; those find
 * the first choice in the environment.
 */
export const chooseJourneyServer = async (): Promise<JourneyServer> => {
  const chosen = { port: process.env[portVariable], dataDir: process.env[folderVariable] };
  if (chosen.port !== undefined && chosen.dataDir !== undefined) {
    return { port: chosen.port, dataDir: chosen.dataDir };
  }
  const [port, dataDir] = [await freePort(), makeThrowawayFolder()];
  process.env[portVariable] = port;
  process.env[folderVariable] = dataDir;
  process.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));
  return { port, dataDir };
};

const freePort = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" ? address?.port : undefined;
      server.close(() => resolve(String(port)));
    });
  });
