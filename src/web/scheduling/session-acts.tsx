import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { cancelSession } from "#domain/scheduling/session.api.ts";
import type { Session } from "#domain/scheduling/session.ts";
import { sayDate, sayTime } from "#web/platform/dates.ts";
import { useSayOtherZone } from "#web/platform/other-zone.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { FacilitatorsForm } from "#web/scheduling/facilitators-form.tsx";
import { GuestForm } from "#web/scheduling/guest-form.tsx";
import { hasBegun } from "#web/scheduling/has-begun.ts";
import { MoveSessionForm } from "#web/scheduling/move-session-form.tsx";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { AddIcon, CloseIcon, EditIcon } from "#web/ui/icons.ts";
import type { MenuAct } from "#web/ui/menu.tsx";
import { MoreMenu } from "#web/ui/more-menu.tsx";

type Asking = "guest" | "change" | "who" | "cancel" | null;

const CancelDialog = (props: {
  readonly session: Session;
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { id: sessionId, version, name, serviceDate, expectedCount } = props.session;
  const day = sayDate(serviceDate);
  const act = useAct(cancelSession, {
    done: t`Session called off.`,
    onDone: props.onClose,
    words: scheduleWords,
    changes: ["series"],
    failureShownInPlace: true,
  });
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={
        <Trans>
          Call off {name} on {day}?
        </Trans>
      }
      verb={<Trans>Call it off</Trans>}
      danger
      reasonLabel={<Trans>Why</Trans>}
      act={act}
      keep={sessionId}
      onConfirm={(reason, draftId) => void act.run({ sessionId, version, reason }, draftId)}
    >
      <p>
        {expectedCount === 0 ? (
          <Trans>Nobody is expected. It counts against nobody.</Trans>
        ) : (
          <Trans>
            Expected here: {expectedCount}. It counts against nobody, and its hours do not count
            either. Nobody is told by Stepwell: call them.
          </Trans>
        )}
      </p>
    </ConfirmDialog>
  );
};

/** `Thu Nov 19, 5:00 PM PT`. */
const useSayWhen = (): ((session: Session) => string) => {
  const sayOtherZone = useSayOtherZone();
  return ({ serviceDate, startsAt, zone }) =>
    `${sayDate(serviceDate)}, ${sayTime(startsAt, zone)}${sayOtherZone(zone)}`;
};

/** Where who facilitates is changed, and nothing else is asked. */
export const WhoFacilitatesDialog = (props: {
  readonly session: Session;
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactNode => {
  const { session, open, onClose } = props;
  const { name } = session;
  const when = useSayWhen()(session);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={
        hasBegun(session) ? (
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

/** What can be done to one session from a list: seat somebody, move it, say who stood in, cancel it. */
export const SessionActs = (props: { readonly session: Session }): ReactNode => {
  const { t } = useLingui();
  const { session } = props;
  const sayWhen = useSayWhen();
  const [asking, setAsking] = useState<Asking>(null);
  const mayManage = useCan("schedule:manage");
  const maySeat = useCan("attendance:record");
  const close = (): void => setAsking(null);
  const acts: readonly MenuAct[] = [
    ...(maySeat && session.state !== "ended"
      ? [{ label: t`Add a guest or make-up`, icon: AddIcon, onPress: () => setAsking("guest") }]
      : []),
    ...(mayManage && session.state === "scheduled"
      ? [
          { label: t`Move or change`, icon: EditIcon, onPress: () => setAsking("change") },
          { label: t`Call off`, icon: CloseIcon, danger: true, onPress: () => setAsking("cancel") },
        ]
      : []),
    ...(mayManage && hasBegun(session)
      ? [{ label: t`Who facilitated`, icon: EditIcon, onPress: () => setAsking("who") }]
      : []),
  ];
  if (acts.length === 0 || session.state === "cancelled") return null;
  const { name } = session;
  const when = sayWhen(session);
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
      <CancelDialog session={session} open={asking === "cancel"} onClose={close} />
    </>
  );
};
