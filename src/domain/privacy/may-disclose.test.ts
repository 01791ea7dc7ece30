import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labels } from "#domain/basics/label.ts";
import { consentState } from "#domain/privacy/consent-defects.ts";
import { consentKinds, recipientKinds, signerRelations } from "#domain/privacy/consent.ts";
import {
  disclosurePurposes,
  informationKinds,
  recipientClasses,
} from "#domain/privacy/information.ts";
import { forAll, sound } from "#test/support/sound-consent.ts";
import { mayDisclose, type Telling } from "#domain/privacy/may-disclose.ts";
import { signatureNeeds } from "#domain/privacy/minor-consent.ts";

const on = "2026-11-19";

const telling = (consent: object, more: Partial<Telling> = {}): Telling => ({
  labels: ["part-2"],
  consents: [{ ...sound, ...consent }],
  recipient: { name: "Rhoda Blackwood", isPatient: false, classes: [] },
  purpose: "legal-advice",
  information: ["attendance"],
  on,
  ...more,
});

describe("telling", () => {
  test("by a consent in force carries the notice of the day", () => {
    expect(mayDisclose(telling({}))).toMatchObject({
      allowed: true,
      basis: "consent",
      consentId: "c",
      notice: { short: "42 CFR part 2 prohibits unauthorized use or disclosure of these records." },
    });
    expect(
      mayDisclose(
        telling({}, { recipient: { name: "  rhoda BLACKWOOD", isPatient: false, classes: [] } }),
      ).allowed,
    ).toBe(true);
  });

  test.each([
    [{ revokedOn: on }, {}, "consent-revoked"],
    [{ expiresOn: "2026-11-18" }, {}, "consent-expired"],
    [{ signedOn: null }, {}, "consent-deficient"],
    [{ signedOn: "2026-11-20" }, {}, "consent-not-yet"],
    [{}, { recipient: { name: "Somebody Else", isPatient: false, classes: [] } }, "no-consent"],
    [{}, { purpose: "employment" }, "consent-does-not-cover"],
    [{}, { information: ["attendance", "diagnoses"] }, "consent-does-not-cover"],
    [{}, { information: [] }, "nothing-to-tell"],
    [{}, { consents: [] }, "no-consent"],
    [{}, { purpose: "treatment" }, "consent-does-not-cover"],
  ] as const)("%o %o is refused: %s", (consent, more, refused) => {
    expect(mayDisclose(telling(consent, more as Partial<Telling>))).toMatchObject({
      allowed: false,
      refused,
    });
  });

  test("for treatment needs no consent outside of Part 2, and a consent inside", () => {
    const visit = { purpose: "treatment", consents: [] } as const;
    expect(mayDisclose(telling({}, { ...visit, labels: ["mental-health"] }))).toMatchObject({
      allowed: true,
      basis: "treatment-payment-operations",
      notice: null,
    });
    for (const label of ["part-2", "restricted", "unheard-of", null])
      expect(mayDisclose(telling({}, { ...visit, labels: ["mental-health", label] })).allowed).toBe(
        false,
      );
    const provider = {
      name: "Dr. Any",
      isPatient: false,
      classes: ["treating-providers" as const],
    };
    const asked = { purpose: "treatment", recipient: provider } as const;
    expect(mayDisclose(telling(forAll, asked))).toMatchObject({ allowed: true, basis: "consent" });
    expect(mayDisclose(telling(forAll, { ...asked, labels: ["restricted"] })).allowed).toBe(false);
  });

  test("the patient needs nobody's consent, counseling notes excepted", () => {
    const own = {
      recipient: { name: "Juniper Ellsworth", isPatient: true, classes: [] },
      purpose: "patient-request",
      consents: [],
    } satisfies Partial<Telling>;
    expect(mayDisclose(telling({}, own))).toMatchObject({ basis: "patient-request" });
    expect(mayDisclose(telling({}, { ...own, information: ["counseling-notes"] })).allowed).toBe(
      false,
    );
  });
});

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const day = fc.constantFrom("2026-01-01", "2026-11-18", on, "2026-11-20", "2027-06-01");
const anyConsent = fc.record({
  id: fc.constant("c"),
  kind: fc.constantFrom(...consentKinds),
  discloser: maybe(fc.constantFrom("Cedar Bridge", " ")),
  recipientKind: fc.constantFrom(...recipientKinds),
  recipients: fc.array(fc.constantFrom("Rhoda Blackwood", "HIE", ...recipientClasses), {
    maxLength: 3,
  }),
  information: fc.subarray([...informationKinds]),
  purposes: fc.subarray([...disclosurePurposes]),
  expiresOn: maybe(day),
  expiresAtEvent: maybe(fc.constantFrom("none", "the end of treatment", "")),
  statesRevocation: fc.boolean(),
  statesRedisclosure: fc.boolean(),
  statesRefusal: fc.boolean(),
  signedOn: maybe(day),
  signedBy: maybe(fc.constant("Juniper Ellsworth")),
  signerRelation: maybe(fc.constantFrom(...signerRelations)),
  signatureMethod: maybe(fc.constantFrom("paper" as const, "electronic" as const)),
  careState: maybe(fc.constant("CO" as const)),
  secondSignedBy: maybe(fc.constant("Marisol Ellsworth")),
  secondSignerRelation: maybe(fc.constantFrom(...signerRelations)),
  secondSignedOn: maybe(day),
  signatureNeed: fc.constantFrom(...signatureNeeds),
  revokedOn: maybe(day),
  eventOn: maybe(day),
});
/** Mostly sound, so that many get through and the property has something to bite on. */
const nearlySound = fc
  .tuple(fc.constantFrom(sound, forAll), anyConsent, fc.subarray(Object.keys(sound)))
  .map(
    ([base, other, fields]) =>
      ({
        ...base,
        ...Object.fromEntries(
          Object.entries(other).filter(([field]) => fields.slice(0, 2).includes(field)),
        ),
      }) as Telling["consents"][number],
  );
