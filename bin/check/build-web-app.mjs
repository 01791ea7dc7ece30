// Brings the built web app up to date, in a process of its own so that a step can wait for it beside others.
import { prepare } from "../bootstrap/prepare.mjs";

await prepare({ webApp: true });
