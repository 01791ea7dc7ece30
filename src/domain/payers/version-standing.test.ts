import { expect, test } from "vitest";
import { versionStanding } from "#domain/payers/version-standing.ts";

const version = (
  state: "draft" | "testing" | "confirmed" | "retired",
  effectiveFrom: string,
  effectiveTo: string | null = null,
  publishedAt: string | null = "2026-01-01T00:00:00Z",
) => ({ state, effectiveFrom, effectiveTo, publishedAt });

test.each([
  ["draft", version("draft", "2026-01-01", null, null)],
  ["testing", version("testing", "2026-01-01", null, null)],
  ["in-force", version("confirmed", "2026-11-19")],
  ["ending", version("confirmed", "2026-01-01", "2026-11-19")],
  ["ending", version("retired", "2026-01-01", "2026-12-31")],
  ["over", version("confirmed", "2026-01-01", "2026-11-18")],
  ["ahead", version("confirmed", "2026-11-20")],
  ["never", version("retired", "2026-01-01", null, null)],
  ["withdrawn", version("retired", "2026-01-01", "2025-12-31")],
] as const)("%s", (standing, of) => {
  expect(versionStanding(of, "2026-11-19")).toBe(standing);
});
