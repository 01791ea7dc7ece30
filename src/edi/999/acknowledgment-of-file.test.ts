import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  contentAcknowledgment,
  envelopeAcknowledgment,
  type StandInAcknowledgment,
} from "#edi/999/stand-in-acknowledgment.ts";
import type { AcknowledgmentFacts } from "#domain/billing/claims/acknowledgment.ts";
import { acknowledgmentOfFile } from "#edi/999/acknowledgment-of-file.ts";
import { readAcknowledgments } from "#edi/999/read-acknowledgments.ts";
import { sentFileOf, type SentFile } from "#edi/999/sent-file.ts";
import { writeClaimsFile } from "#edi/837/claims-file.ts";
import { problemList } from "#edi/x12/problem.ts";
import { claimSnapshots } from "#test/support/arbitrary-snapshots.ts";
import { goodInstitutional, goodProfessional } from "#test/support/good-claims.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const sent = (segments: readonly string[]): SentFile => {
  const file = sentFileOf(encode(segments.map((one) => `${one}~`).join("")));
  if (file === null) throw new Error("A file that cannot be read.");
  return file;
};

const file = sent(goodProfessional);
const usual: StandInAcknowledgment = { control: 9, date: "20261123", time: "0812", verdict: "A" };

const said = (text: string, of: SentFile = file): AcknowledgmentFacts | null =>
  acknowledgmentOfFile(readAcknowledgments([encode(text)], problemList()), of);

