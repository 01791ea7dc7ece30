import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

/** Code that both apps load; its sentences stand in both catalogues. */
const both = ["src/web/platform", "src/web/ui"];

/**
 * English stands in the source. Spanish lies in one catalogue for each app, so that the patient app
 * does not carry the staff's sentences. `npx lingui extract --clean` gathers what is new.
 */
export default defineConfig({
  sourceLocale: "en",
  locales: ["es"],
  orderBy: "message",
  // Line numbers would change the catalogues with every line of code.
  format: formatter({ lineNumbers: false }),
  catalogs: [
    {
      path: "src/web/locales/patient/{locale}",
      include: [
        "src/web/app/patient",
        "src/web/app/sign-in-again.tsx",
        "src/web/app/gate-words.ts",
        "src/web/patient",
        ...both,
      ],
      exclude: ["**/*.test.ts"],
    },
    {
      path: "src/web/locales/staff/{locale}",
      include: ["src/web"],
      exclude: ["src/web/app/patient", "src/web/patient", "**/*.test.ts"],
    },
  ],
});
