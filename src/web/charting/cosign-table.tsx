import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { noteOfCosignList, useLastReadRow } from "#web/charting/cosign-trail.ts";
import { interventionWords } from "#web/charting/intervention-words.ts";
import { CosignRowButton, ReturnButton } from "#web/charting/note-acts.tsx";
import { NoteChip } from "#web/charting/note-chip.tsx";
import { noteStateWords } from "#web/charting/note-words.ts";
import {
  participationWords,
  progressWords,
  responseWords,
  riskWords,
} from "#web/charting/room-words.ts";
import { sharedKey, type CosignRead, type Waiting } from "#web/charting/use-cosign-read.ts";
import { paths } from "#web/platform/paths.ts";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { CellItems } from "#web/ui/cell-items.tsx";
import { DataTable, type DataTableProps } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import { Seen } from "#web/ui/seen.tsx";
import type { Column, Filter } from "#web/ui/table-column.ts";
import type { RowGroup } from "#web/ui/table-rows.tsx";
import { Time } from "#web/ui/time.tsx";

const useSayAnswers = (): ((note: Waiting) => string) => {
  const { t, i18n } = useLingui();
  return (note) =>
    [
      i18n._(participationWords[note.participation]),
      i18n._(responseWords[note.response]),
      `${note.objectiveNumber} ${note.objectiveStatement}: ${i18n._(progressWords[note.progress])}`,
      i18n._(riskWords[note.risk]),
      note.nextStep === null ? null : t`Next: ${note.nextStep}`,
    ]
      .filter((part) => part !== null)
      .join(" · ");
};

const useSayShared = (): ((note: Waiting) => string) => {
  const { t, i18n } = useLingui();
  return ({ shared }) =>
    shared === null
      ? ""
      : [
          shared.curriculum,
          shared.interventions.map((one) => i18n._(interventionWords(one))).join(", "),
          shared.whatWeDid,
          shared.howItWent,
          shared.nextTime === null ? null : t`Next time: ${shared.nextTime}`,
        ]
          .filter((part) => part !== null && part !== "")
          .join(" · ");
};

const GroupPart = (props: { readonly note: Waiting; readonly reading: CosignRead }): ReactNode => {
  const { note, reading } = props;
  const key = sharedKey(note);
  const sayShared = useSayShared();
  const topic = note.shared?.topic;
  return (
    <Seen onSeen={() => reading.see(key)} onGone={() => reading.forget(key)}>
      <SecondLine below={sayShared(note)}>
        {note.sessionName}
        {topic !== undefined && <> · {topic}</>}
      </SecondLine>
    </Seen>
  );
};

/** What its supervisor asked for, and what its author says was done about it. */
const Asked = ({ note }: { readonly note: Waiting }): ReactNode => {
  const { comment, correctionReason } = note;
  return (
    <>
      {comment !== null && (
        <>
          <br />
          {note.state === "returned" ? (
            <Trans>To put right: {comment}</Trans>
          ) : (
            <Trans>Was to be put right: {comment}</Trans>
          )}
        </>
      )}
      {/* The form offers the comment as the reason; the same words once. */}
      {correctionReason !== null && correctionReason !== comment && (
        <>
          <br />
          <Trans>Corrected: {correctionReason}</Trans>
        </>
      )}
    </>
  );
};

const Acts = (props: { readonly note: Waiting; readonly mayCosign: boolean }): ReactNode => {
  const { note, mayCosign } = props;
  if (note.isMine && note.state === "returned")
    return (
      <Button size="small" to={paths.noteCorrection(note.id)}>
        <Trans>Correct</Trans>
      </Button>
    );
  if (!note.isMine || note.state !== "waiting" || !mayCosign) return null;
  return (
    <CellItems inOneLine>
      <ReturnButton note={note} isInList />
      <CosignRowButton noteId={note.id} />
    </CellItems>
  );
};

