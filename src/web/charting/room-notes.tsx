import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { sayClock } from "#web/charting/clock-words.ts";
import { RoomContradictions } from "#web/charting/room-contradictions.tsx";
import { RoomCrowded } from "#web/charting/room-crowded.tsx";
import { RoomKeeping } from "#web/charting/room-keeping.tsx";
import type { RoomModel } from "#web/charting/room-model.ts";
import { RoomRefusals } from "#web/charting/room-refusals.tsx";
import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";

/** What concerns the whole room: something the server would not take, a roster that is seated at once. */
export const RoomNotes = (props: { readonly model: RoomModel }): ReactNode => {
  const { model } = props;
  const { session } = model.room;
  const expected = model.view.rows.filter(({ state }) => state === "expected");
  const count = expected.length;
  const isBegun = model.now.toISOString() >= session.startsAt;
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
      {model.mayRecord && count > 1 && (
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
          <Trans>Mark who is late, on video or absent; then the others in one.</Trans>
        </Note>
      )}
    </>
  );
};
