import { describe, expect, test } from "vitest";
import { preferredLocale } from "#server/pages/language.ts";

describe("preferredLocale", () => {
  test.each([
    [undefined, "en"],
    ["", "en"],
    ["es", "es"],
    ["es-MX,es;q=0.9,en;q=0.8", "es"],
    ["en-US,en;q=0.9,es;q=0.8", "en"],
    ["en;q=0.3, es;q=0.7", "es"],
    ["fr-CA,fr;q=0.9", "en"],
    ["fr, es;q=0.2", "es"],
    ["es;q=0", "en"],
    ["est", "en"],
    ["es;q=nonsense, en", "en"],
    [";;,,q=;es", "en"],
  ] as const)("%s is read as %s", (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });
});