const useColumns = ({
  see,
  forget,
  mayCosign,
  forMe,
  read,
}: CosignRead): readonly Column<Waiting>[] => {
  const { t, i18n } = useLingui();
  const sayAnswers = useSayAnswers();
  const sayShared = useSayShared();
  const sayState = (note: Waiting): string => i18n._(noteStateWords[note.state]);
  return [
    {
      key: "name",
      head: t`Whose`,
      value: (note) => note.patientName,
      cell: (note) => note.patientName,
    },
    {
      key: "day",
      head: t`Day`,
      value: (note) => note.serviceDate,
      cell: (note) => <Time at={note.serviceDate} />,
    },
    {
      key: "session",
      head: t`Session`,
      cell: (note) => note.sessionName,
      csv: (note) => note.sessionName,
      onlyCsv: true,
    },
    {
      key: "note",
      head: t`Note`,
      cell: (note) => (
        <Seen onSeen={() => see(note.id)} onGone={() => forget(note.id)}>
          <SecondLine
            below={
              <>
                {sayAnswers(note)}
                <Asked note={note} />
              </>
            }
          >
            {note.sentence}
          </SecondLine>
        </Seen>
      ),
      csv: (note) => [note.sentence, sayAnswers(note), sayShared(note)].join(" · "),
    },
    {
      key: "author",
      head: t`By`,
      value: (note) => note.authorName,
      cell: (note) => note.authorName,
    },
    {
      key: "state",
      head: t`State`,
      value: sayState,
      cell: (note) => <NoteChip state={note.state} />,
      csv: sayState,
      onlyCsv: true,
    },
    {
      key: "act",
      head: t`Act`,
      cell: (note) => (
        <>
          <Acts note={note} mayCosign={mayCosign} />
          {read.length > 0 && forMe.includes(note) && !read.includes(note) && (
            <Chip>
              <Trans>Not read yet</Trans>
            </Chip>
          )}
        </>
      ),
    },
  ];
};

const useFilters = (rows: readonly Waiting[]): readonly Filter<Waiting>[] => {
  const { t, i18n } = useLingui();
  const authors = [...new Set(rows.map(({ authorName }) => authorName))].toSorted();
  return [
    {
      key: "state",
      label: t`State`,
      choices: (["waiting", "returned"] as const).map((value) => ({
        value,
        label: i18n._(noteStateWords[value]),
      })),
      of: ({ state }) => state,
    },
    {
      key: "by",
      label: t`Author`,
      choices: authors.map((name) => ({ value: name, label: name })),
      of: ({ authorName }) => authorName,
    },
  ];
};

const byDayAndSession = (one: Waiting, other: Waiting): number =>
  other.serviceDate.localeCompare(one.serviceDate) ||
  one.sessionName.localeCompare(other.sessionName) ||
  one.sessionId.localeCompare(other.sessionId) ||
  one.patientName.localeCompare(other.patientName);

const groupFor =
  (reading: CosignRead) =>
  (note: Waiting): RowGroup => ({
    key: `${note.sessionId} ${sharedKey(note)}`,
    head: <GroupPart note={note} reading={reading} />,
  });

/** Notes that wait, those of a session together under what was signed of the whole group. */
export const CosignTable = (props: {
  readonly rows: readonly Waiting[];
  readonly table: Pick<
    DataTableProps<Waiting>,
    "name" | "remote" | "total" | "more" | "isLoadingMore" | "readAll"
  >;
  readonly reading: CosignRead;
}): ReactNode => {
  const { t } = useLingui();
  const { rows, reading } = props;
  const sayAnswers = useSayAnswers();
  const columns = useColumns(reading);
  const filters = useFilters(rows);
  useLastReadRow(rows.length > 0);
  return (
    <DataTable
      {...props.table}
      label={t`Notes that wait`}
      rows={rows.toSorted(byDayAndSession)}
      columns={columns}
      rowKey={(note) => note.id}
      rowLink={(note) => noteOfCosignList(note.id)}
      groupOf={groupFor(reading)}
      findLabel={t`Find by name, word or session`}
      find={(note) =>
        `${note.patientName} ${note.sentence} ${sayAnswers(note)} ${note.sessionName} ${note.authorName}`
      }
      filters={filters}
      list="cosignatures"
      patientOf={(note) => note.patientId}
      empty={
        <EmptyState>
          {reading.mayCosign ? (
            <Trans>
              Nothing waits for you. Notes of those you supervise stand here as soon as they are
              signed.
            </Trans>
          ) : (
            <Trans>
              No note came back to you. What you sign waits with your supervisor, if it needs one.
            </Trans>
          )}
        </EmptyState>
      }
    />
  );
};