const anyTelling = fc.record({
  labels: fc.array(fc.constantFrom<string | null>(...labels, "unknown", null), { maxLength: 3 }),
  consents: fc.array(fc.oneof(nearlySound, anyConsent), { maxLength: 3 }),
  recipient: fc.record({
    name: fc.constantFrom("Rhoda Blackwood", "Somebody"),
    isPatient: fc.boolean(),
    classes: fc.subarray([...recipientClasses]),
  }),
  purpose: fc.oneof(
    fc.constantFrom("legal-advice" as const, "treatment" as const),
    fc.constantFrom(...disclosurePurposes),
  ),
  information: fc.oneof(
    fc.constant(["attendance"] as (typeof informationKinds)[number][]),
    fc.subarray([...informationKinds], { maxLength: 2 }),
  ),
  on: day,
});

test("a deficient, expired or revoked consent discloses nothing, whatever else is so", () => {
  let throughConsent = 0;
  fc.assert(
    fc.property(anyTelling, (asked) => {
      const verdict = mayDisclose(asked);
      if (!verdict.allowed || verdict.basis !== "consent") return;
      throughConsent += 1;
      const live = asked.consents.filter((one) => consentState(one, asked.on) === "in-force");
      expect(live.length).toBeGreaterThan(0);
      // Without those in force, the same is refused.
      const dead = asked.consents.filter((one) => consentState(one, asked.on) !== "in-force");
      const without = mayDisclose({ ...asked, consents: dead });
      expect(without.allowed && without.basis === "consent").toBe(false);
      expect(
        live.some(
          (one) =>
            one.purposes.includes(asked.purpose) &&
            asked.information.every((kind) => one.information.includes(kind)),
        ),
      ).toBe(true);
    }),
    { numRuns: 20_000 },
  );
  expect(throughConsent).toBeGreaterThan(50);
});

test("a stricter label never opens what a weaker one closed, and Part 2 never leaves without notice", () => {
  fc.assert(
    fc.property(anyTelling, fc.constantFrom(...labels), (asked, added) => {
      const before = mayDisclose({ ...asked, labels: [...asked.labels, "general"] });
      const after = mayDisclose({ ...asked, labels: [...asked.labels, added, "general"] });
      if (after.allowed) expect(before.allowed).toBe(true);
      const isPart2 = after.label === "part-2" || after.label === "restricted";
      if (after.allowed && after.basis === "consent" && isPart2)
        expect(after.notice).not.toBeNull();
    }),
    { numRuns: 5000 },
  );
});
