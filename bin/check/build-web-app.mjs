// Brings the built web app up to date, in a process of its own so that a step can wait for it beside others.
import { buildWebApp, webAppIsFresh } from "../bootstrap/web-app.mjs";

if (!webAppIsFresh()) await buildWebApp(process.execPath);
