import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { OvertakenNote } from "#domain/charting/overtaken-note.api.ts";
import { paths } from "#web/platform/paths.ts";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EditIcon } from "#web/ui/icons.ts";
import { Row } from "#web/ui/rows.tsx";
import { Time } from "#web/ui/time.tsx";

/** A note of one's own whose attendance was put right since it was signed. The note says what is to be done of it. */
export const OvertakenNoteRow = ({ note }: { readonly note: OvertakenNote }): ReactNode => {
  const { id, patientName, sessionName, serviceDate, creditedMinutes, attendedMinutes } = note;
  return (
    <Row
      icon={EditIcon}
      to={paths.note(id)}
      title={
        <Trans>
          Your note of {patientName} says {creditedMinutes} min, the attendance {attendedMinutes}
        </Trans>
      }
      below={
        <Trans>
          <Time at={serviceDate} as="day" /> · {sessionName} · The attendance was put right after
          you signed
        </Trans>
      }
      marks={
        <Chip meaning="held">
          <Trans>Billing waits</Trans>
        </Chip>
      }
      action={
        <Button size="small" to={attendedMinutes === 0 ? paths.note(id) : paths.noteCorrection(id)}>
          {attendedMinutes === 0 ? <Trans>See</Trans> : <Trans>Correct</Trans>}
        </Button>
      }
    />
  );
};
