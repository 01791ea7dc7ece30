import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { cancelSession, foreseeCallingOff } from "#domain/scheduling/session.api.ts";
import type { Session } from "#domain/scheduling/session.ts";
import { sayClockLength } from "#web/platform/clock-length.ts";
import { sayDate } from "#web/platform/dates.ts";
import { sayHours } from "#web/platform/numbers.ts";
import { useNow } from "#web/platform/use-now.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { isOver } from "#web/scheduling/has-begun.ts";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";

/** By how much weeks fall short: of whoever misses least and of whoever misses most. */
const ByHours = (props: { readonly least: number; readonly most: number }): ReactNode => {
  const [least, most] = [sayHours(props.least), sayHours(props.most)];
  return least === most ? (
    <Trans>by {least} h</Trans>
  ) : (
    <Trans>
      by {least} to {most} h
    </Trans>
  );
};

/** Whose week ends below its floor without this session. */
const Foreseen = (props: { readonly session: Session }): ReactNode => {
  const { id: sessionId } = props.session;
  const read = useRead(foreseeCallingOff, { sessionId }, { quiet: true, alsoOn: ["attendance"] });
  if (read.data === undefined) return null;
  const { short, shortAlready: already, leastMinutes, mostMinutes, notHeld } = read.data;
  const most = sayClockLength(read.data.notHeldMinutes);
  if (short === 0 && notHeld > 0)
    return (
      <p>
        <Plural
          value={notHeld}
          one={`# person loses ${most} h of that week. It has a closed day, so it is not held against anybody.`}
          other={`# people lose up to ${most} h each of that week. It has a closed day, so it is not held against anybody.`}
        />
      </p>
    );
  if (short === 0)
    return (
      <p>
        <Trans>Nobody’s hours of that week fall below their floor because of it.</Trans>
      </p>
    );
  return (
    <p>
      <Plural
        value={short}
        one="Without it # person falls short of the floor of that week,"
        other="Without it # people fall short of the floor of that week,"
      />{" "}
      <ByHours least={leastMinutes} most={mostMinutes} />.{" "}
      {already > 0 && (
        <Plural
          value={already}
          one="# of them does so already. A make-up brings hours back."
          other="# of them do so already. A make-up brings hours back."
        />
      )}
      {already === 0 && <Trans>A make-up brings hours back.</Trans>}
    </p>
  );
};

/** Calls a session off; whose week that takes below its floor is said before it is done. */
export const CallOffDialog = (props: {
  readonly session: Session;
  readonly open: boolean;
  readonly onClose: () => void;
  /** It is called off: whom to call comes next. */
  readonly onDone: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { id: sessionId, version, name, serviceDate, expectedCount } = props.session;
  const day = sayDate(serviceDate);
  const now = useNow();
  const isOn = Date.parse(props.session.startsAt) <= now.getTime();
  const over = isOver(props.session, now);
  const act = useAct(cancelSession, {
    done: t`Session called off.`,
    onDone: props.onDone,
    words: scheduleWords,
    changes: ["series", "hours", "attendance", "session-room"],
    failureShownInPlace: true,
  });
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={
        over ? (
          <Trans>
            {name} on {day} did not take place?
          </Trans>
        ) : (
          <Trans>
            Call off {name} on {day}?
          </Trans>
        )
      }
      verb={over ? <Trans>It did not take place</Trans> : <Trans>Call it off</Trans>}
      danger
      reasonLabel={<Trans>Why</Trans>}
      act={act}
      keep={sessionId}
      onConfirm={(reason, draftId) => void act.run({ sessionId, version, reason }, draftId)}
    >
      {over ? (
        <p>
          <Trans>
            It counts as an absence for nobody, whatever was entered, and nothing is written or
            billed for it. It is not planned again.
          </Trans>
        </p>
      ) : (
        <p>
          <Plural
            value={expectedCount}
            _0="Nobody is expected."
            one="# person is expected; it counts as no absence."
            other="# people are expected; it counts as an absence for nobody."
          />{" "}
          {isOn ? (
            <Trans>Its hour has begun, so it is not planned again.</Trans>
          ) : (
            <Trans>Until it would begin, it can be planned again.</Trans>
          )}
        </p>
      )}
      {expectedCount > 0 && !over && (
        <>
          <Foreseen session={props.session} />
          <p>
            <Trans>Nobody is told by Stepwell: whom to call is listed next.</Trans>
          </p>
        </>
      )}
    </ConfirmDialog>
  );
};
