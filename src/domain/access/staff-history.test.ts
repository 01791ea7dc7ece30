import { describe, expect, it } from "vitest";
import { staffHistory } from "#domain/access/staff-history.ts";
import type { Changes, Revision } from "#domain/basics/revision.ts";

const at = "2026-11-19T20:00:00Z";
const revision = (version: number, verb: string, changes: Changes): Revision => ({
  id: `00000000-0000-7000-8000-00000000000${version}`,
  version,
  changedAt: at,
  accountId: null,
  actorName: "Ada Admin",
  verb,
  reason: null,
  changes,
});
const told = (history: readonly Revision[], roles: readonly string[]) =>
  staffHistory(history, roles).map(({ verb, changes }) => [verb, changes]);

describe("the history of somebody's access", () => {
  it("of a patient who was hired begins with the hiring, as if nothing had been before", () => {
    const history = [
      revision(4, "accept", { acceptedAt: { from: null, to: at } }),
      revision(3, "invite", {
        roles: { from: ["patient"], to: ["peer-specialist"] },
        acceptedAt: { from: at, to: null },
        endedAt: { from: at, to: null },
        name: { from: null, to: "Pat" },
      }),
      revision(2, "end", { endedAt: { from: null, to: at } }),
      revision(1, "add", { roles: { from: null, to: ["patient"] } }),
    ];
    expect(told(history, ["peer-specialist"])).toEqual([
      ["accept", { acceptedAt: { from: null, to: at } }],
      [
        "invite",
        {
          roles: { from: null, to: ["peer-specialist"] },
          name: { from: null, to: "Pat" },
        },
      ],
    ]);
  });

  it("of a member of staff who is a patient as well names the roles of staff alone", () => {
    const history = [
      revision(3, "change-roles", {
        roles: { from: ["nurse", "patient"], to: ["therapist", "patient"] },
      }),
      revision(2, "admit", { roles: { from: ["nurse"], to: ["nurse", "patient"] } }),
      revision(1, "add", { roles: { from: null, to: ["nurse"] } }),
    ];
    expect(told(history, ["therapist", "patient"])).toEqual([
      ["change-roles", { roles: { from: ["nurse"], to: ["therapist"] } }],
      ["add", { roles: { from: null, to: ["nurse"] } }],
    ]);
  });
});
