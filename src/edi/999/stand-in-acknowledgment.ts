import type { SentFile } from "#edi/999/sent-file.ts";

/** What a stand-in for a clearinghouse answers to a file: for the demo, and to try the way back. */
export interface StandInAcknowledgment {
  /** Of its own envelope. */
  readonly control: number;
  /** `YYYYMMDD` and `HHMM`. */
  readonly date: string;
  readonly time: string;
  /** IK501 and AK901; a rejection says what is wrong between AK2 and IK5. */
  readonly verdict: "A" | "E" | "R";
  readonly errors?: readonly string[];
  readonly from?: string;
}

const nothing = " ".repeat(10);

const padded = (text: string): string => text.padEnd(15).slice(0, 15);

const ended = (segments: readonly string[]): string =>
  segments.map((segment) => `${segment}~`).join("");

/** ISA to IEA around what an answer holds, to whoever sent the file. */
const enveloped = (
  file: SentFile,
  { control, date, time, from = "QUILLPEN" }: Omit<StandInAcknowledgment, "verdict">,
  inside: readonly string[],
  groups: number,
): string => {
  const [to = ""] = file.senders;
  const nine = String(control).padStart(9, "0");
  return ended([
    `ISA*00*${nothing}*00*${nothing}*ZZ*${padded(from)}*ZZ*${padded(to)}*${date.slice(2)}*${time}*^*00501*${nine}*0*P*:`,
    ...inside,
    `IEA*${groups}*${nine}`,
  ]);
};

/** TA1: the envelope was taken, or was not. */
export const envelopeAcknowledgment = (
  file: SentFile,
  { note = "000", ...answer }: StandInAcknowledgment & { readonly note?: string },
): string =>
  enveloped(
    file,
    answer,
    [`TA1*${file.interchangeControl}*${file.date}*${file.time}*${answer.verdict}*${note}`],
    0,
  );

/** 999: each transaction was taken, or was not, with the errors in the first. */
export const contentAcknowledgment = (file: SentFile, answer: StandInAcknowledgment): string => {
  const { control, date, time, verdict, errors = [], from = "QUILLPEN" } = answer;
  const [to = ""] = file.senders;
  const count = file.transactions.length;
  const set = [
    "ST*999*0001*005010X231A1",
    `AK1*HC*${file.groupControl}*${file.guide}`,
    ...file.transactions.flatMap((one, place) => [
      `AK2*837*${one.control}*${file.guide}`,
      ...(place === 0 ? errors : []),
      verdict === "R" ? "IK5*R*5" : `IK5*${verdict}`,
    ]),
    `AK9*${verdict}*${count}*${count}*${verdict === "R" ? 0 : count}`,
  ];
  return enveloped(
    file,
    answer,
    [
      `GS*FA*${from}*${to}*${date}*${time}*${control}*X*005010X231A1`,
      ...set,
      `SE*${set.length + 1}*0001`,
      `GE*1*${control}`,
    ],
    1,
  );
};
