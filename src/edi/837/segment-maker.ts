import type {
  Adjudication,
  Adjustment,
  Amounts,
  ClaimHeader,
  Coverage,
  Dates,
  DateSpan,
  HealthCode,
  OtherCoverage,
  Procedure,
  References,
} from "#edi/837/claim.ts";
import { amountNames, dateNames, referenceNames } from "#edi/837/claim.ts";
import { partyRoles, type Address, type Party } from "#edi/837/party.ts";
import { dateText, timeText } from "#edi/x12/date-time.ts";
import { centsText } from "#edi/x12/decimal.ts";
import type { RawLoop, RawSegment } from "#edi/x12/raw-segment.ts";

const reversed = (names: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(names).map(([code, name]) => [name, code]));

const roleCodes = reversed(partyRoles);
const dateCodes = reversed(dateNames);
const referenceCodes = reversed(referenceNames);
const amountCodes = reversed(amountNames);

/** Cents as text; nothing for null, which reading back then finds missing. */
export const centsElement = (cents: number | null): string =>
  cents === null ? "" : centsText(cents);

/** A quantity as text without an exponent. */
export const quantityElement = (quantity: number | null): string => {
  if (quantity === null) return "";
  const text = String(quantity);
  return /e/.test(text) ? quantity.toFixed(6).replace(/\.?0+$/, "") : text;
};

const spanParts = ({ from, through, time }: DateSpan): readonly [string, string] => {
  if (from === null) return ["TM", timeText(time ?? "")];
  if (time !== null) return ["DT", dateText(from) + timeText(time)];
  if (through !== null) return ["RD8", `${dateText(from)}-${dateText(through)}`];
  return ["D8", dateText(from)];
};

/** DTP segments, in the order the dates were put in. */
export const dateSegments = (dates: Dates): RawSegment[] => {
  const segments: RawSegment[] = [];
  for (const [name, span] of Object.entries(dates)) {
    const [format, value] = spanParts(span);
    segments.push(["DTP", dateCodes.get(name) ?? "", format, value]);
  }
  return segments;
};

/** REF segments, in the order the references were put in. */
export const referenceSegments = (references: References): RawSegment[] => {
  const segments: RawSegment[] = [];
  for (const [name, value] of Object.entries(references))
    segments.push(["REF", referenceCodes.get(name) ?? "", value]);
  return segments;
};

/** AMT segments, in the order the amounts were put in. */
export const amountSegments = (amounts: Amounts): RawSegment[] => {
  const segments: RawSegment[] = [];
  for (const [name, cents] of Object.entries(amounts))
    segments.push(["AMT", amountCodes.get(name) ?? "", centsText(cents)]);
  return segments;
};

/** Composite C003; empty for no procedure. */
export const procedureElement = (procedure: Procedure | null): string | readonly string[] => {
  if (procedure === null) return "";
  const { kind, code, modifiers, description } = procedure;
  if (description === "") return [kind, code, ...modifiers];
  const four = [0, 1, 2, 3].map((place) => modifiers[place] ?? "");
  return [kind, code, ...four, description];
};

/** HI segments: codes of one set share a segment, up to twelve of them. */
export const codeSegments = (
  codes: readonly HealthCode[],
  sets: readonly (readonly string[])[],
): RawSegment[] => {
  const segments: RawSegment[] = [];
  for (const kinds of sets) {
    let open: (string | readonly string[])[] = [];
    for (const code of codes) {
      if (!kinds.includes(code.kind)) continue;
      if (open.length === 0 || open.length > 12) {
        open = ["HI"];
        segments.push(open);
      }
      open.push(codeElement(code));
    }
  }
  return segments;
};

const codeElement = ({ kind, code, date, amountCents, onAdmission }: HealthCode) => {
  if (date === null && amountCents === null && onAdmission === "") return [kind, code];
  const [format, value] = date === null ? ["", ""] : spanParts(date);
  return [kind, code, format, value, centsElement(amountCents), "", "", "", onAdmission];
};