describe("what an answer says of a file of ours", () => {
  test("a 999 that accepts takes every claim", () =>
    expect(said(contentAcknowledgment(file, usual))).toEqual({
      kind: "999",
      said: "2026-11-23T08:12:00",
      verdict: "accepted",
      notes: { interchange: [], group: [], transaction: [] },
      faults: [],
      rejected: [],
    }));

  test("a rejected transaction takes all of its claims along; the one that was wrong is named", () => {
    const answer = said(
      contentAcknowledgment(file, {
        ...usual,
        verdict: "R",
        errors: ["IK3*CLM*22*2300*8", "CTX*CLM01:HS00000001", "IK4*5:1*1331*7"],
      }),
    );
    expect(answer?.verdict).toBe("rejected");
    expect(answer?.rejected).toEqual(["HS00000001", "HS00000002"]);
    expect(answer?.notes.transaction).toEqual(["5"]);
    expect(answer?.faults).toEqual([
      {
        claim: "HS00000001",
        segment: "CLM",
        position: 22,
        loop: "2300",
        code: "8",
        elements: [{ element: 5, component: 1, code: "7" }],
      },
    ]);
  });

  // Counted from ST as 1, as receivers count.
  const positionOf = (start: string): number => {
    const from = goodProfessional.findIndex((one) => one.startsWith("ST*"));
    return goodProfessional.findIndex((one) => one.startsWith(start)) - from + 1;
  };
  const faultAt = (segment: string, position: number) =>
    said(
      contentAcknowledgment(file, {
        ...usual,
        verdict: "E",
        errors: [`IK3*${segment}*${position}**8`],
      }),
    )?.faults[0]?.claim;

  test("where no claim is named, its place tells which it is", () => {
    expect(faultAt("SV1", positionOf("SV1*HC:90834"))).toBe("HS00000002");
    expect(faultAt("HI", positionOf("HI*ABK:F1020"))).toBe("HS00000001");
    // What stands in front of a claim, on its person's level, is of that claim.
    expect(faultAt("DMG", positionOf("DMG*D8*19870704"))).toBe("HS00000001");
    expect(faultAt("SBR", positionOf("SBR*P**GRP9"))).toBe("HS00000002");
    expect(faultAt("NM1", positionOf("NM1*QC"))).toBe("HS00000002");
    // The biller is of no single claim, and a place where another segment stands tells nothing.
    expect(faultAt("PRV", positionOf("PRV*BI"))).toBeNull();
    expect(faultAt("SV1", positionOf("SV1*HC:90834") + 1)).toBeNull();
    expect(faultAt("SV1", 9999)).toBeNull();
  });

  test("errors that are only noted leave every claim accepted", () => {
    const answer = said(
      contentAcknowledgment(file, { ...usual, verdict: "E", errors: ["IK3*CLM*22**8"] }),
    );
    expect([answer?.verdict, answer?.rejected]).toEqual(["accepted-with-errors", []]);
  });

  test("a TA1 speaks of the envelope: taken says nothing of claims, refused keeps them all", () => {
    expect(said(envelopeAcknowledgment(file, usual))).toMatchObject({
      kind: "TA1",
      verdict: "accepted",
    });
    const refused = said(envelopeAcknowledgment(file, { ...usual, verdict: "R", note: "006" }));
    expect(refused).toMatchObject({ kind: "TA1", verdict: "rejected" });
    expect(refused?.notes.interchange).toEqual(["006"]);
    expect(refused?.rejected).toHaveLength(2);
  });

  test("of both in one file the word on the content decides", () => {
    const both =
      envelopeAcknowledgment(file, usual) + contentAcknowledgment(file, { ...usual, verdict: "R" });
    expect(said(both)).toMatchObject({ kind: "999", verdict: "rejected" });
  });

  test("of several that were put together the last by its own moment stands, wherever it stands in the file", () => {
    const early = contentAcknowledgment(file, { ...usual, verdict: "R" });
    const late = contentAcknowledgment(file, { ...usual, time: "0930" });
    expect(said(early + late)).toMatchObject({ verdict: "accepted", said: "2026-11-23T09:30:00" });
    expect(said(late + early)).toMatchObject({ verdict: "accepted" });
    const dated = (text: string, on: string): string =>
      text.replace("*261123*0812*", `*${on}*`).replace("*20261123*0812*", "*00000000*0812*");
    // What its group does not say its envelope does; what says no moment came just now.
    expect(said(dated(early, "261124*0700") + late)).toMatchObject({
      verdict: "rejected",
      said: "2026-11-24T07:00:00",
    });
    expect(said(dated(early, "269999*0812") + late)).toMatchObject({
      verdict: "rejected",
      said: null,
    });
    const envelopes =
      envelopeAcknowledgment(file, { ...usual, time: "0930" }) +
      envelopeAcknowledgment(file, { ...usual, verdict: "R", note: "006" });
    expect(said(envelopes)).toMatchObject({ verdict: "accepted", said: "2026-11-23T09:30:00" });
  });

  test("a copy that was refused says nothing of what was sent first", () => {
    const accepted = envelopeAcknowledgment(file, usual);
    const copy = envelopeAcknowledgment(file, { ...usual, verdict: "R", note: "025" });
    expect(said(copy)).toMatchObject({
      verdict: "unknown",
      rejected: [],
      notes: { interchange: ["025"] },
    });
    expect(said(accepted + copy)).toMatchObject({ verdict: "accepted" });
    const refused = contentAcknowledgment(file, { ...usual, verdict: "R" });
    const ofGroup = refused.replace(/AK9\*R\*[^~]*/, "$&*19");
    const ofEach = refused.replaceAll("IK5*R*5", "IK5*R*23");
    for (const text of [ofGroup, ofEach, ofEach.replace("AK9*R*", "AK9*A*")]) {
      expect(said(text)).toMatchObject({ verdict: "unknown", rejected: [] });
      expect(said(contentAcknowledgment(file, usual) + text)).toMatchObject({
        verdict: "accepted",
      });
    }
    expect(said(ofEach)?.notes.transaction).toEqual(["23"]);
  });

  test("a verdict that is missing is no acceptance", () => {
    const text = contentAcknowledgment(file, usual).replace("IK5*A~", "IK5~");
    expect(said(text)?.verdict).toBe("unknown");
    expect(said(contentAcknowledgment(file, usual).replace("AK9*A*", "AK9**"))?.verdict).toBe(
      "unknown",
    );
    // A part that stays away and is not named.
    expect(said(contentAcknowledgment(file, usual).replace("AK9*A*", "AK9*P*"))?.verdict).toBe(
      "unknown",
    );
  });

  test("it speaks of ours only by number, guide, moment and sender together", () => {
    const answer = contentAcknowledgment(file, usual);
    expect(said(answer.replace("AK1*HC*11*", "AK1*HC*12*"))).toBeNull();
    expect(said(answer.replace("AK1*HC*11*", "AK1*HC*000011*"))).not.toBeNull();
    expect(said(answer.replace("AK1*HC*11*", "AK1*HS*11*"))).toBeNull();
    expect(said(answer.replaceAll("005010X222A1", "005010X223A2"))).toBeNull();
    // Another organization has a file of the same number.
    expect(said(answer.replaceAll("HARBORSTEPS", "OTHERHOUSE "))).toBeNull();
    expect(said(envelopeAcknowledgment({ ...file, date: "261121" }, usual))).toBeNull();
  });
});

