import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { listGoals } from "#domain/charting/goal.api.ts";
import type { Acknowledgement } from "#domain/charting/guard-finding.ts";
import { correctNote } from "#domain/charting/member-note.api.ts";
import type { MemberNote } from "#domain/charting/member-note.ts";
import type { Participation, Progress, Response, Risk } from "#domain/charting/note-fields.ts";
import { standingFindings } from "#domain/charting/note-guards.ts";
import { tidyText } from "#domain/charting/note-text.ts";
import { noteWords } from "#web/charting/note-words.ts";
import { refusedFindings, type SentTexts } from "#web/charting/refused-findings.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";

/** What the fields hold: the choices of the signed note, each of which may become another. */
type CorrectionValues = {
  readonly objectiveId: string;
  readonly participation: Participation | "";
  readonly response: Response | "";
  readonly progress: Progress | "";
  readonly risk: Risk | "";
  readonly sentence: string;
  readonly nextStep: string;
  readonly reason: string;
};

const mostOfReason = 500;

/** What the supervisor wrote, as long as it is the last word about the note. */
export const commentOn = ({ state, acts }: MemberNote) =>
  state === "returned" ? acts.findLast(({ kind }) => kind === "return") : undefined;

/** A returned note is corrected for what its supervisor wrote, unless its author says otherwise. */
const valuesOf = (note: MemberNote): CorrectionValues => ({
  ...note.part,
  nextStep: note.part.nextStep ?? "",
  reason: (commentOn(note)?.words ?? "").slice(0, mostOfReason),
});

/** A choice has no empty answer here; what is empty nevertheless stays as it was signed. */
const partOf = ({ part }: MemberNote, values: CorrectionValues): MemberNote["part"] => ({
  objectiveId: values.objectiveId || part.objectiveId,
  participation: values.participation || part.participation,
  response: values.response || part.response,
  progress: values.progress || part.progress,
  risk: values.risk || part.risk,
  nextStep: values.nextStep,
  sentence: values.sentence,
});

/** The objectives that the note may speak of: those open in its stay, and its own, which may be closed by now. */
const useObjectives = (note: MemberNote) => {
  const maySee = useCan("plan:read");
  const { patientId, enrollmentId } = note;
  const goals = useRead(listGoals, { patientId }, { enabled: maySee, quiet: true });
  const { objectiveId } = note.part;
  const open = (goals.data?.rows ?? [])
    .filter((goal) => goal.enrollmentId === enrollmentId)
    .flatMap(({ objectives, status }) =>
      objectives.filter((one) => status === "active" && one.status === "active"),
    );
  const own = { id: objectiveId, code: note.objectiveNumber, statement: note.objectiveStatement };
  return (open.some(({ id }) => id === objectiveId) ? open : [own, ...open]).map(
    ({ id, code, statement }) => ({ value: id, label: `${code} ${statement}` }),
  );
};

/** A correction that is being written: its form, what its refusal found in which text, and what the author lets stand of it. */
export const useCorrection = (note: MemberNote, onCorrected: (noteId: string) => void) => {
  const { t } = useLingui();
  const [sent, setSent] = useState<SentTexts>(note.part);
  const [acknowledged, setAcknowledged] = useState<readonly Acknowledgement[]>([]);
  const act = useAct(correctNote, {
    done: t`Corrected and signed.`,
    words: noteWords,
    failureShownInPlace: true,
    changes: ["session"],
    onDone: (corrected) => onCorrected(corrected.id),
  });
  const form = useForm({
    id: `note-correction-${note.id}`,
    initial: valuesOf(note),
    act: {
      ...act,
      run: (input, draftId) => {
        setSent({ sentence: input.part.sentence, nextStep: input.part.nextStep ?? null });
        return act.run(input, draftId);
      },
    },
    toInput: (values) => ({
      noteId: note.id,
      part: partOf(note, values),
      reason: values.reason,
      acknowledged: [...acknowledged],
    }),
    check: ({ sentence, reason }) =>
      missingOf({ sentence: sentence.trim(), reason: reason.trim() }, ["sentence", "reason"]),
  });
  const refused = refusedFindings(act.problem, note.patientId, sent);
  const standing = new Set(standingFindings({ findings: refused }, acknowledged));
  /** As long as the text says what was refused; typed anew, it is asked about anew. */
  const isAsSent = (field: keyof SentTexts): boolean =>
    tidyText(form.values[field]) === tidyText(sent[field] ?? "");
  return {
    form,
    found: refused.filter(
      ({ finding }) =>
        standing.has(finding) &&
        (finding.where.field === "attendance" ||
          (finding.where.field === "sentence" && isAsSent("sentence")) ||
          (finding.where.field === "nextStep" && isAsSent("nextStep"))),
    ),
    objectives: useObjectives(note),
    letStand: (one: Acknowledgement) => setAcknowledged((all) => [...all, one]),
  };
};
