import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labels } from "#domain/basics/label.ts";
import { courtOrderDefects, courtOrderState } from "#domain/privacy/court-order-defects.ts";
import {
  courtOrderKinds,
  courtPapers,
  type CourtOrderDefect,
  type CourtOrderTerms,
} from "#domain/privacy/court-order.ts";
import { informationKinds } from "#domain/privacy/information.ts";
import { mayDisclose, type Ground, type Telling } from "#domain/privacy/may-disclose.ts";
import { signatureNeed } from "#domain/privacy/minor-consent.ts";

const on = "2026-11-19";

/** Sound: a civil court opens attendance to a guardian ad litem. */
const order: CourtOrderTerms & { id: string } = {
  id: "o",
  paper: "order",
  kind: "civil",
  court: "District Court, Denver County",
  docketNumber: "2026-DR-1",
  enteredOn: "2026-11-02",
  recipients: ["Rhoda Blackwood"],
  information: ["attendance"],
  expiresOn: null,
  namesPatientOpenly: false,
  gaveNotice: true,
  findsNoOtherWay: true,
  findsPublicInterest: true,
  findsSeriousCrime: false,
  limitsInformation: true,
  limitsRecipients: true,
  limitsFurtherUse: true,
  opensConfidences: false,
  comesWithSubpoena: false,
  endedOn: null,
};

const emergency: Ground = {
  basis: "emergency",
  emergency: {
    ground: "consent-not-obtainable",
    affiliation: "St. Any Hospital",
    toldBy: "Denise Okafor",
    toldAt: "2026-11-19T19:58:00Z",
    nature: "Unresponsive after an overdose",
  },
};

const telling = (ground: Ground, more: Partial<Telling> = {}): Telling => ({
  labels: ["part-2"],
  consents: [],
  recipient: { name: "Rhoda Blackwood", isPatient: false, classes: [] },
  purpose: "legal-proceeding",
  information: ["attendance"],
  on,
  ground,
  ...more,
});
const underOrder = (change: Partial<CourtOrderTerms> = {}, more: Partial<Telling> = {}): Telling =>
  telling({ basis: "court-order", order: { ...order, ...change } }, more);

describe("an order of 42 CFR part 2, subpart E lacks", () => {
  test.each<[Partial<CourtOrderTerms>, CourtOrderDefect[]]>([
    [{}, []],
    // 2.61(b)(1): "a response to the subpoena is not permitted unless an authorizing court order is entered".
    [{ paper: "subpoena" }, ["subpoena-alone"]],
    [{ paper: "subpoena", gaveNotice: false }, ["subpoena-alone"]],
    [{ paper: "warrant" }, ["warrant-alone"]],
    [{ docketNumber: null }, ["no-docket-number"]],
    [{ namesPatientOpenly: true }, ["patient-named-openly"]],
    [{ gaveNotice: false }, ["no-notice"]],
    [{ kind: "program", gaveNotice: false }, []],
    [{ findsNoOtherWay: false }, ["no-other-way-not-found"]],
    [{ findsPublicInterest: false }, ["public-interest-not-found"]],
    [{ kind: "criminal" }, ["serious-crime-not-found"]],
    [{ kind: "criminal", findsSeriousCrime: true }, []],
    [{ limitsInformation: false }, ["information-not-limited"]],
    [{ information: [] }, ["information-not-limited"]],
    [{ limitsRecipients: false }, ["recipients-not-limited"]],
    [{ recipients: [] }, ["recipients-not-limited"]],
    [{ limitsFurtherUse: false }, ["further-use-not-limited"]],
    [{ information: ["session-notes"] }, ["confidences-not-opened"]],
    [{ information: ["session-notes"], opensConfidences: true }, []],
  ])("%o: %o", (change, defects) => {
    expect(courtOrderDefects({ ...order, ...change })).toEqual(defects);
  });

  test.each([
    [{}, "2026-11-01", "not-yet"],
    [{}, on, "in-force"],
    [{ expiresOn: "2026-11-18" }, on, "expired"],
    [{ expiresOn: on }, on, "in-force"],
    [{ endedOn: on }, on, "ended"],
    [{ paper: "subpoena" }, on, "deficient"],
  ] as const)("and %o on %s is %s", (change, day, state) => {
    expect(courtOrderState({ ...order, ...change }, day)).toBe(state);
  });
});

