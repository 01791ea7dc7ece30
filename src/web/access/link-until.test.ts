import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { linkEnd } from "#domain/access/link-lifetime.ts";
import { linkUntil } from "#web/access/link-until.ts";

test("the screen says the moment at which the door ends the link", () => {
  const invitedAt = "2026-11-12T20:00:00Z";
  expect(linkUntil(invitedAt)).toBe("2026-11-19T20:00:00.000Z");
  const end = linkEnd("invitation", Temporal.Instant.from(invitedAt));
  expect(Temporal.Instant.from(linkUntil(invitedAt)).equals(end)).toBe(true);
});
