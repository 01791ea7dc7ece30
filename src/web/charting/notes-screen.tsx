import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listNotes } from "#domain/charting/member-note.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { IndividualNoteButton } from "#web/charting/individual-note-button.tsx";
import { NoteChip } from "#web/charting/note-chip.tsx";
import { noteStateWords } from "#web/charting/note-words.ts";
import { progressWords } from "#web/charting/room-words.ts";
import { useParam } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { Card } from "#web/ui/card.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { isNothing, Loaded } from "#web/ui/loaded.tsx";
import { NothingHere } from "#web/ui/nothing-here.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SecondLine } from "#web/ui/second-line.tsx";
import type { Column } from "#web/ui/table-column.ts";
import { Time } from "#web/ui/time.tsx";
import { useTablePages } from "#web/ui/use-table-pages.ts";

type Row = Output<typeof listNotes>["rows"][number];

const useColumns = (): readonly Column<Row>[] => {
  const { t, i18n } = useLingui();
  return [
    {
      key: "day",
      head: t`Day`,
      value: (note) => note.serviceDate,
      cell: (note) => (
        <SecondLine below={note.sessionName}>
          <Time at={note.serviceDate} />
        </SecondLine>
      ),
    },
    {
      key: "session",
      head: t`Session`,
      cell: (note) => note.sessionName,
      csv: (note) => note.sessionName,
      onlyCsv: true,
    },
    {
      key: "sentence",
      head: t`Sentence`,
      cell: (note) => note.sentence,
      csv: (note) => note.sentence,
    },
    {
      key: "objective",
      head: t`Objective`,
      value: (note) => note.objectiveNumber,
      cell: (note) => `${note.objectiveNumber} ${i18n._(progressWords[note.progress])}`,
      csv: (note) => `${note.objectiveNumber} ${i18n._(progressWords[note.progress])}`,
      hideBelow: "tablet",
    },
    {
      key: "minutes",
      head: t`Minutes`,
      value: (note) => note.creditedMinutes,
      cell: (note) => note.creditedMinutes,
      figures: true,
      hideBelow: "tablet",
    },
    {
      key: "author",
      head: t`Author`,
      value: (note) => note.authorName,
      cell: (note) => note.authorName,
      hideBelow: "desk",
    },
    {
      key: "state",
      head: t`State`,
      value: (note) => i18n._(noteStateWords[note.state]),
      cell: (note) => <NoteChip state={note.state} />,
    },
  ];
};

/** Every signed note of one person, newest first; a correction stands in the place of what it replaced. */
export const NotesScreen = (): ReactNode => {
  const { t } = useLingui();
  const columns = useColumns();
  const patientId = useParam("patientId");
  const notes = useTablePages("notes", listNotes, { patientId }, { isArrangedHere: true });
  const name = notes.read.data?.[0]?.patientName;
  if (isNothing(notes.read)) return <NothingHere />;
  return (
    <Screen
      title={t`Notes`}
      above={[{ label: name ?? t`Chart`, to: paths.patient(patientId) }]}
      action={<IndividualNoteButton patientId={patientId} />}
    >
      <Card flush>
        <Loaded read={notes.read}>
          {(all) => (
            <DataTable
              {...notes.table}
              label={t`Notes`}
              rows={all}
              findLabel={t`Find by word, session or author`}
              find={(note) => `${note.sentence} ${note.sessionName} ${note.authorName}`}
              list="notes"
              patientOf={() => patientId}
              rowKey={(note) => note.id}
              rowLink={(note) => paths.note(note.id)}
              rowQuiet={(note) => note.state === "retracted"}
              columns={columns}
              empty={
                <EmptyState>
                  <Trans>No note yet. Notes are signed in the session room.</Trans>
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Card>
    </Screen>
  );
};
