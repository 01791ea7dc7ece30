import { describe, expect, test } from "vitest";
import { takerOfOwnRecord } from "#domain/privacy/own-record.ts";

const patient = {
  givenName: "Juniper",
  middleName: "Ada",
  familyName: "Ellsworth",
  preferredName: "June",
  formerNames: ["Juniper Marlowe"],
};
const contact = (name: string, roles: readonly string[], retiredAt: string | null = null) => ({
  name,
  roles: roles as ("legal-guardian" | "health-care-agent" | "emergency")[],
  retiredAt,
});
const contacts = [
  contact("Wren Ellsworth", ["emergency", "legal-guardian"]),
  contact("Robin Ellsworth", ["health-care-agent"]),
  contact("Perry Whitlock", ["emergency"]),
  contact("Old Guardian", ["legal-guardian"], "2026-01-01T00:00:00Z"),
];

describe("who takes a person's own record", () => {
  test.each([
    "Juniper Ellsworth",
    "juniper  ELLSWORTH",
    "June Ellsworth",
    "Juniper Ada Ellsworth",
    "Juniper Marlowe",
  ])("%s is the person", (name) => {
    expect(takerOfOwnRecord(patient, contacts, name)).toEqual({ as: "patient" });
  });

  test.each([
    ["Wren Ellsworth", "legal-guardian"],
    ["robin ellsworth", "health-care-agent"],
  ])("%s stands for them as %s", (name, role) => {
    expect(takerOfOwnRecord(patient, contacts, name)).toEqual({ as: "representative", role });
  });

  test.each(["Perry Whitlock", "Old Guardian", "Larkspur Clinic", "Juniper", "Ellsworth", ""])(
    "%j is somebody else",
    (name) => {
      expect(takerOfOwnRecord(patient, contacts, name)).toBeNull();
    },
  );
});