/** CAS segments: reasons of one group that follow each other share a segment, up to six of them. */
export const adjustmentSegments = (adjustments: readonly Adjustment[]): RawSegment[] => {
  const segments: string[][] = [];
  for (const { group, reason, amountCents, quantity } of adjustments) {
    let current = segments.at(-1);
    if (current === undefined || current[1] !== group || current.length >= 20) {
      current = ["CAS", group];
      segments.push(current);
    }
    current.push(reason, centsElement(amountCents), quantityElement(quantity));
  }
  return segments;
};

const taxonomyKinds: ReadonlyMap<string, string> = new Map([["attending", "AT"]]);

const addAddress = (segments: RawSegment[], address: Address): void => {
  const { line1, line2, city, state, zip, country, subdivision } = address;
  if (line1 !== "" || line2 !== "") segments.push(["N3", line1, line2]);
  if (city !== "" || state !== "" || zip !== "" || country !== "")
    segments.push(["N4", city, state, zip, country, "", "", subdivision]);
};

/** An NM1 loop. */
export const partySegments = (party: Party): RawSegment[] => {
  const segments: RawSegment[] = [
    [
      "NM1",
      roleCodes.get(party.role) ?? "",
      party.isPerson ? "1" : "2",
      party.name,
      party.first,
      party.middle,
      party.prefix,
      party.suffix,
      party.idKind,
      party.id,
    ],
  ];
  if (party.taxonomy !== "")
    segments.push(["PRV", taxonomyKinds.get(party.role) ?? "PE", "PXC", party.taxonomy]);
  if (party.address !== null) addAddress(segments, party.address);
  if (party.bornOn !== null) segments.push(["DMG", "D8", dateText(party.bornOn), party.sex]);
  if (party.paidOn !== null) segments.push(["DTP", "573", "D8", dateText(party.paidOn)]);
  for (const { kind, value } of party.references) segments.push(["REF", kind, value]);
  for (const { name, ways } of party.contacts)
    segments.push(["PER", "IC", name, ...ways.flatMap((way) => [way.kind, way.value])]);
  for (const loop of party.more) segments.push(...loop);
  return segments;
};

/** SBR. */
export const coverageSegment = (coverage: Coverage): RawSegment => [
  "SBR",
  coverage.sequence,
  coverage.relationship,
  coverage.groupNumber,
  coverage.groupName,
  coverage.insuranceType,
  "",
  "",
  "",
  coverage.filing,
];

/** BHT. */
export const headerSegment = (header: ClaimHeader): RawSegment => [
  "BHT",
  "0019",
  header.purpose,
  header.reference,
  dateText(header.createdOn ?? ""),
  timeText(header.createdAt ?? ""),
  header.use,
];

/** Loop 2430, each part that its order counts for on its own. */
export const adjudicationLoops = (adjudication: Adjudication): RawLoop[] => {
  const { payerId, paidCents, procedure, revenueCode, units, bundledInto } = adjudication;
  const own: RawSegment[] = [
    [
      "SVD",
      payerId,
      centsElement(paidCents),
      procedureElement(procedure),
      revenueCode,
      quantityElement(units),
      bundledInto,
    ],
    ...adjustmentSegments(adjudication.adjustments),
  ];
  if (adjudication.paidOn !== null) own.push(["DTP", "573", "D8", dateText(adjudication.paidOn)]);
  if (adjudication.remainingCents !== null)
    own.push(["AMT", "EAF", centsText(adjudication.remainingCents)]);
  return own.map((segment) => [segment]);
};

/** Loop 2320, each part that its order counts for on its own. */
export const otherCoverageLoops = (other: OtherCoverage): RawLoop[] => {
  const { assignsBenefits, signatureSource, releases } = other;
  const own: RawSegment[] = [
    coverageSegment(other),
    ...adjustmentSegments(other.adjustments),
    ...amountSegments(other.amounts),
    ["OI", "", "", assignsBenefits, signatureSource, "", releases],
  ];
  const parties = [other.person, other.payer, ...other.providers];
  return [
    ...own.map((segment) => [segment]),
    ...parties.flatMap((party) => (party === null ? [] : [partySegments(party)])),
  ];
};
