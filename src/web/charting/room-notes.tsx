import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { doorsOpenAt } from "#domain/scheduling/recording.ts";
import { isAhead, phaseOf } from "#web/charting/arrival.ts";
import { sayClock } from "#web/charting/clock-words.ts";
import { RoomContradictions } from "#web/charting/room-contradictions.tsx";
import { RoomCrowded } from "#web/charting/room-crowded.tsx";
import { RoomKeeping } from "#web/charting/room-keeping.tsx";
import type { RoomModel } from "#web/charting/room-model.ts";
import { RoomRefusals } from "#web/charting/room-refusals.tsx";
import { sayMoment } from "#web/platform/dates.ts";
import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";

/** Long before it begins: when somebody can be there, and what can be said already. */
const Shut = ({ model }: { readonly model: RoomModel }): ReactNode => {
  const { session } = model.room;
  const opens = sayMoment(doorsOpenAt(session), session.zone);
  return (
    <Note>
      <Trans>Attendance opens {opens}. Who will not come can be marked absent now.</Trans>
    </Note>
  );
};

/** What concerns the whole room: something the server would not take, a roster that is seated at once. */
export const RoomNotes = (props: { readonly model: RoomModel }): ReactNode => {
  const { model } = props;
  const { session } = model.room;
  const expected = model.view.rows.filter(({ state }) => state === "expected");
  const count = expected.length;
  const isBegun = !isAhead(model);
  const phase = phaseOf(model);
  const starts = sayClock(session.startsAt, session.zone);
  const seatAll = (): void =>
    model.happen(
      ...expected.map(({ row }) => ({
        kind: "arrive" as const,
        mode: "room" as const,
        patientId: row.patientId,
        ...(isBegun && { occurredAt: session.startsAt }),
      })),
    );
  return (
    <>
      <RoomKeeping model={model} />
      <RoomContradictions model={model} />
      <RoomRefusals model={model} />
      <RoomCrowded model={model} />
      {model.mayRecord && phase === "shut" && <Shut model={model} />}
      {model.mayRecord && phase !== "shut" && count > 1 && (
        <Note
          action={
            <Button size="small" onPress={seatAll}>
              {isBegun ? (
                <Trans>
                  All {count} were here from {starts}
                </Trans>
              ) : (
                <Trans>All {count} are here</Trans>
              )}
            </Button>
          }
        >
          {phase === "late" ? (
            <Trans>
              Mark who is late, absent, or on video from the beginning (Video from {starts}); then
              the others in one.
            </Trans>
          ) : (
            <Trans>Mark who is late, on video or absent; then the others in one.</Trans>
          )}
        </Note>
      )}
    </>
  );
};
