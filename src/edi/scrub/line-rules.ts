import type { ServiceLine } from "#edi/837/claim.ts";
import { bothGuides, type ClaimGuide } from "#edi/scrub/claim-guide.ts";
import type { Examined } from "#edi/scrub/examined-claim.ts";
import type { Say, ScrubRule } from "#edi/scrub/scrub-rule.ts";

/** Elements of a line that the two guides number differently. */
const elements: Readonly<
  Record<ClaimGuide, Readonly<Record<"procedure" | "unit" | "units", string>>>
> = {
  "837p": { procedure: "SV101", unit: "SV103", units: "SV104" },
  "837i": { procedure: "SV202", unit: "SV204", units: "SV205" },
};

/** A rule that looks at one line after the other. */
const eachLine =
  (check: (line: ServiceLine, examined: Examined, say: Say) => void) =>
  (examined: Examined, say: Say): void => {
    for (const line of examined.claim.lines) check(line, examined, say);
  };

const most: Readonly<Record<ClaimGuide, number>> = { "837p": 50, "837i": 999 };

const lineCount: ScrubRule<Examined> = {
  id: "line-count",
  severity: "error",
  mend: "contract",
  source: "005010X222A1 2400: 1 to 50 lines; 005010X223A2 2400: 1 to 999",
  at: "2400 LX01",
  guides: bothGuides,
  check({ claim, guide }, say) {
    const lines = claim.lines.length;
    if (lines === 0 || lines > most[guide]) say("2400", "LX01", { lines, most: most[guide] });
  },
};

const lineNumbers: ScrubRule<Examined> = {
  id: "line-numbers",
  severity: "error",
  source: "005010X222A1 and 005010X223A2, 2400 LX01: from 1, one more each",
  at: "2400 LX01",
  guides: bothGuides,
  check({ claim }, say) {
    claim.lines.some(({ number }, place) => {
      if (number === place + 1) return false;
      say("2400", "LX01", { said: number, wanted: place + 1 });
      return true;
    });
  },
};

const procedureMissing: ScrubRule<Examined> = {
  id: "procedure-missing",
  severity: "error",
  mend: "contract",
  source: "005010X222A1 2400 SV101: on every professional line",
  at: "2400 SV101",
  guides: ["837p"],
  check: eachLine(({ procedure, number }, _, say) => {
    if (procedure === null) say("2400", "SV101", { line: number });
  }),
};

/** HCPCS level I (five digits, or four and a letter) and level II (a letter and four digits). */
const hcpcs = /^(?:\d{4}[0-9A-Z]|[A-Z]\d{4})$/;
const kinds = new Set(["HC", "ER", "HP", "IV", "WK"]);

const procedureShape: ScrubRule<Examined> = {
  id: "procedure-shape",
  severity: "error",
  mend: "contract",
  source:
    "45 CFR 162.1002(a)(5), (c)(1): HCPCS and CPT; 005010X222A1 SV101-1, 005010X223A2 SV202-1",
  at: "2400 SV101 or SV202",
  guides: bothGuides,
  check: eachLine(({ procedure, number }, { guide }, say) => {
    if (procedure === null) return;
    const { kind, code } = procedure;
    const element = elements[guide].procedure;
    if (!kinds.has(kind)) say("2400", `${element}-1`, { line: number, code: kind });
    else if (kind === "HC" && !hcpcs.test(code))
      say("2400", `${element}-2`, { line: number, code });
  }),
};

const modifierShape: ScrubRule<Examined> = {
  id: "modifier-shape",
  severity: "error",
  mend: "contract",
  source: "HCPCS level I and II modifiers: two letters or digits",
  at: "2400 SV101-3 to -6 or SV202-3 to -6",
  guides: bothGuides,
  check: eachLine(({ procedure, number }, { guide }, say) => {
    procedure?.modifiers.forEach((modifier, place) => {
      if (!/^[A-Z0-9]{2}$/.test(modifier))
        say("2400", `${elements[guide].procedure}-${place + 3}`, { line: number, modifier });
    });
  }),
};

