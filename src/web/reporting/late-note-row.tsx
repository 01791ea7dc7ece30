import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { isUnentered, type LateNote } from "#domain/reporting/late-note.ts";
import { paths } from "#web/platform/paths.ts";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { NotebookIcon } from "#web/ui/icons.ts";
import { Row } from "#web/ui/rows.tsx";
import { Time } from "#web/ui/time.tsx";

/** By when the notes of a session are due, or since when they are late. */
export const NoteDue = ({ note }: { readonly note: LateNote }): ReactNode =>
  note.isLate ? (
    <Chip meaning="overdue">
      <Trans>
        Since <Time at={note.dueAt} zone={note.zone} as="day" />
      </Trans>
    </Chip>
  ) : (
    <Chip meaning="short">
      <Trans>
        By <Time at={note.dueAt} zone={note.zone} />
      </Trans>
    </Chip>
  );

const UnfinishedTitle = ({ note }: { readonly note: LateNote }): ReactNode => {
  const { attended, seats, unmarked } = note;
  if (isUnentered(note)) return <Trans>Nobody is entered yet: {note.sessionName}</Trans>;
  if (note.missing === 0)
    return (
      <Trans>
        {unmarked} of {seats} not entered yet: {note.sessionName}
      </Trans>
    );
  return (
    <>
      <Plural value={note.missing} one="# note" other="# notes" />{" "}
      <Trans>
        of {attended} to sign: {note.sessionName}
      </Trans>
    </>
  );
};

/** A session whose notes are not all signed or whose seats are not all entered, and when that is due. */
export const LateNoteRow = ({ note }: { readonly note: LateNote }): ReactNode => {
  const { missing, seats, unmarked } = note;
  const leads = note.leads.map(({ name }) => name).join(", ");
  return (
    <Row
      icon={NotebookIcon}
      to={paths.session(note.sessionId)}
      title={<UnfinishedTitle note={note} />}
      below={
        <>
          <Time at={note.serviceDate} as="day" />
          {isUnentered(note) && (
            <>
              {" · "}
              <Plural value={unmarked} one="# was expected" other="# were expected" />
            </>
          )}
          {missing > 0 && unmarked > 0 && (
            <>
              {" · "}
              <Trans>
                {unmarked} of {seats} not entered yet
              </Trans>
            </>
          )}
          {leads !== "" && <> · {leads}</>}
        </>
      }
      marks={<NoteDue note={note} />}
      action={
        note.isMine ? (
          <Button size="small" to={paths.session(note.sessionId)}>
            {missing > 0 ? <Trans>Write</Trans> : <Trans>Enter</Trans>}
          </Button>
        ) : undefined
      }
    />
  );
};
