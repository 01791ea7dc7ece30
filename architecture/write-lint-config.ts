import { writeFileSync } from "node:fs";
import path from "node:path";
import { lintConfigText } from "./lint-config.ts";

writeFileSync(path.resolve(import.meta.dirname, "../.oxlintrc.json"), lintConfigText());
