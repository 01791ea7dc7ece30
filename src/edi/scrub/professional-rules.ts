import type { ProfessionalClaim } from "#edi/837p/professional-claim.ts";
import type { Examined } from "#edi/scrub/examined-claim.ts";
import type { ScrubRule } from "#edi/scrub/scrub-rule.ts";

type Professional = Examined<ProfessionalClaim>;
const guides = ["837p"] as const;

const pointerMissing: ScrubRule<Professional> = {
  id: "pointer-missing",
  severity: "error",
  mend: "diagnoses",
  source: "005010X222A1, 2400 SV107-1: on every line",
  at: "2400 SV107-1",
  guides,
  check({ claim }, say) {
    for (const { number, pointers } of claim.lines)
      if (pointers.length === 0) say("2400", "SV107-1", { line: number });
  },
};

const pointerTarget: ScrubRule<Professional> = {
  id: "pointer-target",
  severity: "error",
  mend: "diagnoses",
  source: "005010X222A1, 2400 SV107: 1 to 12, each a diagnosis of the claim",
  at: "2400 SV107",
  guides,
  check({ claim, diagnoses }, say) {
    // That there is none is said by a rule of its own.
    if (diagnoses.length === 0) return;
    for (const { number, pointers } of claim.lines)
      pointers.forEach((pointer, place) => {
        if (Number.isInteger(pointer) && pointer >= 1 && pointer <= diagnoses.length) return;
        const values = { line: number, pointer: String(pointer), count: diagnoses.length };
        say("2400", `SV107-${place + 1}`, values);
      });
  },
};

const pointerCount: ScrubRule<Professional> = {
  id: "pointer-count",
  severity: "error",
  mend: "diagnoses",
  source: "005010X222A1, 2400 SV107-1 to -4: at most four",
  at: "2400 SV107",
  guides,
  check({ claim }, say) {
    for (const { number, pointers } of claim.lines)
      if (pointers.length > 4) say("2400", "SV107", { line: number, count: pointers.length });
  },
};

const pointerRepeated: ScrubRule<Professional> = {
  id: "pointer-repeated",
  severity: "error",
  mend: "diagnoses",
  source: "005010X222A1, 2400 SV107: first, second, third and fourth are different diagnoses",
  at: "2400 SV107",
  guides,
  check({ claim }, say) {
    for (const { number, pointers } of claim.lines) {
      const repeated = pointers.find((one, place) => pointers.indexOf(one) !== place);
      if (repeated !== undefined) say("2400", "SV107", { line: number, pointer: String(repeated) });
    }
  },
};

/** Place of service codes of CMS (X12 code source 237). */
const places = new Set(
  (
    "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 31 32 33 34 41 42 " +
    "49 50 51 52 53 54 55 56 57 58 60 61 62 65 66 71 72 81 99"
  ).split(" "),
);

const placeOfService: ScrubRule<Professional> = {
  id: "place-of-service",
  severity: "error",
  mend: "contract",
  source:
    "005010X222A1, 2300 CLM05-1 and 2400 SV105: place of service codes of CMS (X12 code source 237)",
  at: "2300 CLM05-1, 2400 SV105",
  guides,
  check({ claim }, say) {
    if (!places.has(claim.facility)) say("2300", "CLM05-1", { line: "", said: claim.facility });
    for (const { number, placeOfService: place } of claim.lines)
      if (place !== "" && !places.has(place)) say("2400", "SV105", { line: number, said: place });
  },
};

/** What only professional claims say. */
export const professionalOnly: readonly ScrubRule<Professional>[] = [
  pointerMissing,
  pointerTarget,
  pointerCount,
  pointerRepeated,
  placeOfService,
];
