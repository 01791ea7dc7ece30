import type {
  Adjustment,
  AmountName,
  Amounts,
  DateName,
  Dates,
  DateSpan,
  HealthCode,
  ReferenceName,
  References,
} from "#edi/837/claim.ts";
import { amountNames, dateNames, referenceNames } from "#edi/837/claim.ts";
import type { Draft } from "#edi/837/draft.ts";
import { procedureMemory, type ProcedureMemory } from "#edi/837/procedure-reader.ts";
import { civilDateOf, civilDateOfNumber, timeOf } from "#edi/x12/date-time.ts";
import { centsOf, quantityOf } from "#edi/x12/decimal.ts";
import type { ProblemList } from "#edi/x12/problem.ts";
import {
  elementCode,
  elementCount,
  elementDigits,
  elementEnd,
  elementParts,
  elementStart,
  elementText,
  hasElement,
  packCode,
  placeInFile,
  segmentId,
  type SegmentTable,
} from "#edi/x12/segment-table.ts";

/** Where a segment is read from, and where what is wrong with it is said. */
export interface Source {
  readonly table: SegmentTable;
  readonly problems: ProblemList;
  segment: number;
  /** Procedures that were read lately, and where they stand. */
  readonly lately: ProcedureMemory;
}

/** Begins to read the segments of a table, which is filled anew from time to time. */
export const openSource = (table: SegmentTable, problems: ProblemList): Source => ({
  table,
  problems,
  segment: 0,
  lately: procedureMemory(),
});

const say = (
  { table, problems, segment }: Source,
  code: "amount-invalid" | "number-invalid" | "date-invalid" | "time-invalid",
  element: number,
  value: string,
): void => {
  const id = segmentId(table, segment);
  problems.add(code, id, placeInFile(table, segment), {
    element: `${id}${String(element).padStart(2, "0")}`,
    value,
  });
};

/** An amount in whole cents; null where there is none, and where it is none, which is said. */
export const readCents = (source: Source, element: number): number | null => {
  const text = elementText(source.table, source.segment, element);
  if (text === "") return null;
  const cents = centsOf(text);
  if (cents === null) say(source, "amount-invalid", element, text);
  return cents;
};

/** A quantity; null where there is none, and where it is none, which is said. */
export const readQuantity = (source: Source, element: number): number | null => {
  const text = elementText(source.table, source.segment, element);
  if (text === "") return null;
  const quantity = quantityOf(text);
  if (quantity === null) say(source, "number-invalid", element, text);
  return quantity;
};

const oneDay = packCode("D8");

const spanOf = (format: string, value: string): DateSpan | null => {
  switch (format) {
    case "D8": {
      const from = civilDateOf(value);
      return from === null ? null : { from, through: null, time: null };
    }
    case "RD8": {
      const from = civilDateOf(value.slice(0, 8));
      const through = value.charAt(8) === "-" ? civilDateOf(value.slice(9)) : null;
      return from === null || through === null ? null : { from, through, time: null };
    }
    case "DT": {
      const from = civilDateOf(value.slice(0, 8));
      const time = timeOf(value.slice(8));
      return from === null || time === null ? null : { from, through: null, time };
    }
    case "TM": {
      const time = timeOf(value);
      return time === null ? null : { from: null, through: null, time };
    }
    default:
      return null;
  }
};

/** DTP02 and DTP03 of the segment; null where they are no date, which is said. */
export const readSpan = (source: Source): DateSpan | null => {
  const { table, segment } = source;
  const format = elementCode(table, segment, 2);
  if (format === oneDay && elementEnd(table, segment, 2) - elementStart(table, segment, 2) === 2) {
    const from = civilDateOfNumber(elementDigits(table, segment, 3));
    if (from !== null) return { from, through: null, time: null };
  }
  const value = elementText(table, segment, 3);
  const span = spanOf(elementText(table, segment, 2), value);
  if (span === null) say(source, "date-invalid", 3, value);
  return span;
};

/** A date of the form D8 in an element; null where there is none, and where it is none, which is said. */
export const readDate = (source: Source, element: number): string | null => {
  const known = civilDateOfNumber(elementDigits(source.table, source.segment, element));
  if (known !== null) return known;
  const text = elementText(source.table, source.segment, element);
  if (text === "") return null;
  const date = civilDateOf(text);
  if (date === null) say(source, "date-invalid", element, text);
  return date;
};

