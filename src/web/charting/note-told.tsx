import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { MemberNote } from "#domain/charting/member-note.ts";
import { DialogText } from "#web/ui/dialog.tsx";
import { Note } from "#web/ui/note.tsx";
import { Time } from "#web/ui/time.tsx";

type ToldProps = { readonly note: Pick<MemberNote, "toldTo" | "zone"> };

/** To whom a note went, each with the day. */
const Recipients = ({ note }: ToldProps): ReactNode =>
  note.toldTo.map(({ id, at, recipient }, index) => (
    <span key={id}>
      {index > 0 && "; "}
      {recipient}, <Time at={at} zone={note.zone} />
    </span>
  ));

/** Before a note is retracted: who has it already, and what follows. */
export const ToldBefore = ({ note }: ToldProps): ReactNode => {
  const recipients = <Recipients note={note} />;
  if (note.toldTo.length === 0) return null;
  return (
    <DialogText>
      <p>
        <Trans>
          It has been sent already: {recipients}. They keep what they have, so retracting it makes a
          task for the director to tell them.
        </Trans>
      </p>
    </DialogText>
  );
};

/** On a note that was retracted or replaced: who still has it as it was. */
export const ToldSince = ({ note }: ToldProps): ReactNode => {
  const recipients = <Recipients note={note} />;
  if (note.toldTo.length === 0) return null;
  return (
    <Note meaning="held">
      <Trans>
        It had been sent before: {recipients}. They have it as it was until they are told.
      </Trans>
    </Note>
  );
};
