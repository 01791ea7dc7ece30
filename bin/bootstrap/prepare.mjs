import path from "node:path";
import { fetchNode, findNode } from "./node-runtime.mjs";
import { installPackages, packagesAreInstalled } from "./packages.mjs";
import { runtimeFolder } from "./paths.mjs";
import { inTurn } from "./turn.mjs";
import { buildWebApp, webAppIsFresh } from "./web-app.mjs";

/**
 * Makes sure that Node, the packages and, where asked for, the built web app are there, and gives the
 * Node to run with. When nothing is missing this takes some hundredths of a second.
 *
 * @param {{ webApp: boolean }} needs
 * @returns {Promise<string>}
 */
export const prepare = async ({ webApp }) => {
  const node = findNode();
  const isReady = () => packagesAreInstalled() && (!webApp || webAppIsFresh());
  if (node !== undefined && isReady()) return node;
  return inTurn(path.join(runtimeFolder, "turn"), async () => {
    const usable = findNode() ?? (await fetchNode());
    if (!packagesAreInstalled()) await installPackages(usable);
    if (webApp && !webAppIsFresh()) await buildWebApp(usable);
    return usable;
  });
};
