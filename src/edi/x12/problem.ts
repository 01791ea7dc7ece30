/**
 * How bad it is: `fatal`, nothing more could be read; `error`, a receiver would refuse it or something is in doubt;
 * `warning`, it departs from the standard and its meaning is certain.
 */
export type Severity = "fatal" | "error" | "warning";

/** All that can be wrong with a file, and how bad each is. */
export const severities = {
  "not-x12": "fatal",
  "segment-too-long": "fatal",
  "bytes-skipped": "error",
  "byte-order-mark": "warning",
  "utf-16": "warning",
  "isa-length": "error",
  "isa-cut": "error",
  "delimiters-alike": "warning",
  "delimiter-odd": "error",
  "component-contradicted": "warning",
  "terminator-contradicted": "error",
  "repetition-missing": "warning",
  "terminator-missing": "error",
  "segment-id-invalid": "error",
  "segment-empty": "warning",
  "segment-outside": "error",
  "header-missing": "error",
  "trailer-missing": "error",
  "count-wrong": "error",
  "control-differs": "error",
  "control-repeated": "error",
  "interchange-empty": "error",
  "guide-differs": "warning",
  "guide-old": "warning",
  "guide-other": "error",
  "segment-unplaced": "error",
  "segment-old": "warning",
  "segment-out-of-order": "error",
  "segment-missing": "error",
  "segment-repeated": "error",
  "loop-missing": "error",
  "loop-repeated": "error",
  "element-missing": "error",
  "element-unused": "error",
  "composite-incomplete": "error",
  "hl-number": "error",
  "hl-parent": "error",
  "hl-child": "error",
  "line-number": "warning",
  "amount-invalid": "error",
  "number-invalid": "error",
  "date-invalid": "error",
  "time-invalid": "error",
  "lines-differ": "error",
  "characters-replaced": "warning",
  "value-too-long": "error",
  "problems-left-out": "error",
} as const satisfies Readonly<Record<string, Severity>>;
export type X12ProblemCode = keyof typeof severities;

/** Something wrong with a file, as a code with values; the sentence for a person is made where it is shown. */
export interface X12Problem {
  readonly severity: Severity;
  readonly code: X12ProblemCode;
  /** The id of the segment it was found at (`SE`), or nothing where it is the file. */
  readonly segment: string;
  /** Which segment of the file, counted from 1; 0 where it is the file. */
  readonly at: number;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Where problems gather. Keeps the first thousand, so that no input can fill the memory with them. */
export interface ProblemList {
  readonly found: readonly X12Problem[];
  /** How many were not kept. */
  readonly leftOut: number;
  add(
    code: X12ProblemCode,
    segment: string,
    at: number,
    values?: Readonly<Record<string, string | number>>,
  ): void;
}

const mostKept = 1000;
const longestValue = 60;

// A value comes out of somebody's file and may be of any length.
const shortened = (value: string | number): string | number =>
  typeof value === "string" && value.length > longestValue
    ? `${value.slice(0, longestValue)}…`
    : value;

/** A new list of problems, empty. */
export const problemList = (): ProblemList => {
  const found: X12Problem[] = [];
  let leftOut = 0;
  return {
    found,
    get leftOut() {
      return leftOut;
    },
    add(code, segment, at, values = {}) {
      if (found.length >= mostKept) {
        leftOut += 1;
        return;
      }
      const short = Object.entries(values).map(
        ([name, value]) => [name, shortened(value)] as const,
      );
      found.push({
        severity: severities[code],
        code,
        segment: String(shortened(segment)),
        at,
        values: Object.fromEntries(short),
      });
    },
  };
};
