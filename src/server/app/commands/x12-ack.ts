import { Command } from "commander";
import type { Verdict } from "#domain/billing/claims/acknowledgment.ts";
import type {
  Acknowledgments,
  GroupAcknowledgment,
  SegmentError,
  TransactionAcknowledgment,
} from "#edi/999/acknowledgment.ts";
import { readAcknowledgments } from "#edi/999/read-acknowledgments.ts";
import { problemList } from "#edi/x12/problem.ts";
import { answer, CommandFailed, withJson } from "#server/app/commands/command.ts";
import {
  elementCodes,
  groupCodes,
  interchangeNotes,
  saidBy,
  segmentCodes,
  transactionCodes,
  verdictWords,
} from "#server/app/commands/x12-ack-words.ts";
import { withBytesOf, x12ExitCodes } from "#server/app/commands/x12-file.ts";
import { x12Sentence } from "#server/app/commands/x12-words.ts";

const verdictsOf = ({ interchanges, groups }: Acknowledgments): readonly Verdict[] => [
  ...interchanges.map(({ verdict }) => verdict),
  ...groups.flatMap(({ verdict, transactions }) => [
    verdict,
    ...transactions.map((one) => one.verdict),
  ]),
];

/** Reads what a receiver says of files, and answers the exit code. What says nothing of any file is a failure. */
export const readX12Acknowledgment = (file: string) => {
  const problems = problemList();
  const said = withBytesOf(file, (bytes) => readAcknowledgments(bytes, problems));
  const verdicts = verdictsOf(said);
  if (verdicts.length === 0)
    throw new CommandFailed(
      problems.found.some(({ code }) => code === "not-x12")
        ? `${file} is no X12 file.`
        : `${file} holds no acknowledgment: neither a TA1 nor a 999 or 997. \`stepwell x12 read\` says what it holds.`,
      x12ExitCodes.notX12,
    );
  const isTaken =
    verdicts.every((verdict) => verdict === "accepted") &&
    problems.found.every(({ severity }) => severity === "warning");
  return {
    ...said,
    problems: problems.found.map(x12Sentence),
    exitCode: isTaken ? 0 : x12ExitCodes.wrong,
  };
};

const why = (said: readonly string[]): string => (said.length === 0 ? "" : `: ${said.join(", ")}`);

const placeOf = ({ segment, position, loop, contexts }: SegmentError): string => {
  const claim = contexts.find(({ name }) => name === "CLM01")?.value;
  return [
    ...(claim === undefined ? [] : [`claim ${claim}`]),
    ...(loop === "" ? [] : [`loop ${loop}`]),
    `segment ${position}`,
    segment,
  ].join(", ");
};

const linesOfError = (error: SegmentError): readonly string[] => [
  `    ${placeOf(error)}: ${saidBy(segmentCodes, error.code)}`,
  ...error.elements.map(({ element, component, code }) => {
    const part = component === 0 ? "" : `-${component}`;
    const name = `${error.segment}${String(element).padStart(2, "0")}${part}`;
    return `      ${name}: ${saidBy(elementCodes, code)}`;
  }),
];

const linesOfTransaction = (one: TransactionAcknowledgment): readonly string[] => {
  const codes = one.codes.map((code) => saidBy(transactionCodes, code));
  return [
    `  transaction ${one.set} ${one.control}: ${verdictWords[one.verdict]}${why(codes)}`,
    ...one.errors.flatMap(linesOfError),
  ];
};

const linesOfGroup = (group: GroupAcknowledgment): readonly string[] => {
  const codes = group.codes.map((code) => saidBy(groupCodes, code));
  const { control, verdict, accepted, received } = group;
  return [
    `group ${control}: ${verdictWords[verdict]}, ${accepted} of ${received} transactions${why(codes)}`,
    ...group.transactions.flatMap(linesOfTransaction),
  ];
};

/** What came back, line by line. */
export const acknowledgmentLines = ({
  interchanges,
  groups,
}: Acknowledgments): readonly string[] => [
  ...interchanges.map(({ control, verdict, note }) => {
    const notes = note === "" || note === "000" ? [] : [saidBy(interchangeNotes, note)];
    return `interchange ${control}: ${verdictWords[verdict]}${why(notes)}`;
  }),
  ...groups.flatMap(linesOfGroup),
];

/** `stepwell x12 ack`: what a clearinghouse or payer says of the files it got. */
export const x12AckCommand = (): Command =>
  withJson(new Command("ack"))
    .description("say in words what came back for a file: TA1, 999 or 997")
    .argument("<file>", "an acknowledgment")
    .addHelpText(
      "after",
      "\nThe control numbers are those of the file that was sent. Accepted means it could be read; whether claims are paid is said later.\nExit codes: 0 all of it was accepted, 1 something was not or has errors, 2 it is no acknowledgment or cannot be read.",
    )
    .action((file: string, options: { json?: boolean }) => {
      const { exitCode, ...said } = readX12Acknowledgment(file);
      answer(options, said, [...acknowledgmentLines(said), ...said.problems]);
      process.exitCode = exitCode;
    });