/** A time of the day, `HH:MM` or `HH:MM:SS`; null where there is none, and where it is none, which is said. */
export const readTime = (source: Source, element: number): string | null => {
  const text = elementText(source.table, source.segment, element);
  if (text === "") return null;
  const time = timeOf(text);
  if (time === null) say(source, "time-invalid", element, text);
  return time;
};

const byCode = <Name extends string>(names: Readonly<Record<string, Name>>) =>
  new Map(Object.entries(names).map(([code, name]) => [packCode(code), name]));

const dateByCode: ReadonlyMap<number, DateName> = byCode(dateNames);
const referenceByCode: ReadonlyMap<number, ReferenceName> = byCode(referenceNames);
const amountByCode: ReadonlyMap<number, AmountName> = byCode(amountNames);

const codes = { service: packCode("472"), lineControl: packCode("6R") };

/** Puts a DTP segment to the dates; false where it has no name, is there already or is no date. */
export const takeDate = (source: Source, dates: Draft<Dates>): boolean => {
  const code = elementCode(source.table, source.segment, 1);
  if (code === codes.service && dates.service === undefined) {
    const service = readSpan(source);
    if (service === null) return false;
    // A name that is written out is found at once; the many others are looked up.
    dates.service = service;
    return true;
  }
  const name = dateByCode.get(code);
  if (name === undefined || dates[name] !== undefined) return false;
  const span = readSpan(source);
  if (span === null) return false;
  dates[name] = span;
  return true;
};

/** Puts a REF segment to the references; false where it has no name, is there already or says more. */
export const takeReference = (
  { table, segment }: Source,
  references: Draft<References>,
): boolean => {
  const code = elementCode(table, segment, 1);
  if (elementCount(table, segment) > 2 || !hasElement(table, segment, 2)) return false;
  if (code === codes.lineControl && references.lineControl === undefined) {
    references.lineControl = elementText(table, segment, 2);
    return true;
  }
  const name = referenceByCode.get(code);
  if (name === undefined || references[name] !== undefined) return false;
  references[name] = elementText(table, segment, 2);
  return true;
};

/** Puts an AMT segment to the amounts; false where it has no name, is there already or is no amount. */
export const takeAmount = (source: Source, amounts: Draft<Amounts>): boolean => {
  const name = amountByCode.get(elementCode(source.table, source.segment, 1));
  if (name === undefined || amounts[name] !== undefined) return false;
  const cents = readCents(source, 2);
  if (cents === null) return false;
  amounts[name] = cents;
  return true;
};

/** The reasons of a CAS segment, up to six. */
export const readAdjustments = (source: Source): readonly Adjustment[] => {
  const { table, segment } = source;
  const group = elementText(table, segment, 1);
  const found: Adjustment[] = [];
  for (let element = 2; element <= elementCount(table, segment); element += 3) {
    const reason = elementText(table, segment, element);
    const amountCents = readCents(source, element + 1);
    const quantity = readQuantity(source, element + 2);
    if (reason !== "" || amountCents !== null) found.push({ group, reason, amountCents, quantity });
  }
  return found;
};

const codeOf = (parts: readonly string[]): HealthCode | null => {
  const [kind = "", code = "", format = "", value = "", amount = ""] = parts;
  if (kind === "" || code === "") return null;
  if (parts.length === 2) return { kind, code, date: null, amountCents: null, onAdmission: "" };
  const rest = parts.slice(5);
  const date = format === "" && value === "" ? null : spanOf(format, value);
  if (date === null && value !== "") return null;
  const amountCents = amount === "" ? null : centsOf(amount);
  if (amountCents === null && amount !== "") return null;
  const onAdmission = rest[3] ?? "";
  // Quantity, version and industry code are of no use here; a segment with one of them is kept as it is.
  const hasOthers = rest.some((part, place) => part !== "" && place !== 3);
  return hasOthers ? null : { kind, code, date, amountCents, onAdmission };
};

/** The codes of an HI segment; null where one of them is no such composite, which is said. */
export const readCodes = (source: Source): readonly HealthCode[] | null => {
  const { table, segment, problems } = source;
  const found: HealthCode[] = [];
  for (let element = 1; element <= elementCount(table, segment); element++) {
    const parts = elementParts(table, segment, element);
    if (parts.length === 0) continue;
    const code = codeOf(parts);
    if (code === null) {
      const values = {
        element: `HI${String(element).padStart(2, "0")}`,
        parts: parts.length,
        needed: 2,
      };
      problems.add("composite-incomplete", "HI", placeInFile(table, segment), values);
      return null;
    }
    found.push(code);
  }
  return found;
};
