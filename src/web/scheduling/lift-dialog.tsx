import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { foreseeLifting, liftClosure } from "#domain/scheduling/closure.api.ts";
import type { Closure, Lifting } from "#domain/scheduling/closure.ts";
import { sayMoment } from "#web/platform/dates.ts";
import { useSayOtherZone } from "#web/platform/other-zone.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSay } from "#web/platform/use-say.ts";
import { sayDays } from "#web/scheduling/hours-notes.ts";
import { scheduleWords, stayingWords } from "#web/scheduling/schedule-words.ts";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

/** Whose weeks are held to their floors again, or which days keep them from it. */
const Weeks = ({ whole, short, stillClosed }: Lifting): ReactNode => {
  const days = sayDays(stillClosed);
  return (
    <p>
      {stillClosed.length > 0 && (
        <Trans>The site stays closed {days}: that week is still held against nobody.</Trans>
      )}{" "}
      {whole > 0 && (
        <Plural
          value={whole}
          one="For # person a week becomes a whole one again, in which hours can be missing."
          other="For # people a week becomes a whole one again, in which hours can be missing."
        />
      )}{" "}
      {short > 0 && (
        <Plural
          value={short}
          one="In a week that is over # of them fell short then."
          other="In a week that is over # of them fell short then."
        />
      )}
    </p>
  );
};

/** What becomes of the sessions that a closure called off. */
const Foreseen = (lifting: Lifting): ReactNode => {
  const { restored, made, staying } = lifting;
  const { t } = useLingui();
  const say = useSay();
  const sayOtherZone = useSayOtherZone();
  return (
    <>
      <p>
        {restored + made === 0 ? (
          <Trans>No session is planned again.</Trans>
        ) : (
          <Plural
            value={restored + made}
            one="# session is planned again, with its room, people and seats."
            other="# sessions are planned again, with their rooms, people and seats."
          />
        )}{" "}
        {restored + made > 0 && <Trans>Nobody is told by Stepwell: call them.</Trans>}
      </p>
      <Weeks {...lifting} />
      {staying.length > 0 && (
        <>
          <p>
            <Plural value={staying.length} one="# stays called off:" other="# stay called off:" />
          </p>
          <Rows label={t`What stays called off`}>
            {staying.map(({ sessionId, name, startsAt, zone, because }) => (
              <Row
                key={sessionId ?? `${name} ${startsAt}`}
                title={`${sayMoment(startsAt, zone)}${sayOtherZone(zone)} ${name}`}
                below={say(stayingWords, because)}
              />
            ))}
          </Rows>
        </>
      )}
    </>
  );
};

/** Takes closed days back; what happens to the sessions is said before it is done. */
export const LiftDialog = (props: {
  readonly closure: Closure;
  readonly days: string;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { closure, days, onClose } = props;
  const { id: closureId, version, siteName } = closure;
  const foreseen = useRead(foreseeLifting, { closureId }, { alsoOn: ["session", "series"] });
  const act = useAct(liftClosure, {
    done: ({ restored, made }) => {
      const count = restored + made;
      return t`Lifted. Sessions planned again: ${count}.`;
    },
    onDone: onClose,
    words: scheduleWords,
    changes: ["session", "series", "hours"],
    failureShownInPlace: true,
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={
        <Trans>
          Open {siteName} again, {days}?
        </Trans>
      }
      verb={<Trans>Lift the closure</Trans>}
      reasonLabel={<Trans>Why</Trans>}
      busy={foreseen.data === undefined}
      act={act}
      keep={closureId}
      onConfirm={(reason, draftId) => void act.run({ closureId, version, reason }, draftId)}
    >
      <Loaded read={foreseen} words={scheduleWords}>
        {(lifting) => <Foreseen {...lifting} />}
      </Loaded>
    </ConfirmDialog>
  );
};
