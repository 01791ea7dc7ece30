import { describe, expect, it } from "vitest";
import { destinationOf } from "#web/access/destination.ts";

const to = (address: string): string => destinationOf(new URLSearchParams({ to: address }));

describe("where one goes after signing in", () => {
  it.each([
    "/staff",
    "/staff?people.find=nia",
    "/staff/people",
    "/staff/practice/sites/7?tab=rooms",
  ])("is the screen that was wanted: %s", (address) => expect(to(address)).toBe(address));

  it.each([
    "",
    "https://elsewhere.example/staff/",
    "//elsewhere.example/staff",
    "/\\elsewhere.example",
    "/staffed",
    "/my",
    "javascript:alert(1)",
    "/staff/sign-in?to=/staff/people",
  ])("is never elsewhere nor the sign-in itself: %s", (address) =>
    expect(to(address)).toBe("/staff"),
  );
});
