import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { isUnentered, type LateNote } from "#domain/reporting/late-note.ts";
import { sayDate } from "#web/platform/dates.ts";
import { paths } from "#web/platform/paths.ts";
import { NoteDue } from "#web/reporting/late-note-row.tsx";
import { AskColleague } from "#web/ui/ask-colleague.tsx";
import { Button } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import type { Column, Filter } from "#web/ui/table-column.ts";
import { Time } from "#web/ui/time.tsx";

const leadsOf = ({ leads }: LateNote): string => leads.map(({ name }) => name).join(", ");

/** Write one's own note, or ask whoever led the session for theirs. */
const NoteAct = ({ note }: { readonly note: LateNote }): ReactNode => {
  const { t } = useLingui();
  const { sessionName, missing, attended, seats, unmarked } = note;
  const day = sayDate(note.serviceDate);
  const lead = note.leads[0];
  if (note.isMine)
    return (
      <Button size="small" to={paths.session(note.sessionId)}>
        {missing > 0 ? <Trans>Write</Trans> : <Trans>Enter</Trans>}
      </Button>
    );
  if (!lead) return null;
  return (
    <AskColleague
      staffId={lead.staffId}
      sessionId={note.sessionId}
      ask="session-notes"
      verb={missing > 0 ? <Trans>Ask to sign</Trans> : <Trans>Ask to enter</Trans>}
      words={
        isUnentered(note)
          ? t`${sessionName}, ${day}: nobody is entered yet. Please enter who was there, and sign the notes.`
          : missing === 0
            ? t`${sessionName}, ${day}: ${unmarked} of ${seats} are not entered yet. Please enter whether they were there.`
            : t`${sessionName}, ${day}: ${missing} of ${attended} notes are not signed. Please sign them.`
      }
      asked={note.asked}
    />
  );
};

const useColumns = (): readonly Column<LateNote>[] => {
  const { t } = useLingui();
  return [
    {
      key: "session",
      head: t`Session`,
      value: (note) => note.sessionName,
      cell: (note) => note.sessionName,
    },
    {
      key: "day",
      head: t`Day`,
      value: (note) => note.serviceDate,
      cell: (note) => <Time at={note.serviceDate} as="day" />,
    },
    {
      key: "missing",
      head: t`Notes to sign`,
      value: (note) => note.missing,
      cell: (note) => {
        const { missing, attended } = note;
        return missing === 0 ? (
          <Trans>None</Trans>
        ) : (
          <Trans>
            {missing} of {attended}
          </Trans>
        );
      },
      figures: true,
    },
    {
      key: "unmarked",
      head: t`Attendance to enter`,
      value: (note) => note.unmarked,
      cell: (note) => {
        const { unmarked, seats } = note;
        return unmarked === 0 ? (
          <Trans>None</Trans>
        ) : (
          <Trans>
            {unmarked} of {seats}
          </Trans>
        );
      },
      figures: true,
    },
    {
      key: "leads",
      head: t`Led by`,
      value: leadsOf,
      cell: leadsOf,
      hideBelow: "tablet",
    },
    {
      key: "due",
      head: t`Due`,
      value: (note) => note.dueAt,
      cell: (note) => <NoteDue note={note} />,
    },
    {
      key: "act",
      head: t`Act`,
      cell: (note) => <NoteAct note={note} />,
    },
  ];
};

const useFilters = (rows: readonly LateNote[]): readonly Filter<LateNote>[] => {
  const { t } = useLingui();
  const names = [...new Set(rows.flatMap(({ leads }) => leads.map(({ name }) => name)))].toSorted();
  return [
    {
      key: "due",
      label: t`Due`,
      choices: [
        { value: "late", label: t`Late` },
        { value: "open", label: t`Not late yet` },
      ],
      of: (note: LateNote) => (note.isLate ? "late" : "open"),
    },
    {
      key: "open",
      label: t`What is open`,
      choices: [
        { value: "notes", label: t`Notes to sign` },
        { value: "entry", label: t`Attendance to enter` },
      ],
      of: ({ missing, unmarked }: LateNote) => [
        ...(missing > 0 ? ["notes"] : []),
        ...(unmarked > 0 ? ["entry"] : []),
      ],
    },
    {
      key: "leads",
      label: t`Led by`,
      choices: names.map((name) => ({ value: name, label: name })),
      of: ({ leads }: LateNote) => leads.map(({ name }) => name),
    },
  ].filter(({ choices }) => choices.length > 1);
};

/** Sessions whose notes are not all signed, the oldest first if not asked otherwise. */
export const LateNotesTable = (props: {
  readonly rows: readonly LateNote[];
  readonly empty: ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  const { rows } = props;
  return (
    <DataTable
      name="notes"
      label={t`Notes to sign`}
      rows={rows}
      columns={useColumns()}
      rowKey={(note) => note.sessionId}
      rowLink={(note) => paths.session(note.sessionId)}
      findLabel={t`Find by session or name`}
      find={(note) => `${note.sessionName} ${leadsOf(note)}`}
      filters={useFilters(rows)}
      list="notes-to-sign"
      empty={props.empty}
    />
  );
};
