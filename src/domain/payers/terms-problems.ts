import type { FieldProblem } from "#domain/contract/problem.ts";
import type {
  ContractProcedure,
  ContractTerms,
  ServiceTerm,
} from "#domain/payers/contract-terms.ts";

type Problems = Record<string, FieldProblem>;

const isBilled = ({ mode }: ServiceTerm): boolean =>
  mode === "carved-out" || mode === "component" || mode === "per-service";

const isInside = ({ mode }: ServiceTerm): boolean => mode === "in-per-diem" || mode === "component";

const most = 4;

/**
 * What a line cannot do without: on a professional claim a HCPCS code (SV101 is required), on an institutional one a revenue
 * code (SV201 is required); a line that has no code of its own needs no modifiers, and none takes more than four.
 */
const lineProblems = (
  at: string,
  form: ContractTerms["form"],
  line: { procedure: ContractProcedure | null; revenueCode: string | null },
  always: number,
): Problems => ({
  ...(form === "professional" &&
    line.procedure === null && { [`${at}.procedure`]: { code: "missing" } }),
  ...(form === "institutional" &&
    line.revenueCode === null && { [`${at}.revenueCode`]: { code: "missing" } }),
  ...(line.procedure !== null &&
    line.procedure.modifiers.length + always > most && {
      [`${at}.procedure`]: { code: "too-many-modifiers", values: { most } },
    }),
});

/** Place of service is the professional form's (CLM05-1 with B), bill type and conditions the institutional form's (with A). */
const formProblems = (terms: ContractTerms): Problems =>
  terms.form === "professional"
    ? {
        ...(terms.placeOfService === null && { placeOfService: { code: "missing" } }),
        ...(terms.billType !== null && { billType: { code: "only-institutional" } }),
        ...(terms.conditionCodes.length > 0 && { conditionCodes: { code: "only-institutional" } }),
        ...(terms.frequency === "interim" && { frequency: { code: "only-institutional" } }),
      }
    : {
        ...(terms.billType === null && { billType: { code: "missing" } }),
        ...(terms.placeOfService !== null && { placeOfService: { code: "only-professional" } }),
        ...(terms.placeOfServiceTelehealth !== null && {
          placeOfServiceTelehealth: { code: "only-professional" },
        }),
        // 005010X223A2 loop 2310A: whoever has overall responsibility for the care.
        ...(!terms.providers.attending && { "providers.attending": { code: "missing" } }),
      };

const perDiemProblems = ({ perDiem, form, ...terms }: ContractTerms, always: number): Problems =>
  perDiem === null
    ? {}
    : {
        ...lineProblems("perDiem", form, perDiem, always),
        ...(perDiem.unit === "day" &&
          perDiem.maxUnits !== null &&
          perDiem.maxUnits > 1 && { "perDiem.maxUnits": { code: "day-is-one-unit" } }),
        ...(terms.belowMinimum === "components" &&
          !terms.services.some(({ mode }) => mode === "component") && {
            belowMinimum: { code: "no-components" },
          }),
      };

/** A service may stand several times, from more minutes on each time (90832, 90834, 90837); not twice from the same. */
const serviceProblems = (terms: ContractTerms, always: number): Problems => {
  const seen = new Set<string>();
  const problems: Problems = {};
  terms.services.forEach((one, place) => {
    const at = `services.${place}`;
    const step = `${one.service} from ${one.minimumMinutes}`;
    if (isBilled(one)) Object.assign(problems, lineProblems(at, terms.form, one, always));
    if (seen.has(step)) problems[at] = { code: "twice" };
    seen.add(step);
    const needsPerDiem = one.mode !== "per-service" && one.mode !== "not-billable";
    if (terms.perDiem === null && needsPerDiem) problems[at] = { code: "no-per-diem" };
    if (terms.perDiem !== null && one.mode === "per-service")
      problems[at] = { code: "beside-per-diem" };
  });
  return problems;
};

/**
 * What in these terms does not fit together, by field. Something must be billed at all, and a day must hold something; per-diem and per-service are two
 * regimes and never one contract's (what is billed beside a per diem is carved out of it).
 */
export const termsProblems = (terms: ContractTerms): Problems => {
  const always = terms.modifiers.filter(({ when }) => when.kind === "always").length;
  const nothing = terms.perDiem === null && !terms.services.some(isBilled);
  const empty = terms.perDiem !== null && !terms.services.some(isInside);
  return {
    ...formProblems(terms),
    ...perDiemProblems(terms, always),
    ...serviceProblems(terms, always),
    ...(nothing && { services: { code: "bills-nothing" } }),
    ...(empty && { services: { code: "nothing-inside" } }),
    ...(terms.claimSpan === "day" &&
      terms.datesPerClaim !== null &&
      terms.datesPerClaim > 1 && { datesPerClaim: { code: "span-is-a-day" } }),
  };
};
