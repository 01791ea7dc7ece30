import { noteStateOf } from "#domain/charting/member-note.ts";
import type { CopiedNote } from "#domain/exports/chart-copy.ts";
import type { Notice } from "#domain/privacy/redisclosure-notice.ts";
import { base64Of } from "#fhir/base64.ts";
import {
  concept,
  givenList,
  metaOf,
  ours,
  referenceTo,
  type WrittenResource,
} from "#fhir/resource.ts";

const loinc = "http://loinc.org";
const docStatuses = {
  signed: "final",
  cosigned: "final",
  waiting: "preliminary",
  returned: "preliminary",
  superseded: "final",
  retracted: "final",
} as const;

/** Where a note stands after everything that happened to it. */
export const stateOfNote = (note: CopiedNote) =>
  noteStateOf({
    needsCosignature: note.needsCosignature,
    isCorrected: note.correctedById !== null,
    acts: note.acts.map(({ kind }) => kind),
  });

const line = (name: string, text: string | null): readonly string[] =>
  text === null || text === "" ? [] : [`${name}: ${text}`];

/** The words of a note as they were signed, with the addenda. The shared part of a group names nobody. */
export const textOfNote = (note: CopiedNote): string =>
  [
    ...line("Session", `${note.sessionName}, ${note.serviceDate}`),
    ...line("Credited minutes", String(note.creditedMinutes)),
    ...(note.shared === null
      ? []
      : [
          ...line("Topic", note.shared.topic),
          ...line("Curriculum", note.shared.curriculum),
          ...line("Interventions", note.shared.interventions.join(", ")),
          ...line("What we did", note.shared.whatWeDid),
          ...line("How it went", note.shared.howItWent),
          ...line("Next time", note.shared.nextTime),
        ]),
    ...line("Objective", `${note.objectiveCode} ${note.objective}`),
    ...line("Participation", note.participation),
    ...line("Response", note.response),
    ...line("Progress", note.progress),
    ...line("Risk", note.risk),
    ...line("Note", note.sentence),
    ...line("Next step", note.nextStep),
    ...line("Corrected because", note.correctionReason),
    ...note.acts.map(({ kind, words, at, by }) =>
      [`${kind} by ${by}, ${at}`, words].filter((part) => part !== null).join(": "),
    ),
    `Signed by ${note.authorName}, ${note.signedAt}`,
  ].join("\n");

/**
 * US Core DocumentReference: a signed note. One that replaced another says so; one that was replaced or taken back is kept
 * and says that it stands no more.
 */
export const writeDocumentReference = (
  note: CopiedNote,
  patientId: string,
  {
    withEncounter,
    known,
  }: { readonly withEncounter: boolean; readonly known: ReadonlySet<string> },
): WrittenResource => {
  const state = stateOfNote(note);
  const replaced = note.correctsId !== null && known.has(note.correctsId) ? [note.correctsId] : [];
  return {
    resourceType: "DocumentReference",
    id: note.id,
    meta: metaOf(note.label, "documentreference"),
    extension: [{ url: ours.noteState, valueCode: state }],
    identifier: [{ system: ours.contentHash, value: note.contentHash }],
    status:
      state === "retracted"
        ? "entered-in-error"
        : state === "superseded"
          ? "superseded"
          : "current",
    docStatus: docStatuses[state],
    type: concept(loinc, "11506-3"),
    category: [
      concept(
        "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category",
        "clinical-note",
      ),
    ],
    subject: referenceTo("Patient", patientId),
    date: note.signedAt,
    author: [referenceTo("Practitioner", note.authorStaffId, note.authorName)],
    ...givenList(
      "relatesTo",
      replaced.map((id) => ({ code: "replaces", target: referenceTo("DocumentReference", id) })),
    ),
    content: [
      {
        attachment: {
          contentType: "text/plain; charset=utf-8",
          language: "en-US",
          data: base64Of(textOfNote(note)),
        },
      },
    ],
    context: {
      ...givenList("encounter", withEncounter ? [referenceTo("Encounter", note.attendanceId)] : []),
      period: { start: note.startsAt, end: note.endsAt },
    },
  };
};

/** The notice of 42 CFR 2.32 as it has to go along: a text of its own in front of what it speaks of. */
export const writeNotice = (notice: Notice, patientId: string): WrittenResource => ({
  resourceType: "DocumentReference",
  id: notice.version.replaceAll(/[^A-Za-z0-9.-]/g, "-"),
  meta: metaOf("part-2"),
  status: "current",
  type: { text: "Notice of 42 CFR 2.32(a)" },
  subject: referenceTo("Patient", patientId),
  description: notice.short,
  content: [
    {
      attachment: {
        contentType: "text/plain; charset=utf-8",
        language: "en-US",
        data: base64Of(notice.long),
      },
    },
  ],
});