test("of several transactions only the rejected one stays away", () => {
  const [first] = file.transactions;
  if (first === undefined) throw new Error("No transaction.");
  const second = { ...first, control: "0002", claims: ["HS00000003"], places: [] };
  const larger: SentFile = { ...file, transactions: [first, second] };
  const text = contentAcknowledgment(larger, usual)
    .replace("AK2*837*0002*005010X222A1~IK5*A", "AK2*837*0002*005010X222A1~IK5*R*5")
    .replace("AK9*A*2*2*2", "AK9*P*2*2*1");
  expect(said(text, larger)).toMatchObject({
    verdict: "partly-accepted",
    rejected: ["HS00000003"],
  });
});

describe("whatever was sent", () => {
  const files = fc
    .oneof(claimSnapshots("professional"), claimSnapshots("institutional"))
    .map((snapshots) => ({
      controls: snapshots.map(({ control }) => control),
      file: sentFileOf(
        writeClaimsFile({
          claims: snapshots.map((snapshot) => ({ snapshot, notice: null })),
          control: 17,
          on: "2026-11-22",
          at: "08:30",
        }).bytes,
      ),
    }));

  test("it is read as it was written, and an answer to it names each of its claims", () =>
    fc.assert(
      fc.property(files, ({ controls, file: one }) => {
        if (one === null) throw new Error("A file of ours that cannot be read.");
        const claims = one.transactions.flatMap((each) => each.claims);
        expect(claims.toSorted()).toEqual(controls.toSorted());
        expect(said(contentAcknowledgment(one, usual), one)?.verdict).toBe("accepted");
        const rejected = said(contentAcknowledgment(one, { ...usual, verdict: "R" }), one);
        expect(rejected?.rejected.toSorted()).toEqual(controls.toSorted());
        for (const { places } of one.transactions)
          for (const [at, place] of places.entries())
            if (place.segment === "CLM")
              expect(
                said(
                  contentAcknowledgment(one, {
                    ...usual,
                    verdict: "E",
                    errors: [`IK3*CLM*${at + 1}**8`],
                  }),
                  one,
                )?.faults[0]?.claim,
              ).toBe(place.claim);
      }),
      { numRuns: 30 },
    ));

  test("an answer that was cut anywhere never accepts what its whole rejects", () => {
    const whole = contentAcknowledgment(file, { ...usual, verdict: "R" });
    fc.assert(
      fc.property(fc.nat(whole.length), (length) => {
        expect(["accepted", "accepted-with-errors"]).not.toContain(
          said(whole.slice(0, length))?.verdict,
        );
      }),
    );
  });
});

test("what is no file of claims is read as none", () => {
  expect(sentFileOf(encode(""))).toBeNull();
  expect(sentFileOf(encode("Dear partner"))).toBeNull();
  expect(sent(goodInstitutional).guide).toBe("005010X223A2");
});
