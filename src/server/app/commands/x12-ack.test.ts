import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { acknowledgmentLines, readX12Acknowledgment } from "#server/app/commands/x12-ack.ts";
import { smallFile } from "#test/support/sample-x12.ts";

const folder = mkdtempSync(path.join(tmpdir(), "stepwell-ack-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kept = (content: string): string => {
  const file = path.join(folder, "ack.x12");
  writeFileSync(file, content);
  return file;
};

/** A 999 about one group, with what is between AK1 and SE. */
const ackOf = (inside: readonly string[]): string => {
  const set = ["ST*999*0001*005010X231A1", "AK1*HC*67*005010X222A1", ...inside];
  return [
    "ISA*00*          *00*          *ZZ*QUILLPEN       *ZZ*STILLWATER     *261122*0800*^*00501*000000009*0*P*:",
    "TA1*000000067*261122*0800*A*000",
    "GS*FA*QUILLPEN*STILLWATER*20261122*0800*9*X*005010X231A1",
    ...set,
    `SE*${set.length + 1}*0001`,
    "GE*1*9",
    "IEA*1*000000009",
    "",
  ].join("~");
};

test("says that a file was accepted, by the numbers it was sent under", () => {
  const said = readX12Acknowledgment(
    kept(ackOf(["AK2*837*0001*005010X222A1", "IK5*A", "AK9*A*1*1*1"])),
  );
  expect(said.exitCode).toBe(0);
  expect(acknowledgmentLines(said)).toEqual([
    "interchange 000000067: accepted",
    "group 67: accepted, 1 of 1 transactions",
    "  transaction 837 0001: accepted",
  ]);
});

test("says which claim was rejected, in which place and why; a code that is not known stands as it is", () => {
  const said = readX12Acknowledgment(
    kept(
      ackOf([
        "AK2*837*0001*005010X222A1",
        "IK3*CLM*22*2300*8",
        "CTX*CLM01:SW00000012",
        "IK4*5:1*1331*7",
        "IK4*2*782*1",
        "IK3*ZZZ*30**X9",
        "IK5*R*5",
        "AK9*R*1*1*0*2",
      ]),
    ),
  );
  expect(said.exitCode).toBe(1);
  expect(acknowledgmentLines(said).slice(1)).toEqual([
    "group 67: rejected, 0 of 1 transactions: its version is not supported",
    "  transaction 837 0001: rejected: segments are in error",
    "    claim SW00000012, loop 2300, segment 22, CLM: elements in it are in error",
    "      CLM05-1: a code that is none",
    "      CLM02: required and missing",
    "    segment 30, ZZZ: code X9",
  ]);
});

test("takes a missing verdict for none, and a file that was cut off for wrong", () => {
  const said = readX12Acknowledgment(kept(ackOf(["AK2*837*0001"])));
  expect(said.exitCode).toBe(1);
  expect(acknowledgmentLines(said)[1]).toContain("nothing was accepted");
  const whole = ackOf(["AK2*837*0001", "IK5*A", "AK9*A*1*1*1"]);
  const cut = readX12Acknowledgment(kept(whole.slice(0, whole.indexOf("SE*"))));
  expect(cut.exitCode).toBe(1);
  expect(cut.problems.length).toBeGreaterThan(0);
});

test("refuses what is no acknowledgment, in a sentence", () => {
  expect(() => readX12Acknowledgment(kept(smallFile()))).toThrow(/holds no acknowledgment/);
  expect(() => readX12Acknowledgment(kept("Dear partner"))).toThrow(/is no X12 file/);
  expect(() => readX12Acknowledgment(folder)).toThrow(/cannot be read/);
});
