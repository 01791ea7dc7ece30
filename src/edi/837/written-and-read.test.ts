import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claim, ServiceLine } from "#edi/837/claim.ts";
import type { ReadClaim } from "#edi/837/claim-reader.ts";
import type { OutgoingClaims, WrittenFile } from "#edi/837/claim-writer.ts";
import { readInstitutional } from "#edi/837i/read-institutional.ts";
import { writeInstitutional } from "#edi/837i/write-institutional.ts";
import { readProfessional } from "#edi/837p/read-professional.ts";
import { writeProfessional } from "#edi/837p/write-professional.ts";
import { problemList } from "#edi/x12/problem.ts";
import { institutionalFiles, professionalFiles } from "#test/support/arbitrary-claim-files.ts";

const runs = { numRuns: 150 };

const readAll = <Form>(
  read: (
    chunks: Iterable<Uint8Array>,
    problems: ReturnType<typeof problemList>,
  ) => Generator<ReadClaim<Form>>,
  bytes: Uint8Array,
) => {
  const problems = problemList();
  return { claims: [...read([bytes], problems)], problems: problems.found };
};

const again = <Form>(found: readonly ReadClaim<Form>[]): OutgoingClaims<Form> => {
  const [first] = found;
  if (first?.interchange === undefined || first.group === undefined) throw new Error("no claims");
  const { interchange, group, transaction, header } = first;
  return {
    interchange,
    group,
    transactions: [{ control: transaction.control, header, claims: found.map((one) => one.claim) }],
  };
};

const identity = <Form extends Claim<ServiceLine>>(
  files: fc.Arbitrary<OutgoingClaims<Form>>,
  write: (outgoing: OutgoingClaims<Form>) => WrittenFile,
  read: (
    chunks: Iterable<Uint8Array>,
    problems: ReturnType<typeof problemList>,
  ) => Generator<ReadClaim<Form>>,
) =>
  fc.assert(
    fc.property(files, (outgoing) => {
      const written = write(outgoing);
      expect(written.problems).toEqual([]);
      const { claims, problems } = readAll(read, written.bytes);
      expect(problems).toEqual([]);
      const [transaction] = outgoing.transactions;
      expect(claims.map((one) => one.claim)).toEqual(transaction?.claims);
      expect(claims[0]?.header).toEqual(transaction?.header);
      expect(claims[0]?.interchange).toEqual(outgoing.interchange);
      expect(write(again(claims)).bytes).toEqual(written.bytes);
    }),
    runs,
  );

describe("claims nobody made", () => {
  test("are read as they were written, and written as they were read: 837P", () => {
    identity(professionalFiles, writeProfessional, readProfessional);
  });

  test("are read as they were written, and written as they were read: 837I", () => {
    identity(institutionalFiles, writeInstitutional, readInstitutional);
  });

  test("are found whole however their bytes are cut into chunks", () => {
    fc.assert(
      fc.property(professionalFiles, fc.integer({ min: 1, max: 97 }), (outgoing, size) => {
        const { bytes } = writeProfessional(outgoing);
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, place) =>
          bytes.subarray(place * size, (place + 1) * size),
        );
        const problems = problemList();
        const claims = [...readProfessional(chunks, problems)].map((one) => one.claim);
        expect(claims).toEqual(outgoing.transactions[0]?.claims);
        expect(problems.found).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("never let a delimiter through, whatever stands in a name", () => {
    const names = fc.string({ unit: "binary", maxLength: 40 });
    fc.assert(
      fc.property(professionalFiles, names, names, (outgoing, last, first) => {
        const [transaction] = outgoing.transactions;
        const [claim] = transaction?.claims ?? [];
        if (transaction === undefined || claim === undefined) return;
        const { subscriber } = claim;
        const person = { ...subscriber.person, name: last, first, isPerson: true };
        const claims = [{ ...claim, subscriber: { ...subscriber, person } }];
        const segmentsOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes).split("~");
        const plain = writeProfessional({
          ...outgoing,
          transactions: [{ ...transaction, claims: [claim] }],
        });
        const written = writeProfessional({
          ...outgoing,
          transactions: [{ ...transaction, claims }],
        });
        const before = segmentsOf(plain.bytes);
        const after = segmentsOf(written.bytes);
        expect(after).toHaveLength(before.length);
        expect(
          after.filter((segment, place) => segment !== before[place]).length,
        ).toBeLessThanOrEqual(1);
        const insured = after.find((segment) => segment.startsWith("NM1*IL*"));
        expect(insured).toMatch(/^NM1\*IL\*1\*[ -~]*\*[ -~]*\*[^*]*\*\*[^*]*\*XX\*[^*]+$/);
        expect(insured?.match(/[:^]/)).toBeNull();
      }),
      runs,
    );
  });
});

test("two claims that share a subscriber stand below one HL, and patients behind the subscriber's own", () => {
  const [outgoing] = fc.sample(professionalFiles, { seed: 7, numRuns: 1 });
  const [transaction] = outgoing?.transactions ?? [];
  const [claim] = transaction?.claims ?? [];
  if (outgoing === undefined || transaction === undefined || claim === undefined)
    throw new Error("no sample");
  const person = {
    ...claim.subscriber.person,
    role: "patient",
    bornOn: "1990-01-02",
    sex: "F",
    address: claim.billing.provider.address,
  } as const;
  const patient = { relationship: "19", person, more: [] };
  const own = { ...claim, patient: null };
  const claims = [own, own, { ...claim, patient }, { ...claim, patient }, own];
  const written = writeProfessional({ ...outgoing, transactions: [{ ...transaction, claims }] });
  expect(written.problems).toEqual([]);
  const levels = new TextDecoder()
    .decode(written.bytes)
    .split("~")
    .filter((segment) => segment.startsWith("HL*"));
  expect(levels).toEqual(["HL*1**20*1", "HL*2*1*22*1", "HL*3*2*23*0", "HL*4*1*22*0"]);
});
