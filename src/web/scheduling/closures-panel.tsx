import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { listClosures } from "#domain/scheduling/closure.api.ts";
import type { Closure } from "#domain/scheduling/closure.ts";
import { sayDate } from "#web/platform/dates.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { byNearness, type ClosedDays } from "#web/scheduling/closed-days.ts";
import { ClosingCalls, type ClosedSite } from "#web/scheduling/closing-calls.tsx";
import { CloseForm } from "#web/scheduling/close-form.tsx";
import { LiftDialog } from "#web/scheduling/lift-dialog.tsx";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SessionIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { PanelPart } from "#web/ui/panel-part.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

/** One day, or from one to another. */
const sayDays = ({ startsOn, endsOn }: ClosedDays): string =>
  startsOn === endsOn ? sayDate(startsOn) : `${sayDate(startsOn)} – ${sayDate(endsOn)}`;

/** Called off because of it, or never planned: whoever would come does not care which. */
const fallingOut = ({ cancelledCount, notPlannedCount }: Closure): number =>
  cancelledCount + notPlannedCount;

const ClosureRow = (props: {
  readonly closure: Closure;
  readonly today: string;
  readonly onCall: (() => void) | undefined;
  readonly onLift: (() => void) | undefined;
}): ReactNode => {
  const { t } = useLingui();
  const { closure, onCall, onLift } = props;
  const { lifted, siteName, reason, closedBy } = closure;
  const fallOut = fallingOut(closure);
  const days = sayDays(closure);
  const liftedBy = lifted?.by ?? "";
  const facts = [
    siteName,
    reason,
    lifted === null && fallOut > 0
      ? plural(fallOut, { one: "# session falls out", other: "# sessions fall out" })
      : null,
    lifted === null ? (closedBy === null ? null : t`by ${closedBy}`) : t`lifted by ${liftedBy}`,
  ];
  return (
    <Row
      icon={SessionIcon}
      title={days}
      below={facts.filter((fact) => fact !== null).join(" · ")}
      quiet={closure.endsOn < props.today || lifted !== null}
      {...(lifted !== null && { marks: <Chip>{t`Lifted`}</Chip> })}
      {...((onCall ?? onLift) !== undefined && {
        action: (
          <>
            {onCall !== undefined && (
              <Button size="small" label={t`Whom to call: ${siteName}, ${days}`} onPress={onCall}>
                <Trans>Whom to call</Trans>
              </Button>
            )}
            {onLift !== undefined && (
              <Button size="small" label={t`Lift: ${siteName}, ${days}`} onPress={onLift}>
                <Trans>Lift</Trans>
              </Button>
            )}
          </>
        ),
      })}
    />
  );
};

/** Days on which a site is closed: those that are known, one more, and taking one back. */
export const ClosuresPanel = (props: { readonly today: string }): ReactNode => {
  const { t } = useLingui();
  const mayManage = useCan("schedule:manage");
  const closures = useRead(listClosures, {}, { alsoOn: ["session"] });
  const maySeeCalls = useCan("attendance:read");
  const [lifting, setLifting] = useState<Closure | null>(null);
  const [calling, setCalling] = useState<ClosedSite | null>(null);
  const isToCall = (one: Closure): boolean =>
    maySeeCalls && one.lifted === null && one.endsOn >= props.today && fallingOut(one) > 0;
  return (
    <>
      {mayManage && <CloseForm today={props.today} onClosed={setCalling} />}
      <PanelPart title={<Trans>Closed days</Trans>}>
        <Loaded read={closures}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState>
                <Trans>
                  No site is closed on any day. Write a holiday above, and its sessions are called
                  off.
                </Trans>
              </EmptyState>
            ) : (
              <Rows label={t`Closed days`}>
                {rows.toSorted(byNearness(props.today)).map((one) => (
                  <ClosureRow
                    key={one.id}
                    closure={one}
                    today={props.today}
                    onCall={
                      isToCall(one) ? () => setCalling({ ...one, closureId: one.id }) : undefined
                    }
                    onLift={mayManage && one.lifted === null ? () => setLifting(one) : undefined}
                  />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </PanelPart>
      {calling !== null && (
        <Dialog
          open
          onClose={() => setCalling(null)}
          title={`${calling.siteName}, ${sayDays(calling)}`}
        >
          <ClosingCalls {...calling} all />
        </Dialog>
      )}
      {lifting !== null && (
        <LiftDialog closure={lifting} days={sayDays(lifting)} onClose={() => setLifting(null)} />
      )}
    </>
  );
};
