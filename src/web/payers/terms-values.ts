import type { ContractTerms } from "#domain/payers/contract-terms.ts";
import { conditionOf, conditionText, listTyped } from "#web/payers/typed-lists.ts";
import { serviceRowOf, serviceTermOf, type ServiceRow } from "#web/payers/service-row.ts";

/** What is typed of terms: texts as they are written, lists as one line, `yes` and `no` as such. */
export type TermsValues = {
  readonly form: ContractTerms["form"];
  readonly filing: ContractTerms["filing"];
  readonly hasPerDiem: boolean;
  readonly code: string;
  readonly codeModifiers: string;
  readonly revenueCode: string;
  readonly unit: "day" | "hour" | "quarter-hour";
  readonly quarterRule: "full" | "midpoint";
  readonly maxUnits: number | null;
  readonly minimumMinutes: number | null;
  readonly minimumServices: number | null;
  readonly belowMinimum: ContractTerms["belowMinimum"];
  readonly services: readonly ServiceRow[];
  readonly modifiers: readonly { readonly modifier: string; readonly when: string }[];
  readonly billType: string;
  readonly conditionCodes: string;
  readonly placeOfService: string;
  readonly placeOfServiceTelehealth: string;
  readonly frequency: ContractTerms["frequency"];
  readonly claimSpan: ContractTerms["claimSpan"];
  readonly datesPerClaim: number | null;
  readonly weekStartsOn: "1" | "2" | "3" | "4" | "5" | "6" | "7";
  readonly primaryPrefixes: string;
  readonly mostDiagnoses: number | null;
  readonly needsAuthorization: boolean;
  readonly authorizationUnit: ContractTerms["authorization"]["unit"];
  readonly timelyFilingDays: number | null;
  readonly rendering: ContractTerms["providers"]["rendering"];
  readonly supervising: boolean;
  readonly attending: boolean;
  readonly serviceFacility: boolean;
};

export const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;

const dayValues = ({ perDiem, belowMinimum }: ContractTerms) => ({
  hasPerDiem: perDiem !== null,
  code: perDiem?.procedure?.code ?? "",
  codeModifiers: perDiem?.procedure?.modifiers.join(" ") ?? "",
  revenueCode: perDiem?.revenueCode ?? "",
  unit: perDiem?.unit ?? "day",
  quarterRule: perDiem?.quarterRule ?? "full",
  maxUnits: perDiem?.maxUnits ?? null,
  minimumMinutes: perDiem?.minimumMinutes ?? 0,
  minimumServices: perDiem?.minimumServices ?? null,
  belowMinimum,
});

/** The terms of a version as they are typed. */
export const termsValues = (terms: ContractTerms): TermsValues => ({
  form: terms.form,
  filing: terms.filing,
  ...dayValues(terms),
  services: terms.services.map(serviceRowOf),
  modifiers: terms.modifiers.map(({ modifier, when }) => ({
    modifier,
    when: conditionText(when),
  })),
  billType: terms.billType ?? "",
  conditionCodes: terms.conditionCodes.join(" "),
  placeOfService: terms.placeOfService ?? "",
  placeOfServiceTelehealth: terms.placeOfServiceTelehealth ?? "",
  frequency: terms.frequency,
  claimSpan: terms.claimSpan,
  datesPerClaim: terms.datesPerClaim,
  weekStartsOn: weekdays[terms.weekStartsOn - 1] ?? "1",
  primaryPrefixes: terms.diagnosis.primaryPrefixes.join(" "),
  mostDiagnoses: terms.diagnosis.most,
  needsAuthorization: terms.authorization.needed,
  authorizationUnit: terms.authorization.unit,
  timelyFilingDays: terms.timelyFilingDays,
  ...terms.providers,
});

const written = (text: string): string | null => (text.trim() === "" ? null : text.trim());

const procedureOf = (code: string, modifiers: string) =>
  code.trim() === "" ? null : { code: code.trim().toUpperCase(), modifiers: listTyped(modifiers) };

const perDiemOf = (values: TermsValues): ContractTerms["perDiem"] =>
  values.hasPerDiem
    ? {
        procedure: procedureOf(values.code, values.codeModifiers),
        revenueCode: written(values.revenueCode),
        unit: values.unit,
        quarterRule: values.quarterRule,
        maxUnits: values.unit === "day" ? 1 : values.maxUnits,
        minimumMinutes: values.minimumMinutes ?? 0,
        minimumServices: values.minimumServices,
      }
    : null;

/** Only what belongs to the form: what was typed for the other is kept on the screen and not sent. */
const ofForm = (values: TermsValues) => {
  const isProfessional = values.form === "professional";
  return {
    billType: isProfessional ? null : written(values.billType),
    conditionCodes: isProfessional ? [] : listTyped(values.conditionCodes),
    placeOfService: isProfessional ? written(values.placeOfService) : null,
    placeOfServiceTelehealth: isProfessional ? written(values.placeOfServiceTelehealth) : null,
    frequency: isProfessional ? ("admit-through-discharge" as const) : values.frequency,
  };
};

/** What the fields amount to, as terms. */
export const termsOf = (values: TermsValues): ContractTerms => ({
  form: values.form,
  filing: values.filing,
  perDiem: perDiemOf(values),
  belowMinimum: values.hasPerDiem ? values.belowMinimum : "not-billable",
  services: values.services.map(serviceTermOf),
  modifiers: values.modifiers.map(({ modifier, when }) => ({
    modifier: modifier.trim().toUpperCase(),
    when: conditionOf(when),
  })),
  ...ofForm(values),
  claimSpan: values.claimSpan,
  datesPerClaim: values.claimSpan === "day" ? null : values.datesPerClaim,
  weekStartsOn: Number(values.weekStartsOn),
  diagnosis: {
    primaryPrefixes: listTyped(values.primaryPrefixes),
    most: values.mostDiagnoses ?? 12,
  },
  authorization: { needed: values.needsAuthorization, unit: values.authorizationUnit },
  timelyFilingDays: values.timelyFilingDays ?? 0,
  providers: {
    rendering: values.rendering,
    supervising: values.supervising,
    attending: values.attending,
    serviceFacility: values.serviceFacility,
  },
});

const inside = (service: ContractTerms["services"][number]["service"]) => ({
  service,
  mode: "in-per-diem" as const,
  procedure: null,
  revenueCode: null,
  unit: "service" as const,
  quarterRule: "full" as const,
  minimumMinutes: 0,
  maxPerDay: null,
});

/** What a first version begins with: a day of a facility by one code, with what usually belongs to it. */
export const firstTerms: ContractTerms = {
  form: "institutional",
  filing: "CI",
  perDiem: {
    procedure: { code: "S9480", modifiers: [] },
    revenueCode: "0905",
    unit: "day",
    quarterRule: "full",
    maxUnits: 1,
    minimumMinutes: 180,
    minimumServices: null,
  },
  belowMinimum: "not-billable",
  services: [
    inside("group-therapy"),
    inside("individual-therapy"),
    inside("family-therapy"),
    inside("education"),
    inside("activity-therapy"),
  ],
  modifiers: [],
  billType: "13",
  conditionCodes: [],
  placeOfService: null,
  placeOfServiceTelehealth: null,
  frequency: "admit-through-discharge",
  claimSpan: "week",
  datesPerClaim: null,
  weekStartsOn: 1,
  diagnosis: { primaryPrefixes: [], most: 12 },
  authorization: { needed: true, unit: "days" },
  timelyFilingDays: 90,
  providers: { rendering: "none", supervising: false, attending: true, serviceFacility: false },
};
