import { describe, expect, test } from "vitest";
import { consentDefects, consentState } from "#domain/privacy/consent-defects.ts";
import type { ConsentTerms } from "#domain/privacy/consent.ts";
import { forAll, sound } from "#test/support/sound-consent.ts";

const on = "2026-11-19";

/** A parent signs, too. */
const secondSignature = {
  secondSignedBy: "Marisol Ellsworth",
  secondSignerRelation: "parent",
  secondSignedOn: "2026-10-02",
} as const;

describe("a consent of 42 CFR 2.31 lacks", () => {
  test.each([
    [{}, []],
    [{ discloser: null }, ["no-discloser"]],
    [{ information: [] }, ["no-information"]],
    [{ recipients: [] }, ["no-recipient"]],
    [{ recipients: [" "] }, ["no-recipient"]],
    [{ recipientKind: "intermediary" }, ["intermediary-without-participants"]],
    [{ recipientKind: "intermediary", recipients: ["HIE", "my treating providers"] }, []],
    [{ recipientKind: "class", recipients: ["somebody"] }, ["no-recipient"]],
    [{ purposes: [] }, ["no-purpose"]],
    [{ purposes: ["employment", "legal-proceeding"] }, ["purposes-not-separate"]],
    [{ kind: "legal-proceeding" }, ["purposes-not-separate"]],
    [{ kind: "legal-proceeding", purposes: ["legal-proceeding"] }, []],
    [{ information: ["attendance", "counseling-notes"] }, ["counseling-notes-not-separate"]],
    [{ kind: "counseling-notes" }, ["counseling-notes-not-separate"]],
    [{ kind: "counseling-notes", information: ["counseling-notes"] }, []],
    [{ statesRevocation: false }, ["no-right-to-revoke"]],
    [{ expiresOn: null }, ["no-expiry"]],
    [{ expiresOn: null, expiresAtEvent: "none" }, ["no-expiry-not-allowed"]],
    [{ expiresOn: null, expiresAtEvent: "None.", purposes: ["research"] }, []],
    [{ expiresOn: null, expiresAtEvent: "the end of treatment" }, []],
    [{ signedBy: null }, ["not-signed"]],
    [{ signerRelation: null }, ["not-signed"]],
    [{ signedOn: null }, ["signature-not-dated"]],
    [forAll, []],
    [{ ...forAll, statesRedisclosure: false }, ["no-redisclosure-statement"]],
    [{ ...forAll, statesRefusal: false }, ["no-refusal-statement"]],
    [{ ...forAll, purposes: ["treatment", "employment"] }, ["purpose-not-allowed"]],
    [{ signatureNeed: "minor" }, []],
    [{ signatureNeed: "minor", signerRelation: "parent" }, ["parent-signed-alone"]],
    [{ signatureNeed: "minor-and-parent" }, ["parent-not-signed"]],
    [{ signatureNeed: "minor-and-parent", signerRelation: "parent" }, ["minor-not-signed"]],
    [{ signatureNeed: "minor-and-parent", ...secondSignature }, []],
    [
      { signatureNeed: "minor-and-parent", ...secondSignature, secondSignedOn: null },
      ["second-signature-not-dated"],
    ],
    [{ signatureNeed: "minor-and-parent", signedBy: null }, ["not-signed"]],
  ] as const)("%o: %o", (change, defects) => {
    expect(consentDefects({ ...sound, ...change } as ConsentTerms)).toEqual(defects);
  });
});

describe("a consent on a day", () => {
  test.each([
    [{}, "2026-09-30", "not-yet"],
    [{}, "2026-10-01", "in-force"],
    [{}, "2027-01-31", "in-force"],
    [{}, "2027-02-01", "expired"],
    [{ revokedOn: on }, "2026-11-18", "in-force"],
    [{ revokedOn: on }, on, "revoked"],
    [{ eventOn: on }, on, "expired"],
    [{ signedOn: null }, on, "deficient"],
    [secondSignature, "2026-10-01", "not-yet"],
    [secondSignature, "2026-10-02", "in-force"],
  ] as const)("%o on %s is %s", (change, day, state) => {
    expect(consentState({ ...sound, ...change }, day)).toBe(state);
  });
});
