import { describe, expect, test } from "vitest";
import { letterBody, timeAgo } from "#server/pages/letters-page.ts";

const own = "http://127.0.0.1:3000";

describe("letterBody", () => {
  test("an address of our own can be followed, without the full stop after it", () => {
    expect(letterBody(`Open ${own}/staff/token/a?b=1&c=2.`, own).toString()).toContain(
      `Open <a href="${own}/staff/token/a?b=1&amp;c=2">${own}/staff/token/a?b=1&amp;c=2</a>.`,
    );
  });

  test("an address of anybody else stays text", () => {
    const elsewhere = [
      "http://elsewhere.example/x",
      `${own}.elsewhere.example/`,
      "https://127.0.0.1:3000/",
    ];
    for (const address of elsewhere)
      expect(letterBody(`See ${address}`, own).toString()).not.toContain("<a ");
  });

  test("markup in a letter is shown and not run", () => {
    const shown = letterBody(`<img src=x onerror=alert(1)> ${own}/"><script>`, own).toString();
    expect(shown).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(shown).not.toContain("<script");
  });
});

describe("timeAgo", () => {
  const now = Date.parse("2026-11-21T12:00:00Z");
  test.each([
    ["2026-11-21T11:59:30Z", "this minute", "este minuto"],
    ["2026-11-21T11:58:00Z", "2 minutes ago", "hace 2 minutos"],
    ["2026-11-21T09:00:00Z", "3 hours ago", "hace 3 horas"],
    ["2026-11-20T09:00:00Z", "yesterday", "ayer"],
    ["2026-11-21T12:00:05Z", "this minute", "este minuto"],
  ])("%s was %s", (at, english, spanish) => {
    expect(timeAgo(Date.parse(at), now, "en")).toBe(english);
    expect(timeAgo(Date.parse(at), now, "es")).toBe(spanish);
  });
});
