import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { minutesBetween, sayClock } from "#web/charting/clock-words.ts";
import { breakTakenBack, breakTurned, isBreak } from "#web/charting/room-ledger.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import { sessionParts, type SessionPart } from "#web/charting/session-parts.ts";
import { timeNow } from "#web/platform/clock.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { BreakIcon, UndoIcon } from "#web/ui/icons.ts";
import { TimeBar, type TimePart } from "#web/ui/time-bar.tsx";

/** The session's time: what was, the breaks, now, and the button that begins and ends a break. */
export const RoomBand = (props: { readonly model: RoomModel }): ReactNode => {
  const { t } = useLingui();
  const { model } = props;
  const maySeeCharges = useCan("charges:read");
  const { session } = model.room;
  const now = model.now.toISOString();
  const isRunning = now >= session.startsAt && now < session.endsAt;
  const takenBack = breakTakenBack(model.events);
  const total = minutesBetween(session.startsAt, session.endsAt);
  const parts = sessionParts(session, model.events, model.now).map(
    (part: SessionPart): TimePart => {
      const from = sayClock(part.startsAt, session.zone);
      const minutes = minutesBetween(part.startsAt, part.endsAt);
      if (part.kind === "break") {
        return { id: part.startsAt, kind: "break", minutes, name: <Trans>Break {minutes}</Trans> };
      }
      return {
        id: part.startsAt,
        kind: part.kind,
        minutes,
        name: part.kind === "ahead" ? null : session.activity.name,
        detail:
          part.kind === "now" ? <Trans>{from} · now</Trans> : part.kind === "past" ? from : null,
      };
    },
  );
  const time = sayClock(model.now, session.zone);
  return (
    <TimeBar
      label={t`The session’s time`}
      parts={parts}
      now={isRunning ? minutesBetween(session.startsAt, model.now) / total : null}
      nowLabel={t`Now, ${time}`}
      action={
        isRunning && model.mayRecord ? (
          <>
            {takenBack.length > 0 && (
              <Button
                size="small"
                kind="quiet"
                icon={UndoIcon}
                onPress={() => model.happen(...takenBack)}
              >
                <Trans>Take the break back</Trans>
              </Button>
            )}
            <Button
              size="small"
              icon={BreakIcon}
              keys={["b"]}
              onPress={() => model.happen(...breakTurned(model.events, timeNow()))}
            >
              {isBreak(model.events) ? <Trans>End break</Trans> : <Trans>Start break</Trans>}
            </Button>
          </>
        ) : (
          maySeeCharges && (
            <Button size="small" to={paths.sessionCharges(session.id)}>
              <Trans>What it bills</Trans>
            </Button>
          )
        )
      }
    />
  );
};
