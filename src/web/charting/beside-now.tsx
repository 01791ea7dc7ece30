import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { isCrisisFlag } from "#domain/charting/session-room.ts";
import { flagWords } from "#web/charting/room-words.ts";
import type { RowView } from "#web/charting/room-view.ts";
import { paths } from "#web/platform/paths.ts";
import { BesidePerson, BesideLine } from "#web/ui/beside-person.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { NumberMark } from "#web/ui/state-mark.tsx";
import { Time } from "#web/ui/time.tsx";

/** What stands beside the row that is being written: what was said last, what they work on, what to mind. */
export const BesideNow = (props: { readonly view: RowView; readonly zone: string }): ReactNode => {
  const { i18n } = useLingui();
  const { row } = props.view;
  return (
    <BesidePerson
      name={row.name}
      to={paths.patient(row.patientId)}
      marks={row.flags.map((flag) => (
        <Chip key={flag} {...(isCrisisFlag(flag) && { meaning: "risk" as const })}>
          {i18n._(flagWords[flag])}
        </Chip>
      ))}
    >
      <BesideLine
        head={
          row.lastNote ? (
            <Time at={row.lastNote.signedAt} zone={props.zone} as="day" />
          ) : (
            <Trans>Last note</Trans>
          )
        }
      >
        {row.lastNote ? row.lastNote.sentence : <Trans>None yet.</Trans>}
      </BesideLine>
      {row.objectives.map((objective) => (
        <BesideLine key={objective.id} head={<NumberMark number={objective.number} />}>
          {objective.statement}
        </BesideLine>
      ))}
    </BesidePerson>
  );
};
