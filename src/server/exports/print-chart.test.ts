import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { chartParts } from "#domain/exports/chart-part.ts";
import type { ChartCopy } from "#domain/exports/chart-copy.ts";
import { noticeOn } from "#domain/privacy/redisclosure-notice.ts";
import { printChart } from "#server/exports/print-chart.ts";
import { sampleChart, sampleKeeper } from "#test/support/sample-chart.ts";

const occasion = {
  keeper: sampleKeeper,
  parts: chartParts,
  recipient: "Larkspur Clinic",
  purpose: "treatment",
  from: null,
  to: null,
  at: "2026-11-19T20:00:00Z",
  notice: noticeOn("2026-11-19"),
};

/** The objects of a document as text, compressed streams opened. */
const opened = async (chart: ChartCopy): Promise<string> => {
  const { bytes } = await printChart(chart, occasion);
  const text = Buffer.from(bytes).toString("latin1");
  const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, stream = ""]) => {
    try {
      return inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
  return [text, ...streams].join("\n");
};

const utf16 = (text: string): string => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
  return bytes.toString("latin1");
};

describe("a chart on paper", () => {
  test("is tagged, says its language and its title, and has its fonts inside", async () => {
    const text = await opened(sampleChart);
    expect(text).toContain("/StructTreeRoot");
    expect(text).toContain("/Marked true");
    expect(text).toContain("(en-US)");
    expect(text).toContain("/DisplayDocTitle true");
    expect(text).toContain("pdfuaid:part");
    expect(text).toContain("/FontFile2");
    for (const tag of ["/S /H1", "/S /H2", "/S /H3", "/S /Table", "/S /TH", "/S /TD"])
      expect(text, tag).toContain(tag);
  });

  test("has a page for everything, however long, and as many the second time", async () => {
    const long = {
      ...sampleChart,
      notes: Array.from({ length: 40 }, () => sampleChart.notes).flat(),
    };
    const first = await printChart(long, occasion);
    expect(first.pages).toBeGreaterThan(20);
    const second = await printChart(long, occasion);
    expect(second.pages).toBe(first.pages);
  });

  test.each(["שרה לוי", "شهرزاد", "Ana 🌱 María", "李小龍"])(
    "keeps %s for whoever listens, and says what it cannot draw",
    async (name) => {
      const patient = { ...sampleChart.patient, preferredName: name };
      const text = await opened({ ...sampleChart, patient });
      expect(text).toContain("/ActualText");
      const written = utf16(`Called: ${name}`).slice(2);
      expect(text.replaceAll("\\\\", "\\").replaceAll("\\(", "(").replaceAll("\\)", ")")).toContain(
        written,
      );
    },
  );
});
