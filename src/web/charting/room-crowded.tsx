import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { mostAtOnce } from "#domain/scheduling/crowding.ts";
import { sayClock } from "#web/charting/clock-words.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import { Note } from "#web/ui/note.tsx";

/** More people together than the session has seats: said, kept in the ledger as it was, and in nobody's way. */
export const RoomCrowded = ({ model }: { readonly model: RoomModel }): ReactNode => {
  const { session } = model.room;
  const { capacity: seats } = session;
  const { rows } = model.view;
  const here = rows.filter(({ live }) => live.isHere).length;
  const { people, since } = mostAtOnce(rows.map(({ live }) => live));
  if (here > seats)
    return (
      <Note meaning="short">
        <Trans>
          {here} people are here, and this session has {seats} seats, the room and video together.
          You can go on; it stays written in the attendance.
        </Trans>
      </Note>
    );
  if (people <= seats || since === null) return null;
  const time = sayClock(since, session.zone);
  return (
    <Note meaning="short">
      <Trans>
        At {time}, {people} people were here at once; this session has {seats} seats.
      </Trans>
    </Note>
  );
};
