import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

/**
 * English travels with the screen that says it, ready to be said: the sentences that the macros left
 * in the code are compiled in place, so that neither a catalogue of the whole product nor a parser is
 * loaded.
 */
export const sayEnglishInPlace = (): Plugin => ({
  name: "say-english-in-place",
  apply: "build",
  enforce: "post",
  transform: {
    filter: { id: /src\/web\/.*\.tsx?$/, code: /message: "/ },
    handler: (code) => ({
      code: code.replace(
        /(id: "[^"]+",\s*message: )("(?:[^"\\]|\\.)*")/g,
        (_, before: string, text: string) =>
          before + JSON.stringify(compiled(JSON.parse(text) as string)),
      ),
      map: null,
    }),
  },
});

const compiled = (text: string): unknown[] => {
  const tokens = compileMessage(text);
  return Array.isArray(tokens) ? tokens : [tokens];
};
