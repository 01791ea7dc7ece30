import { acknowledgementOf, findingSchema } from "#domain/charting/guard-finding.ts";
import type { MemberPart } from "#domain/charting/member-note.ts";
import { tidyText } from "#domain/charting/note-text.ts";
import type { Problem } from "#domain/contract/problem.ts";
import type { FoundHere } from "#web/charting/room-view.ts";

/** The texts of one person's part, as they were sent. */
export type SentTexts = Pick<MemberPart, "sentence" | "nextStep">;

const place = /^rows\.[^.]+\.(\w+)\.\d+$/u;

const textAt = (field: string | undefined, sent: SentTexts): string =>
  field === "sentence" || field === "nextStep" ? tidyText(sent[field] ?? "") : "";

/**
 * What the refusal of a correction found. A refusal says where and how it is mended, never the words: these stand in
 * what was sent.
 */
export const refusedFindings = (
  problem: Pick<Problem, "fields"> | null,
  patientId: string,
  sent: SentTexts,
): readonly FoundHere[] =>
  Object.entries(problem?.fields ?? {}).flatMap(([name, { code, values = {} }]) => {
    const field = place.exec(name)?.[1];
    const text = textAt(field, sent);
    const { start, end, mend, weight, ...more } = values;
    const read = findingSchema.safeParse({
      code,
      where: { patientId, field, start, end },
      values: { ...more, name: text.slice(Number(start), Number(end)) },
      mend,
      weight,
    });
    if (!read.success) return [];
    return [{ finding: read.data, acknowledgement: acknowledgementOf(read.data, text) }];
  });
