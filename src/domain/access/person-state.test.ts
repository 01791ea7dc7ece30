import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { personState } from "#domain/access/person-state.ts";

const invitedAt = "2026-11-12T20:00:00Z";
const at = (now: string, acceptedAt: string | null = null, endedAt: string | null = null) =>
  personState({ invitedAt, acceptedAt, endedAt }, Temporal.Instant.from(now));

it("an invitation lasts seven days to the second", () => {
  expect(at("2026-11-19T19:59:59Z")).toBe("invited");
  expect(at("2026-11-19T20:00:00Z")).toBe("invitation-over");
});

it("who has accepted stays until the access ends", () => {
  expect(at("2027-11-19T20:00:00Z", "2026-11-13T09:00:00Z")).toBe("active");
  expect(at("2027-11-19T20:00:00Z", "2026-11-13T09:00:00Z", "2027-01-01T00:00:00Z")).toBe("ended");
});