const modifierCount: ScrubRule<Examined> = {
  id: "modifier-count",
  severity: "error",
  mend: "contract",
  source: "005010X222A1 SV101-3 to -6, 005010X223A2 SV202-3 to -6: at most four",
  at: "2400 SV101-7 or SV202-7",
  guides: bothGuides,
  check: eachLine(({ procedure, number }, { guide }, say) => {
    if (procedure === null) return;
    // A fifth modifier stands where the description does.
    if (procedure.modifiers.length > 4 || /^[A-Z0-9]{2}$/.test(procedure.description))
      say("2400", `${elements[guide].procedure}-7`, { line: number });
  }),
};

const modifierRepeated: ScrubRule<Examined> = {
  id: "modifier-repeated",
  severity: "error",
  mend: "contract",
  source: "005010X222A1 SV101-3 to -6, 005010X223A2 SV202-3 to -6: each says something of its own",
  at: "2400 SV101-3 to -6 or SV202-3 to -6",
  guides: bothGuides,
  check: eachLine(({ procedure, number }, { guide }, say) => {
    const given = procedure?.modifiers ?? [];
    const repeated = given.find((one, place) => one !== "" && given.indexOf(one) !== place);
    if (repeated !== undefined)
      say("2400", elements[guide].procedure, { line: number, modifier: repeated });
  }),
};

/** Modifiers that say the opposite of each other: how one met, of what age, with which degree. */
const apart: readonly ReadonlySet<string>[] = [
  new Set(["93", "95", "GQ"]),
  new Set(["HA", "HB", "HC"]),
  new Set(["HM", "HN", "HO", "HP"]),
  new Set(["HR", "HS"]),
];

const modifierContradiction: ScrubRule<Examined> = {
  id: "modifier-contradiction",
  severity: "error",
  mend: "contract",
  source: "HCPCS level II modifiers 93, 95, GQ; HA, HB, HC; HM to HP; HR, HS by their definitions",
  at: "2400 SV101-3 to -6 or SV202-3 to -6",
  guides: bothGuides,
  check: eachLine(({ procedure, number }, { guide }, say) => {
    if (procedure === null || procedure.modifiers.length < 2) return;
    for (const set of apart) {
      const both = new Set(procedure.modifiers.filter((modifier) => set.has(modifier)));
      if (both.size > 1)
        say("2400", elements[guide].procedure, { line: number, modifiers: [...both].join(", ") });
    }
  }),
};

const units: Readonly<Record<ClaimGuide, ReadonlySet<string>>> = {
  "837p": new Set(["UN", "MJ"]),
  "837i": new Set(["UN", "DA"]),
};

const unitKind: ScrubRule<Examined> = {
  id: "unit-kind",
  severity: "error",
  source: "005010X222A1 SV103: UN or MJ; 005010X223A2 SV204: UN or DA",
  at: "2400 SV103 or SV204",
  guides: bothGuides,
  check: eachLine(({ unit, number }, { guide }, say) => {
    if (!units[guide].has(unit)) say("2400", elements[guide].unit, { line: number, said: unit });
  }),
};

const unitsPositive: ScrubRule<Examined> = {
  id: "units-positive",
  severity: "error",
  source: "005010X222A1 SV104, 005010X223A2 SV205: more than zero, at most 99,999,999",
  at: "2400 SV104 or SV205",
  guides: bothGuides,
  check: eachLine(({ units: count, number }, { guide }, say) => {
    if (count === null || count <= 0 || count > 99_999_999)
      say("2400", elements[guide].units, { line: number, units: count ?? "" });
  }),
};

const unitsWhole: ScrubRule<Examined> = {
  id: "units-whole",
  severity: "warning",
  source: "Medicare Claims Processing Manual, ch. 5, 20.2: units of service are whole",
  at: "2400 SV104 or SV205",
  guides: bothGuides,
  check: eachLine(({ units: count, number, more }, { guide }, say) => {
    const isDrug = more.some(([segment]) => segment?.[0] === "LIN");
    if (count !== null && !Number.isInteger(count) && !isDrug)
      say("2400", elements[guide].units, { line: number, units: count });
  }),
};

/** What each line says. */
export const lineRules: readonly ScrubRule<Examined>[] = [
  lineCount,
  lineNumbers,
  procedureMissing,
  procedureShape,
  modifierShape,
  modifierCount,
  modifierRepeated,
  modifierContradiction,
  unitKind,
  unitsPositive,
  unitsWhole,
];
