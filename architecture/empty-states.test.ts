import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const screens = globSync("src/web/*/**/*.tsx", {
  exclude: (file) => file.endsWith("ui/empty-state.tsx"),
});
const uses = screens.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/<EmptyState\b[^]*?<\/EmptyState>/g)].map(([text]) => ({
    file,
    text,
  })),
);

/** Where nothing can be done first: the tools above the table say how to see more, or it fills by itself. */
const selfSaid: readonly string[] = ["Nothing matches."];

/** Each thing it may say, without marks. */
const sentencesOf = (text: string): readonly string[] =>
  [...text.replace(/action=\{[^]*?\n?\s*\}\n/, "").matchAll(/<Trans>([^]*?)<\/Trans>/g)].map(
    ([, said = ""]) => said.replaceAll(/\s+/g, " ").trim(),
  );

test("the empty states of the screens are found", () => {
  expect(uses.length).toBeGreaterThan(40);
});

test("what is empty says what to do first, or what will stand there: by a button, or by a second sentence", () => {
  const bare = uses
    .filter(({ text }) => !/\baction=/.test(text))
    .flatMap(({ file, text }) => sentencesOf(text).map((said) => ({ file, said })))
    .filter(({ said }) => !/[.:;?]\s+\S/.test(said) && !selfSaid.includes(said))
    .map(({ file, said }) => `${file}: ${said}`);
  expect(bare).toEqual([]);
});
