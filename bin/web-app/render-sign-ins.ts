import { writeSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** What modules ask of a browser before anybody is there to see; none of it is in what they render. */
const standIns = {
  addEventListener: () => undefined,
  localStorage: { getItem: () => null },
  location: { pathname: "/", search: "" },
  matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
};

interface Renderer {
  readonly servedSignIn: (app: "staff" | "patient") => Promise<string>;
}

// A process of its own: the app would listen and wait as it does in a browser.
Object.assign(globalThis, standIns);
Object.defineProperty(navigator, "onLine", { value: true });
const file = process.argv[2] ?? "";
const { servedSignIn } = (await import(pathToFileURL(file).href)) as Renderer;
const screens = { staff: await servedSignIn("staff"), patient: await servedSignIn("patient") };
writeSync(1, JSON.stringify(screens));
process.exit();
