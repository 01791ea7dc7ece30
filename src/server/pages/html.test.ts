import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Html, html } from "#server/pages/html.ts";

const decode = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

const hostile = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom("<", ">", '"', "'", "&", "=", "/", " ", "`", "a", ";", "#") }),
  fc.constantFrom("<script>alert(1)</script>", '" onload="x', "&lt;b&gt;", "</title><img src=x>"),
);

const addressLike = fc
  .tuple(
    fc.constantFrom("", " ", "/", "//", "?", "https:", "tel:", "javascript:", "JavaScript:"),
    hostile,
  )
  .map(([start, rest]) => start + rest);

describe("html", () => {
  test("a value never adds a sign that markup is made of, and reads back as it was", () => {
    fc.assert(
      fc.property(hostile, hostile, (inText, inAttribute) => {
        const made = html`<p title="${inAttribute}">${inText}</p>`.toString();
        const parts = /^<p title="([^"<>]*)">([^<>"]*)<\/p>$/.exec(made);
        expect(parts).not.toBeNull();
        expect(decode(parts?.[1] ?? "")).toBe(inAttribute);
        expect(decode(parts?.[2] ?? "")).toBe(inText);
      }),
    );
  });

  test("an address names our own pages and phones, and nothing that runs", () => {
    for (const good of ["/help", "?lang=es", "#top", "tel:988", "https://stepwell.example/a"])
      expect(html`<a href="${good}">x</a>`.toString()).toContain(good);
    const bad = [
      "javascript:alert(1)",
      "//elsewhere.example",
      "/\\elsewhere",
      " /x",
      "data:text/html,x",
      "",
    ];
    for (const one of bad) expect(() => html`<a href="${one}">x</a>`, one).toThrow();
  });

  test("only schemes on the list ever pass, whatever is tried", () => {
    fc.assert(
      fc.property(addressLike, (text) => {
        let made: string | undefined;
        try {
          made = html`<a href="${text}">x</a>`.toString();
        } catch {
          made = undefined;
        }
        if (made !== undefined) expect(text).toMatch(/^([#?]|\/|https?:|tel:|sms:)/);
      }),
    );
  });

  test("markup nests as it is, lists are joined, nothing is nothing", () => {
    const items = ["a<", "b"].map((item) => html`<i>${item}</i>`);
    const made = html`<b>${items}${null}${undefined}${false}${0}</b>`;
    expect(made.toString()).toBe("<b><i>a&lt;</i><i>b</i>0</b>");
    expect(html`<p ${html`hidden`}>x</p>`.toString()).toBe("<p hidden>x</p>");
  });

  test("what cannot be made safe is refused", () => {
    const value = "x onload=alert(1)";
    expect(() => html`<p class=${value}>x</p>`).toThrow();
    expect(() => html`<p ${value}>x</p>`).toThrow();
    expect(() => html`<p title="${html`<b>x</b>`}">x</p>`).toThrow();
    expect(() => html`<p title="x`).toThrow();
    expect(() => new Html("<script>", Symbol("html") as never)).toThrow();
  });
});
