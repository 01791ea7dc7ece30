import { describe, expect, it } from "vitest";
import { faultOfEnding, faultOfRoles, faultOfSending } from "#domain/access/person.policy.ts";

const asker = { accountId: "asker" };
const person = (state: "active" | "invited" | "invitation-over" | "ended", ...roles: string[]) => ({
  accountId: "other",
  roles,
  state,
});

describe("ending somebody's access", () => {
  it.each([
    ["a therapist", person("active", "therapist"), 0, undefined],
    ["an administrator among several", person("active", "administrator"), 1, undefined],
    ["the last administrator", person("active", "administrator"), 0, "last-administrator"],
    ["an administrator who never came", person("invited", "administrator"), 0, undefined],
    ["somebody whose access ended", person("ended", "therapist"), 3, "access-ended"],
  ] as const)("%s", (_, at, others, expected) => {
    expect(faultOfEnding(at, asker, others)).toBe(expected);
  });

  it("is never one's own", () => {
    const own = { ...person("active", "administrator"), accountId: "asker" };
    expect(faultOfEnding(own, asker, 5)).toBe("own-access");
  });

  it("from the machine itself belongs to nobody, so it may be anybody's", () => {
    expect(faultOfEnding(person("active", "therapist"), { accountId: null }, 1)).toBeUndefined();
    const invited = { ...person("invited", "therapist"), accountId: null };
    expect(faultOfEnding(invited, { accountId: null }, 1)).toBeUndefined();
  });
});

describe("changing roles", () => {
  it.each([
    [["therapist"], ["nurse"], 0, undefined],
    [["administrator"], ["administrator", "nurse"], 0, undefined],
    [["administrator"], ["nurse"], 0, "last-administrator"],
    [["administrator"], ["nurse"], 1, undefined],
  ] as const)("from %j to %j with %i others", (from, to, others, expected) => {
    expect(faultOfRoles(person("active", ...from), to, others)).toBe(expected);
  });
  it("of somebody whose access ended is refused", () => {
    expect(faultOfRoles(person("ended", "nurse"), ["nurse"], 1)).toBe("access-ended");
  });
});

describe("sending an invitation again", () => {
  it.each([
    ["invited", undefined],
    ["invitation-over", undefined],
    ["active", "accepted-already"],
    ["ended", "access-ended"],
  ] as const)("to somebody %s", (state, expected) => {
    expect(faultOfSending({ state })).toBe(expected);
  });
});
