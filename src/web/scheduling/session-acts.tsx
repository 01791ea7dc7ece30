import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { Session } from "#domain/scheduling/session.ts";
import { useCan } from "#web/platform/session.tsx";
import { useNow } from "#web/platform/use-now.ts";
import { CallOffDialog } from "#web/scheduling/call-off-dialog.tsx";
import { FacilitatorsForm } from "#web/scheduling/facilitators-form.tsx";
import { GuestForm } from "#web/scheduling/guest-form.tsx";
import { hasBegun, isOver, isUnheld } from "#web/scheduling/has-begun.ts";
import { MoveSessionForm } from "#web/scheduling/move-session-form.tsx";
import { PlanAgainDialog } from "#web/scheduling/plan-again-dialog.tsx";
import { SessionCalls } from "#web/scheduling/session-calls.tsx";
import { useSayWhen } from "#web/scheduling/use-say-when.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { AddIcon, CloseIcon, EditIcon, PhoneIcon, UndoIcon } from "#web/ui/icons.ts";
import type { MenuAct } from "#web/ui/menu.tsx";
import { MoreMenu } from "#web/ui/more-menu.tsx";

type Asking = "guest" | "change" | "who" | "call-off" | "plan-again" | "calls" | null;

/** Where who facilitates is changed, and nothing else is asked. */
export const WhoFacilitatesDialog = (props: {
  readonly session: Session;
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactNode => {
  const { session, open, onClose } = props;
  const { name } = session;
  const when = useSayWhen()(session);
  const now = useNow();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={
        hasBegun(session, now) ? (
          <Trans>
            Who facilitated {name}, {when}
          </Trans>
        ) : (
          <Trans>
            Who facilitates {name}, {when}
          </Trans>
        )
      }
    >
      <FacilitatorsForm session={session} onClose={onClose} />
    </Dialog>
  );
};

type Ask = (asking: Asking) => void;

/** What can be done to a session that takes place. */
const usePlannedActs = (session: Session, ask: Ask): readonly MenuAct[] => {
  const { t } = useLingui();
  const mayManage = useCan("schedule:manage");
  const maySeat = useCan("attendance:record");
  const now = useNow();
  return [
    ...(maySeat && session.state !== "ended"
      ? [{ label: t`Add a guest or make-up`, icon: AddIcon, onPress: () => ask("guest") }]
      : []),
    ...(mayManage && session.state === "scheduled" && !isOver(session, now)
      ? [
          { label: t`Move or change`, icon: EditIcon, onPress: () => ask("change") },
          { label: t`Call off`, icon: CloseIcon, danger: true, onPress: () => ask("call-off") },
        ]
      : []),
    ...(mayManage && isUnheld(session, now)
      ? [
          {
            label: t`It did not take place`,
            icon: CloseIcon,
            danger: true,
            onPress: () => ask("call-off"),
          },
        ]
      : []),
    ...(mayManage && hasBegun(session, now)
      ? [{ label: t`Who facilitated`, icon: EditIcon, onPress: () => ask("who") }]
      : []),
  ];
};

/** What can be done to a session that was called off, before its hour. */
const useCalledOffActs = (session: Session, ask: Ask): readonly MenuAct[] => {
  const { t } = useLingui();
  const now = useNow().getTime();
  const mayManage = useCan("schedule:manage");
  const maySeeCalls = useCan("attendance:read");
  return [
    ...(mayManage && now < Date.parse(session.startsAt)
      ? [{ label: t`Plan it again`, icon: UndoIcon, onPress: () => ask("plan-again") }]
      : []),
    ...(maySeeCalls && session.expectedCount > 0 && now < Date.parse(session.endsAt)
      ? [{ label: t`Whom to call`, icon: PhoneIcon, onPress: () => ask("calls") }]
      : []),
  ];
};

/** What can be done to one session from a list: seat somebody, move it, say who stood in, call it off or plan it again. */
export const SessionActs = (props: { readonly session: Session }): ReactNode => {
  const { t } = useLingui();
  const { session } = props;
  const sayWhen = useSayWhen();
  const now = useNow();
  const [asking, setAsking] = useState<Asking>(null);
  const planned = usePlannedActs(session, setAsking);
  const calledOff = useCalledOffActs(session, setAsking);
  const close = (): void => setAsking(null);
  const acts = session.state === "cancelled" ? calledOff : planned;
  if (acts.length === 0 && asking === null) return null;
  const { name } = session;
  const when = sayWhen(session);
  const over = isOver(session, now);
  return (
    <>
      <MoreMenu label={t`More about ${name}, ${when}`} acts={acts} />
      <Dialog
        open={asking === "guest"}
        onClose={close}
        title={
          <Trans>
            A seat in {name}, {when}
          </Trans>
        }
      >
        <GuestForm session={session} onClose={close} />
      </Dialog>
      <Dialog
        open={asking === "change"}
        onClose={close}
        title={
          <Trans>
            Change {name}, {when}
          </Trans>
        }
      >
        <MoveSessionForm session={session} onClose={close} />
      </Dialog>
      <WhoFacilitatesDialog session={session} open={asking === "who"} onClose={close} />
      <CallOffDialog
        session={session}
        open={asking === "call-off"}
        onClose={close}
        onDone={() => setAsking(session.expectedCount > 0 && !over ? "calls" : null)}
      />
      <PlanAgainDialog session={session} open={asking === "plan-again"} onClose={close} />
      <Dialog
        open={asking === "calls"}
        onClose={close}
        title={
          <Trans>
            {name}, {when}, is called off
          </Trans>
        }
      >
        <SessionCalls sessionId={session.id} />
      </Dialog>
    </>
  );
};
