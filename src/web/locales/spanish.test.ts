import { getCatalogs } from "@lingui/cli/api";
import { getConfig } from "@lingui/conf";
import { expect, test } from "vitest";

/** Where a missing sentence is a fault: the whole patient app, the frame of the staff's, and the doors that both use. */
const mustSpeakSpanish = /^src\/web\/(?:access|app|patient|platform|ui)\//;

const catalogues = await getCatalogs(getConfig({ cwd: import.meta.dirname }));

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)|<\/?(\d+)/g)].map(([, name, tag]) => name ?? tag ?? "").toSorted();

test.each(catalogues.map((catalogue) => [catalogue.path, catalogue] as const))(
  "%s says in Spanish what the source says in English",
  async (_, catalogue) => {
    const said = Object.entries((await catalogue.collect()) ?? {});
    const spanish = (await catalogue.read("es")) ?? {};
    expect(said.length).toBeGreaterThan(50);
    const missing = said
      .filter(([, { origin }]) => origin.some(([file]) => mustSpeakSpanish.test(file)))
      .filter(([id]) => !spanish[id]?.translation)
      .map(([, { message }]) => message);
    expect(missing, "run `npx lingui extract --clean`, then fill in es.po").toEqual([]);
  },
  60_000,
);

test.each(catalogues.map((catalogue) => [catalogue.path, catalogue] as const))(
  "%s keeps the places of names and numbers in every sentence",
  async (_, catalogue) => {
    const spanish = Object.values((await catalogue.read("es")) ?? {});
    const changed = spanish.filter(
      ({ message, translation }) =>
        translation && message && !/, plural,/.test(message) &&
        placeholders(message).join() !== placeholders(translation).join(),
    );
    expect(changed.map(({ message }) => message)).toEqual([]);
  },
);
