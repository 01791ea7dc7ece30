import type { InstitutionalClaim } from "#edi/837i/institutional-claim.ts";
import { lastOf, type Examined } from "#edi/scrub/examined-claim.ts";
import type { ScrubRule } from "#edi/scrub/scrub-rule.ts";

type Institutional = Examined<InstitutionalClaim>;
const guides = ["837i"] as const;
const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** First and second digit of the type of bill as claims use them (X12 code source 236). */
const billTypes = words(
  "11 12 13 14 18 21 22 23 28 32 34 41 43 65 66 71 72 73 74 75 76 77 78 79 81 82 83 84 85 86 87 89",
);

const billType: ScrubRule<Institutional> = {
  id: "bill-type",
  severity: "error",
  mend: "contract",
  source: "005010X223A2, 2300 CLM05-1: two digits of the type of bill, without the leading zero",
  at: "2300 CLM05-1",
  guides,
  check({ claim }, say) {
    if (!billTypes.has(claim.facility)) say("2300", "CLM05-1", { said: claim.facility });
  },
};

const statementDates: ScrubRule<Institutional> = {
  id: "statement-dates",
  severity: "error",
  source: "005010X223A2, 2300 DTP*434: from and through, in this order",
  at: "2300 DTP*434",
  guides,
  check({ claim }, say) {
    const { statement } = claim.dates;
    const from = statement?.from ?? "";
    const through = lastOf(statement) ?? "";
    if (from === "" || through < from) say("2300", "DTP03", { from, through });
  },
};

const statementCoversLines: ScrubRule<Institutional> = {
  id: "statement-covers-lines",
  severity: "error",
  source: "Medicare Claims Processing Manual, ch. 25, 75.1 (FL 6): lines lie within the statement",
  at: "2400 DTP*472",
  guides,
  check({ claim }, say) {
    const from = claim.dates.statement?.from ?? null;
    const through = lastOf(claim.dates.statement);
    if (from === null || through === null) return;
    for (const { number, dates } of claim.lines) {
      const first = dates.service?.from ?? null;
      const last = lastOf(dates.service);
      if (first !== null && last !== null && (first < from || last > through))
        say("2400", "DTP03", { line: number, day: first < from ? first : last, from, through });
    }
  },
};

const admissionType: ScrubRule<Institutional> = {
  id: "admission-type",
  severity: "error",
  source: "005010X223A2, 2300 CL101 (X12 code source 231)",
  at: "2300 CL101",
  guides,
  check({ claim }, say) {
    if (!/^[123459]$/.test(claim.admissionType))
      say("2300", "CL101", { said: claim.admissionType });
  },
};

const admissionSource: ScrubRule<Institutional> = {
  id: "admission-source",
  severity: "error",
  source: "005010X223A2, 2300 CL102 (X12 code source 230)",
  at: "2300 CL102",
  guides,
  check({ claim }, say) {
    if (!/^[1245689DEFG]?$/.test(claim.admissionSource))
      say("2300", "CL102", { said: claim.admissionSource });
  },
};

const statuses = words(
  "01 02 03 04 05 06 07 09 20 21 30 40 41 42 43 50 51 61 62 63 64 65 66 69 70 " +
    "81 82 83 84 85 86 87 88 89 90 91 92 93 94 95",
);

const patientStatus: ScrubRule<Institutional> = {
  id: "patient-status",
  severity: "error",
  source: "005010X223A2, 2300 CL103 (X12 code source 239)",
  at: "2300 CL103",
  guides,
  check({ claim }, say) {
    if (!statuses.has(claim.patientStatus)) say("2300", "CL103", { said: claim.patientStatus });
  },
};

const stillPatient = "30";

const statusOfFrequency: ScrubRule<Institutional> = {
  id: "status-of-frequency",
  severity: "error",
  mend: "contract",
  source:
    "Medicare Claims Processing Manual, ch. 25, 75.2 (FL 17), and for IOP CGS Medicare part A, 2024-01-02: 30 on interim bills 2 and 3 alone",
  at: "2300 CL103, CLM05-3",
  guides,
  check({ claim }, say) {
    const { frequency, patientStatus: status } = claim;
    const goesOn = frequency === "2" || frequency === "3";
    const ends = frequency === "1" || frequency === "4";
    if ((goesOn && status !== stillPatient) || (ends && status === stillPatient))
      say("2300", "CL103", { status, frequency });
  },
};

const attendingMissing: ScrubRule<Institutional> = {
  id: "attending-missing",
  severity: "error",
  mend: "staff",
  source: "005010X223A2, 2310A NM1*71: on every claim for more than transportation",
  at: "2310A NM101",
  guides,
  check({ claim }, say) {
    if (!claim.providers.some(({ role }) => role === "attending")) say("2310A", "NM101");
  },
};

const revenueCode: ScrubRule<Institutional> = {
  id: "revenue-code",
  severity: "error",
  mend: "contract",
  source: "005010X223A2, 2400 SV201 (X12 code source 132): four digits, the first of them often 0",
  at: "2400 SV201",
  guides,
  check({ claim }, say) {
    for (const { number, revenueCode: code } of claim.lines)
      if (!/^\d{4}$/.test(code) || code === "0000")
        say("2400", "SV201", { line: number, said: code });
  },
};

/** Per-diem codes of an IOP, and the revenue code that says the same. */
const pairs: ReadonlyMap<string, string> = new Map([
  ["S9480", "0905"],
  ["H0015", "0906"],
]);
const intensive = new Set(pairs.values());

const revenueProcedure: ScrubRule<Institutional> = {
  id: "revenue-procedure",
  severity: "warning",
  mend: "contract",
  source: "CARC 199; NUBC 0905 psychiatric, 0906 chemical dependency; HCPCS S9480, H0015",
  at: "2400 SV201, SV202-2",
  guides,
  check({ claim }, say) {
    for (const { number, revenueCode: said, procedure } of claim.lines) {
      const wanted = pairs.get(procedure?.code ?? "");
      if (wanted !== undefined && wanted !== said && intensive.has(said))
        say("2400", "SV201", { line: number, said, wanted, code: procedure?.code ?? "" });
    }
  },
};

const healthCodeShape: ScrubRule<Institutional> = {
  id: "health-code-shape",
  severity: "error",
  mend: "contract",
  source: "005010X223A2, 2300 HI*BG, BH, BI, BE: two characters, with a date, a span or an amount",
  at: "2300 HI",
  guides,
  check({ claim }, say) {
    for (const { kind, code, date, amountCents } of claim.codes) {
      if (kind !== "BG" && kind !== "BH" && kind !== "BI" && kind !== "BE") continue;
      const isWhole =
        (kind !== "BH" || (date?.from ?? null) !== null) &&
        (kind !== "BI" || (date?.through ?? null) !== null) &&
        (kind !== "BE" || amountCents !== null);
      if (!isWhole || !/^[A-Z0-9]{2}$/.test(code)) say("2300", "HI", { kind, code });
    }
  },
};

/** What only institutional claims say. */
export const institutionalOnly: readonly ScrubRule<Institutional>[] = [
  billType,
  statementDates,
  statementCoversLines,
  admissionType,
  admissionSource,
  patientStatus,
  statusOfFrequency,
  attendingMissing,
  revenueCode,
  revenueProcedure,
  healthCodeShape,
];
