import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listCosignatures } from "#domain/charting/member-note.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { CosignButton, ReturnButton } from "#web/charting/note-acts.tsx";
import { NoteChip } from "#web/charting/note-chip.tsx";
import {
  participationWords,
  progressWords,
  responseWords,
  riskWords,
} from "#web/charting/room-words.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useReadPages } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ErrorPanel } from "#web/ui/error-panel.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Time } from "#web/ui/time.tsx";

type Waiting = Output<typeof listCosignatures>["rows"][number];

const WaitingRow = (props: { readonly note: Waiting }): ReactNode => {
  const { i18n } = useLingui();
  const { note } = props;
  const mayCosign = useCan("notes:cosign");
  const words = [
    i18n._(participationWords[note.participation]),
    i18n._(responseWords[note.response]),
    `${note.objectiveNumber} ${i18n._(progressWords[note.progress])}`,
    i18n._(riskWords[note.risk]),
  ].join(" · ");
  const waitsForReader = note.isMine && note.state === "waiting" && mayCosign;
  return (
    <Row
      to={paths.note(note.id)}
      title={note.patientName}
      below={
        <>
          {note.sentence}
          <br />
          {words}
          <br />
          <Time at={note.serviceDate} /> · {note.sessionName} · {note.authorName}
          {note.comment !== null && (
            <>
              <br />
              <Trans>To put right: {note.comment}</Trans>
            </>
          )}
        </>
      }
      marks={<NoteChip state={note.state} />}
      action={
        waitsForReader && (
          <>
            <ReturnButton noteId={note.id} />
            <CosignButton noteId={note.id} />
          </>
        )
      }
    />
  );
};

/** Notes between author and supervisor that wait for the reader: to cosign as supervisor, to correct as author. */
export const CosignScreen = (): ReactNode => {
  const { t } = useLingui();
  const notes = useReadPages(listCosignatures, {});
  const { rows, more, total } = notes;
  const maySeeTasks = useCan("tasks:read");
  return (
    <Screen
      title={t`Cosignatures`}
      {...(maySeeTasks && { above: [{ label: t`Tasks`, to: paths.tasks }] })}
      facts={
        <Trans>Notes that wait for you: to be cosigned, or returned to you with comments.</Trans>
      }
    >
      <Card flush>
        {notes.error && (
          <ErrorPanel onRetry={notes.refetch}>
            <Trans>The notes could not be loaded. Nothing is lost.</Trans>
          </ErrorPanel>
        )}
        {rows === undefined && !notes.error && <Skeleton rows={6} />}
        {rows?.length === 0 && (
          <EmptyState>
            <Trans>Nothing waits for you.</Trans>
          </EmptyState>
        )}
        {rows !== undefined && rows.length > 0 && (
          <Rows label={t`Notes that wait`}>
            {rows.map((note) => (
              <WaitingRow key={note.id} note={note} />
            ))}
          </Rows>
        )}
      </Card>
      {more && (
        <Button onPress={more}>
          <Trans>Show more of {total}</Trans>
        </Button>
      )}
    </Screen>
  );
};
