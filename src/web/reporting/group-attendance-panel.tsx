import type { MessageDescriptor } from "@lingui/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import {
  comparedWeeks,
  sumOfWeeks,
  type GroupAttendanceRow,
} from "#domain/reporting/group-attendance.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { paths } from "#web/platform/paths.ts";
import { AttendanceColumns, sayAttended } from "#web/reporting/attendance-columns.tsx";
import { Button } from "#web/ui/button.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { PanelPart } from "#web/ui/panel-part.tsx";

/** The words for why somebody was away are those of the session room; whoever shows the report hands them in. */
export type ReasonWord = (reason: string) => MessageDescriptor;

const Reading = ({ row }: { readonly row: GroupAttendanceRow }): ReactNode => {
  const { latest, before } = comparedWeeks(row.weeks);
  const [now, then] = [sayAttended(sumOfWeeks(latest)), sayAttended(sumOfWeeks(before))];
  return (
    <Trans>
      {now} in the last four whole weeks, {then} in the four before.
    </Trans>
  );
};

const Reasons = (props: {
  readonly row: GroupAttendanceRow;
  readonly reasonWord: ReasonWord;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { reasons } = props.row;
  const { excused, absent } = sumOfWeeks(props.row.weeks);
  const away = sayCount(excused + absent);
  return (
    <PanelPart title={t`Why seats stayed empty`} hint={t`${away} seats in these weeks`}>
      {reasons.length === 0 ? (
        <p>
          <Trans>Every seat that was planned and entered was taken.</Trans>
        </p>
      ) : (
        <Facts
          facts={reasons.map(({ reason, seats }) => ({
            name: reason === null ? t`No reason given` : i18n._(props.reasonWord(reason)),
            value: <Plural value={seats} one="# seat" other="# seats" />,
          }))}
        />
      )}
      {reasons.some(({ reason }) => reason === "called") && (
        <p>
          <Trans>Who only called ahead and gave no reason that excuses counts as missed.</Trans>
        </p>
      )}
    </PanelPart>
  );
};

/** One group beside the list: week by week, why seats stayed empty, and what was called off. */
export const GroupAttendancePanel = (props: {
  readonly row: GroupAttendanceRow;
  readonly reasonWord: ReasonWord;
}): ReactNode => {
  const { t } = useLingui();
  const { row } = props;
  const { sessions, calledOff } = sumOfWeeks(row.weeks);
  const off = sayCount(calledOff);
  return (
    <>
      <PanelPart title={t`Week by week`}>
        <AttendanceColumns flat weeks={row.weeks} reading={<Reading row={row} />} />
      </PanelPart>
      <Reasons {...props} />
      <PanelPart title={t`Sessions`}>
        <p>
          <Plural value={sessions} one="# session was held" other="# sessions were held" />
          {calledOff > 0 && <Trans>, {off} called off</Trans>}.
        </p>
        {row.seriesId !== null && (
          <div>
            <Button size="small" to={paths.series(row.seriesId)}>
              <Trans>Open the group</Trans>
            </Button>
          </div>
        )}
      </PanelPart>
    </>
  );
};
