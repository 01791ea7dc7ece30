import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Obstacle } from "#domain/scheduling/obstacle.ts";
import { foreseePlanningAgain, planAgain } from "#domain/scheduling/session.api.ts";
import type { Session } from "#domain/scheduling/session.ts";
import { sayTime } from "#web/platform/dates.ts";
import { useSayOtherZone } from "#web/platform/other-zone.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSay } from "#web/platform/use-say.ts";
import { spanOf } from "#web/platform/time-span.ts";
import { againWords } from "#web/scheduling/schedule-words.ts";
import { useSayWhen } from "#web/scheduling/use-say-when.ts";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";

/** What is in the way, with the session that holds the room or the person. */
const InTheWay = ({ because, held }: Obstacle): ReactNode => {
  const say = useSay();
  const sayOtherZone = useSayOtherZone();
  if (held === null) return say(againWords, because);
  const { name, zone } = held;
  const hours = `${spanOf(sayTime(held.startsAt, zone), sayTime(held.endsAt, zone))}${sayOtherZone(zone)}`;
  return because === "room-taken" ? (
    <Trans>
      Its room is taken by {name}, {hours}. Give that one another room or hour first.
    </Trans>
  ) : (
    <Trans>
      Somebody who would lead it is in {name}, {hours}. Give that one another lead or hour first.
    </Trans>
  );
};

/** Plans a session again that was called off; what is in the way is said before it is tried. */
export const PlanAgainDialog = (props: {
  readonly session: Session;
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { id: sessionId, version, name, expectedCount: seats } = props.session;
  const when = useSayWhen()(props.session);
  const foreseen = useRead(
    foreseePlanningAgain,
    { sessionId },
    { enabled: props.open, alsoOn: ["series", "closure"] },
  );
  const act = useAct(planAgain, {
    done: t`Session planned again.`,
    onDone: props.onClose,
    words: againWords,
    changes: ["series", "hours", "attendance", "session-room"],
    failureShownInPlace: true,
  });
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={
        <Trans>
          Plan {name} again, {when}?
        </Trans>
      }
      verb={<Trans>Plan it again</Trans>}
      busy={foreseen.data === undefined || foreseen.data.obstacle !== null}
      act={act}
      onConfirm={() => void act.run({ sessionId, version })}
    >
      <Loaded read={foreseen} words={againWords}>
        {({ obstacle }) =>
          obstacle === null ? (
            <p>
              <Plural
                value={seats}
                _0="It takes place as it was planned, with its room and people."
                one="It takes place as it was planned, with its room, people and # seat."
                other="It takes place as it was planned, with its room, people and # seats."
              />{" "}
              <Trans>Nobody is told by Stepwell: call them.</Trans>
            </p>
          ) : (
            <Note meaning="short">
              <InTheWay {...obstacle} />
            </Note>
          )
        }
      </Loaded>
    </ConfirmDialog>
  );
};
