import type { X12Problem, X12ProblemCode } from "#edi/x12/problem.ts";
import { filledIn } from "#server/app/commands/filled-in.ts";

/** What each problem of an X12 file says at the terminal. Values come out of the file and are control numbers, counts and codes. */
const sentences: Readonly<Record<X12ProblemCode, string>> = {
  "not-x12": "This is no X12 file: no interchange begins with ISA and sixteen elements.",
  "segment-too-long":
    "No segment ends within {bytes} bytes; the rest was not read. The terminator is another one than ISA says, or the file is damaged.",
  "bytes-skipped": "{bytes} bytes before the first ISA are no X12 and were skipped.",
  "byte-order-mark":
    "The file begins with a byte order mark, which X12 does not know. It was skipped.",
  "utf-16": "The file is UTF-16. It was read; X12 wants one byte for each character.",
  "isa-length":
    "ISA has {length} characters instead of {fixed}. Its delimiters were found by counting its elements.",
  "isa-cut":
    "An ISA in the middle of the file has fewer than sixteen elements; what follows was not read.",
  "delimiters-alike":
    "ISA16 names {said} as separator of components, which separates something else already.",
  "delimiter-odd": "ISA ends with {delimiter}, which cannot end segments.",
  "component-contradicted":
    "ISA16 names {said} as separator of components, the data uses {used}. It was read with {used}.",
  "terminator-contradicted": "Segments end with {used} and not as ISA ends. They were read so.",
  "repetition-missing":
    "ISA11 is {said}, which cannot separate repetitions as version 00501 wants it.",
  "terminator-missing": "The last segment is not ended: the file may have been cut off.",
  "segment-id-invalid": "No segment has an id like this.",
  "segment-empty": "{segments} segments are empty.",
  "segment-outside": "This segment stands outside of any transaction.",
  "header-missing": "This trailer or header stands without {header} before it.",
  "trailer-missing": "{header} {control} is not closed: {trailer} is missing.",
  "count-wrong": "{element} says {said}, but there are {counted}.",
  "control-differs": "{element} is {closed}, but {header} is {opened}.",
  "control-repeated": "{element} {control} was used in this group already.",
  "interchange-empty": "Interchange {control} holds nothing.",
  "guide-differs": "GS08 names the guide {group}, ST03 {transaction}; ST03 was followed.",
  "guide-old":
    "This follows {guide}, an older version. It was read as far as it is alike and not checked by it.",
  "guide-other": "This transaction follows {guide}, another guide than the one asked for.",
  "segment-unplaced": "{segment} has no place after loop {loop}.",
  "segment-old": "{segment} is no longer part of loop {loop}.",
  "segment-out-of-order": "{segment} is out of position in loop {loop}.",
  "segment-missing": "{segment} is missing in loop {loop}.",
  "segment-repeated": "{segment} stands {count} times in loop {loop}, at most {most} are allowed.",
  "loop-missing": "Loop {loop} ({segment}) is missing in loop {parent}.",
  "loop-repeated": "Loop {loop} stands {count} times in loop {parent}, at most {most} are allowed.",
  "element-missing": "{segment} in loop {loop} lacks element {element}.",
  "element-unused":
    "{segment} in loop {loop} has an element {element}, which its guide does not use.",
  "composite-incomplete":
    "{element} has {parts} components and needs {needed}, or one of them cannot be read.",
  "hl-number": "HL01 is {said}, but this is level {counted}.",
  "hl-parent": "HL02 is {said}, but the level above is {expected}.",
  "hl-child": "HL04 is {said}; by what follows it has to be {expected}.",
  "line-number": "The {lines} lines are not numbered from 1.",
  "amount-invalid": "{element} is no amount in dollars and cents: {value}",
  "number-invalid": "{element} is no number: {value}",
  "date-invalid": "{element} is no date: {value}",
  "time-invalid": "{element} is no time of the day: {value}",
  "lines-differ": "CLM02 is {charge}, but the lines add up to {lines}.",
  "characters-replaced":
    "{element} held characters that X12 cannot hold or that are delimiters; they were replaced.",
  "value-too-long": "{element} has {length} characters, at most {most} are allowed.",
  "problems-left-out": "{count} more problems were found and are not listed.",
};

const dollars = (value: string | number | undefined): string => (Number(value) / 100).toFixed(2);

/** The sentence of one problem. */
export const x12Sentence = ({ code, values }: Pick<X12Problem, "code" | "values">): string => {
  const shown =
    code === "lines-differ"
      ? { charge: dollars(values["chargeCents"]), lines: dollars(values["linesCents"]) }
      : values;
  return filledIn(sentences[code], shown);
};
