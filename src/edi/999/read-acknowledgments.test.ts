import { describe, expect, test } from "vitest";
import { readAcknowledgments } from "#edi/999/read-acknowledgments.ts";
import { problemList } from "#edi/x12/problem.ts";
import { fixture, hasFixtures } from "#test/support/fixtures.ts";

const read = (file: string) =>
  readAcknowledgments([new TextEncoder().encode(fixture(`x12/${file}`))], problemList());

describe.skipIf(!hasFixtures)("acknowledgments by others", () => {
  test("a 999 that accepts", () => {
    expect(read("999/ims_999_accepted.edi").groups).toEqual([
      {
        kind: "999",
        addressedTo: expect.any(Array),
        said: "2004-11-17T10:24:00",
        functional: "HC",
        control: "17456",
        guide: "005010X223A2",
        verdict: "accepted",
        included: 1,
        received: 1,
        accepted: 1,
        codes: [],
        transactions: [
          {
            set: "837",
            control: "0001",
            guide: "005010X223A2",
            verdict: "accepted",
            codes: [],
            errors: [],
          },
        ],
      },
    ]);
  });

  test("a 999 that takes one of three, and says where the others are wrong", () => {
    const [group] = read("999/oop_999_partial.edi").groups;
    expect(group?.verdict).toBe("partly-accepted");
    expect(group?.transactions.map((one) => one.verdict)).toEqual([
      "accepted",
      "rejected",
      "rejected",
    ]);
    expect(group?.transactions[1]?.errors).toEqual([
      {
        segment: "CLM",
        position: 22,
        loop: "",
        code: "8",
        elements: [{ element: 2, component: 0, repetition: 0, reference: "782", code: "1" }],
        contexts: [{ name: "CLM01", value: "123456789" }],
      },
    ]);
    expect(group?.transactions[2]?.errors[0]?.contexts.map((one) => one.name)).toEqual([
      "SITUATIONAL TRIGGER",
      "CLM01",
    ]);
  });

  test("TA1, with and without a group beside it", () => {
    expect(read("TA1/oop_ta1_two_accepted.edi").interchanges).toEqual([
      expect.objectContaining({ control: "0659", verdict: "accepted", note: "" }),
      expect.objectContaining({ control: "0660", verdict: "accepted", note: "" }),
    ]);
    const ended = read("ack-pairs/pyx_837miss.expected-ack.edi");
    expect(ended.interchanges).toEqual([
      expect.objectContaining({ control: "000010121", verdict: "rejected", note: "023" }),
    ]);
  });

  test("the older 997, with errors in elements", () => {
    const [group] = read("ack-pairs/pyx_elements.expected-ack.edi").groups;
    const errors = group?.transactions[0]?.errors ?? [];
    expect(errors.map((one) => one.segment)).toEqual(["REF", "PER", "NM1", "NM1", "DMG", "CLM"]);
    expect(errors[5]?.elements[0]).toEqual({
      element: 5,
      component: 1,
      repetition: 0,
      reference: "1331",
      code: "7",
    });
  });
});

test("a verdict that is not given is no acceptance", () => {
  const text = `ISA*00*          *00*          *ZZ*A              *ZZ*B              *261122*0800*^*00501*000000001*0*P*:~GS*FA*A*B*20261122*0800*1*X*005010X231A1~ST*999*0001*005010X231A1~AK1*HC*1~AK2*837*0001~SE*4*0001~GE*1*1~IEA*1*000000001~`;
  const { groups } = readAcknowledgments([new TextEncoder().encode(text)], problemList());
  expect(groups[0]?.verdict).toBe("unknown");
  expect(groups[0]?.transactions[0]?.verdict).toBe("unknown");
});

test("nothing is read that could not be kept: no control bytes, and no more than a code is long", () => {
  const long = "9".repeat(5000);
  const text = `ISA*00*          *00*          *ZZ*A              *ZZ*B              *261122*0800*^*00501*000000001*0*P*:~TA1*0000\u000000011*261122*0800*A*0\u000000~GS*FA*A*B*20261122*0800*1*X*005010X231A1~ST*999*0001*005010X231A1~AK1*HC*1${long}~AK2*837*0001~IK3*NM1\u0000*8*${"😀".repeat(100)}*8~IK5*R${"*5".repeat(900)}~AK9*R*1*1*0~SE*6*0001~GE*1*1~IEA*1*000000001~`;
  const said = readAcknowledgments([new TextEncoder().encode(text)], problemList());
  expect(said.interchanges[0]).toMatchObject({ control: "000000011", note: "000" });
  const [one] = said.groups[0]?.transactions ?? [];
  expect(one?.errors[0]).toMatchObject({ segment: "NM1", loop: "😀".repeat(80) });
  expect(one?.codes).toHaveLength(5);
  expect(said.groups[0]?.control).toHaveLength(80);
});
