import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClaimSnapshot } from "#domain/billing/claims/claim-snapshot.ts";
import type { Claim, ServiceLine } from "#edi/837/claim.ts";
import { writeClaimsFile } from "#edi/837/claims-file.ts";
import { institutionalFromSnapshots } from "#edi/837i/institutional-from-snapshot.ts";
import { readInstitutional } from "#edi/837i/read-institutional.ts";
import { writeInstitutional } from "#edi/837i/write-institutional.ts";
import { professionalFromSnapshots } from "#edi/837p/professional-from-snapshot.ts";
import { readProfessional } from "#edi/837p/read-professional.ts";
import { writeProfessional } from "#edi/837p/write-professional.ts";
import { problemList } from "#edi/x12/problem.ts";
import { claimSnapshots } from "#test/support/arbitrary-snapshots.ts";

const notice = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

const fileOf = (snapshots: readonly ClaimSnapshot[]) => ({
  claims: snapshots.map((snapshot) => ({ snapshot, notice })),
  control: 17,
  on: "2026-11-22",
  at: "08:30",
});

const segmentsOf = (snapshots: readonly ClaimSnapshot[]) =>
  new TextDecoder().decode(writeClaimsFile(fileOf(snapshots)).bytes).split("~");

/** What a claim of the file says, in the words of the snapshot. */
const said = (claim: Claim<ServiceLine>) => ({
  control: claim.control,
  frequency: claim.frequency,
  totalCents: claim.chargeCents,
  member: claim.subscriber.person.id,
  isPatientAnother: claim.patient !== null,
  authorizationNumber: claim.references.priorAuthorization ?? null,
  payerClaimControl: claim.references.payerClaimControl ?? null,
  diagnoses: claim.codes.filter(({ kind }) => kind.startsWith("AB")).map(({ code }) => code),
  lines: claim.lines.map((line) => [
    line.procedure?.code,
    line.procedure?.modifiers,
    line.units,
    line.chargeCents,
    line.dates.service?.from,
    line.references.lineControl,
  ]),
});

const meant = (snapshot: ClaimSnapshot) => ({
  control: snapshot.control,
  frequency: snapshot.frequency,
  totalCents: snapshot.totalCents,
  member: snapshot.subscriber.memberNumber,
  isPatientAnother: snapshot.subscriber.relation !== "self",
  authorizationNumber: snapshot.authorizationNumber,
  payerClaimControl: snapshot.payerClaimControl,
  diagnoses: snapshot.diagnoses.map(({ code }) => code.replace(".", "")),
  lines: snapshot.lines.map((line) => [
    line.procedure,
    line.modifiers,
    line.units,
    line.chargeCents,
    line.serviceDate,
    `${snapshot.control}L${line.number}`,
  ]),
});

const byControl = (one: { control: string }, other: { control: string }): number =>
  one.control < other.control ? -1 : 1;

