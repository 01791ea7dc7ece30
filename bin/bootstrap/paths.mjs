import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const root = path.resolve(fileURLToPath(import.meta.url), "../../..");

/** What this machine needs beside the project: Node, a browser for tests, caches. Made anew when deleted. */
export const runtimeFolder = path.join(root, ".runtime");