describe("a ground without the patient", () => {
  test.each<[Telling, string]>([
    [telling(emergency), "emergency"],
    [telling(emergency, { labels: ["restricted"], information: ["medications"] }), "emergency"],
    [telling(emergency, { labels: [] }), "emergency"],
    // 42 CFR 2.31(b): none of its exceptions is an emergency.
    [
      telling(emergency, { information: ["counseling-notes"] }),
      "emergency-not-for-counseling-notes",
    ],
    [telling(emergency, { information: [] }), "nothing-to-tell"],
    [underOrder(), "court-order"],
    [underOrder({ paper: "subpoena" }), "subpoena-alone"],
    [underOrder({ paper: "warrant" }), "subpoena-alone"],
    [underOrder({ gaveNotice: false }), "order-deficient"],
    [underOrder({ enteredOn: "2026-12-01" }), "order-not-yet"],
    [underOrder({ expiresOn: "2026-11-18" }), "order-expired"],
    [underOrder({ endedOn: on }), "order-ended"],
    [underOrder({}, { information: ["attendance", "diagnoses"] }), "order-does-not-cover"],
    [
      underOrder({}, { recipient: { name: "Somebody Else", isPatient: false, classes: [] } }),
      "order-does-not-cover",
    ],
  ])("%#: %o is %s", (asked, answer) => {
    const verdict = mayDisclose(asked);
    expect(verdict.allowed ? verdict.basis : verdict.refused).toBe(answer);
  });

  test("of a court never opens what is no order, or what it does not name", () => {
    const truth = fc.boolean();
    let opened = 0;
    const anyOrder = fc.record({
      paper: fc.constantFrom(...courtPapers),
      kind: fc.constantFrom(...courtOrderKinds),
      information: fc.subarray([...informationKinds]),
      gaveNotice: truth,
      findsSeriousCrime: truth,
      opensConfidences: truth,
      limitsInformation: truth,
      endedOn: fc.constantFrom(null, on),
    });
    fc.assert(
      fc.property(
        anyOrder,
        fc.subarray([...informationKinds]),
        fc.array(fc.constantFrom(...labels)),
        (change, information, some) => {
          const verdict = mayDisclose(underOrder(change, { information, labels: some }));
          if (!verdict.allowed) return;
          opened += 1;
          expect(change.paper).toBe("order");
          expect(change.endedOn).toBeNull();
          expect(information.length).toBeGreaterThan(0);
          for (const one of information) expect(change.information).toContain(one);
        },
      ),
      { numRuns: 20_000 },
    );
    expect(opened).toBeGreaterThan(20);
  });
});

describe("who signs (42 CFR 2.14)", () => {
  test.each([
    ["1990-04-01", "CO", "patient"],
    // Eighteen on this very day.
    ["2008-11-19", "CO", "patient"],
    ["2008-11-20", "CO", "minor"],
    ["2011-11-19", "CO", "minor"],
    ["2011-11-20", "CO", "minor-and-parent"],
    ["2014-11-19", "CA", "minor"],
    ["2014-11-20", "CA", "minor-and-parent"],
    ["2020-01-01", "MN", "minor"],
    // A state without a rule of ours, and one that nobody named, ask for both.
    ["2009-01-01", "UT", "minor-and-parent"],
    ["2009-01-01", null, "minor-and-parent"],
    // Of age at nineteen, and at twenty-one.
    ["2008-01-01", "NE", "minor-and-parent"],
    ["2007-01-01", "NE", "patient"],
    ["2007-01-01", "MS", "minor-and-parent"],
  ] as const)("born %s, care in %s: %s", (birthDate, state, need) => {
    expect(signatureNeed(birthDate, state, on)).toBe(need);
  });
});