describe("claims as they were billed", () => {
  test("are written, read and written again without a difference: 837P", () => {
    fc.assert(
      fc.property(claimSnapshots("professional"), (snapshots) => {
        const { bytes, problems } = writeClaimsFile(fileOf(snapshots));
        expect(problems).toEqual([]);
        const read = [...readProfessional([bytes], problemList())];
        const claims = read.map((one) => one.claim);
        expect(claims).toEqual(professionalFromSnapshots(fileOf(snapshots).claims));
        expect(claims.map(said).toSorted(byControl)).toEqual(
          snapshots.map(meant).toSorted(byControl),
        );
        const [first] = read;
        if (first?.interchange === undefined || first.group === undefined) throw new Error("empty");
        const { interchange, group, header } = first;
        const transactions = [{ control: "0001", header, claims }];
        expect(writeProfessional({ interchange, group, transactions }).bytes).toEqual(bytes);
      }),
      { numRuns: 200 },
    );
  });

  test("are written, read and written again without a difference: 837I", () => {
    fc.assert(
      fc.property(claimSnapshots("institutional"), (snapshots) => {
        const { bytes, problems } = writeClaimsFile(fileOf(snapshots));
        expect(problems).toEqual([]);
        const read = [...readInstitutional([bytes], problemList())];
        const claims = read.map((one) => one.claim);
        expect(claims).toEqual(institutionalFromSnapshots(fileOf(snapshots).claims));
        expect(claims.map(said).toSorted(byControl)).toEqual(
          snapshots.map(meant).toSorted(byControl),
        );
        const [first] = read;
        if (first?.interchange === undefined || first.group === undefined) throw new Error("empty");
        const { interchange, group, header } = first;
        const transactions = [{ control: "0001", header, claims }];
        expect(writeInstitutional({ interchange, group, transactions }).bytes).toEqual(bytes);
      }),
      { numRuns: 200 },
    );
  });

  test("of one provider and one subscriber share their levels of the hierarchy", () => {
    const [made] = fc.sample(claimSnapshots("professional"), { seed: 3, numRuns: 1 });
    const [one] = made ?? [];
    if (one === undefined) throw new Error("no sample");
    const own = {
      ...one,
      subscriber: { ...one.subscriber, relation: "self" },
      patient: null,
    } as const;
    const three = ["SW1", "SW2", "SW3"].map((control) => ({ ...own, control }));
    const levels = segmentsOf(three).filter((segment) => segment.startsWith("HL*"));
    expect(levels).toEqual(["HL*1**20*1", "HL*2*1*22*0"]);
  });
});

describe("a claim by a Medicare hospital department", () => {
  const [made] = fc.sample(claimSnapshots("institutional"), { seed: 8, numRuns: 1 });
  const [any] = made ?? [];
  const [line] = any?.lines ?? [];
  if (any === undefined || line === undefined) throw new Error("no sample");
  const first: ClaimSnapshot = {
    ...any,
    control: "SW00000001",
    frequency: "2",
    payerClaimControl: null,
    isTest: false,
    subscriber: { ...any.subscriber, relation: "self", filing: "MB", sequence: "P" },
    patient: null,
    diagnoses: [
      { code: "F33.1", rank: 1 },
      { code: "F41.1", rank: 2 },
    ],
    conditionCodes: ["92"],
    admission: { on: "2026-11-02", type: "3", source: "1", status: "30" },
    statement: { from: "2026-11-02", through: "2026-11-30" },
    totalCents: 12_000,
    lines: [
      {
        ...line,
        serviceDate: "2026-11-03",
        procedure: "G0410",
        modifiers: ["PN"],
        revenueCode: "0915",
        units: 2,
        chargeCents: 12_000,
        rendering: null,
      },
    ],
  };

  test("says condition 92, bill type 13 and frequency, status 30 and its own dates", () => {
    expect(segmentsOf([first])).toEqual(
      expect.arrayContaining([
        "CLM*SW00000001*120***13:A:2**A*Y*Y",
        "DTP*434*RD8*20261102-20261130",
        "CL1*3*1*30",
        "HI*ABK:F331",
        "HI*ABF:F411",
        "HI*BG:92",
        "SV2*0915*HC:G0410:PN*120*UN*2",
        "DTP*472*D8*20261103",
        "REF*6R*SW00000001L1",
        `NTE*ADD*${notice}`,
      ]),
    );
  });

  test("names no day of admission, unless somebody stays overnight", () => {
    const admitted = "DTP*435*D8*20261102";
    expect(segmentsOf([first])).not.toContain(admitted);
    expect(segmentsOf([{ ...first, billType: "11" }])).toContain(admitted);
  });

  test("gives a code that is suppressed as a revenue code alone", () => {
    const alone = { ...first, lines: [{ ...line, ...first.lines[0], procedure: null }] };
    expect(segmentsOf([alone])).toContain("SV2*0915**120*UN*2");
  });

  test("names the payer's number where it replaces another", () => {
    const again: ClaimSnapshot = { ...first, frequency: "7", payerClaimControl: "20263220001" };
    expect(segmentsOf([again])).toEqual(
      expect.arrayContaining(["REF*F8*20263220001", "CLM*SW00000001*120***13:A:7**A*Y*Y"]),
    );
  });
});
