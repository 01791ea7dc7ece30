import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { MemberNote } from "#domain/charting/member-note.ts";
import { Note } from "#web/ui/note.tsx";

type MinutesProps = {
  readonly note: Pick<MemberNote, "attendedMinutes" | "creditedMinutes" | "may">;
};

/** On a note that says other minutes than the attendance, which was put right since: what became of them. */
export const MinutesSince = ({ note }: MinutesProps): ReactNode => {
  const { attendedMinutes: now, creditedMinutes: signed, may } = note;
  if (now === signed || !may.correct) return null;
  return (
    <Note meaning="held">
      {now === 0 ? (
        <Trans>
          The attendance was put right since: 0 min, not {signed}. If they were not there, retract
          the note.
        </Trans>
      ) : (
        <Trans>
          The attendance was put right since: {now} min, not {signed}. Correct the note, and it says
          so too: billing waits for it.
        </Trans>
      )}
    </Note>
  );
};

/** While such a note is corrected: what its signature takes over. */
export const MinutesToCome = ({ note }: MinutesProps): ReactNode => {
  const { attendedMinutes: now, creditedMinutes: signed } = note;
  // Of somebody who was not there nothing can be signed, and the note above says so.
  if (now === signed || now === 0) return null;
  return (
    <Note>
      <Trans>
        The corrected note says {now} min in place of {signed}, as the attendance does.
      </Trans>
    </Note>
  );
};
