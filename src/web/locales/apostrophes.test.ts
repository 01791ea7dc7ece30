import { getCatalogs } from "@lingui/cli/api";
import { getConfig } from "@lingui/conf";
import { expect, test } from "vitest";

const catalogues = await getCatalogs(getConfig({ cwd: import.meta.dirname }));

test.each(catalogues.map((catalogue) => [catalogue.path, catalogue] as const))(
  "%s writes its apostrophes as print does, in English and in Spanish",
  async (_, catalogue) => {
    const said = Object.values((await catalogue.read("es")) ?? {});
    expect(said.length).toBeGreaterThan(50);
    const typed = said
      .flatMap(({ message, translation }) => [message, translation])
      .filter((text) => text?.includes("'"));
    expect(typed, "write ’ where a reader sees it").toEqual([]);
  },
);
