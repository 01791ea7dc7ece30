import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { leadingIn, mostAtOnce } from "#domain/scheduling/crowding.ts";
import { sayClock } from "#web/charting/clock-words.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import { Note } from "#web/ui/note.tsx";

/** How many are in the room now, and the most who were in it at once. */
interface Crowd {
  readonly here: number;
  readonly people: number;
  /** When there first were so many, by the clock of the place; null where nobody came. */
  readonly time: string | null;
}

/** More people together than the session has seats. */
const BeyondSeats = ({ crowd, seats }: { crowd: Crowd; seats: number }): ReactNode => {
  const { here, people, time } = crowd;
  if (here > seats)
    return (
      <Note meaning="short">
        <Trans>
          {here} people are here, and this session has {seats} seats, the room and video together.
          You can go on; it stays written in the attendance.
        </Trans>
      </Note>
    );
  if (people <= seats || time === null) return null;
  return (
    <Note meaning="short">
      <Trans>
        At {time}, {people} people were here at once; this session has {seats} seats.
      </Trans>
    </Note>
  );
};

/** More people together than those who facilitate may lead. */
const BeyondRatio = (props: {
  readonly crowd: Crowd;
  readonly leading: number;
  readonly each: number;
}): ReactNode => {
  const { leading, each } = props;
  const { here, people, time } = props.crowd;
  const most = leading * each;
  const led = (
    <Plural
      value={leading}
      one={`# person facilitates, for at most ${each}.`}
      other={`# people facilitate, for at most ${each} each.`}
    />
  );
  if (here > most)
    return (
      <Note meaning="short">
        <Trans>{here} people are here now.</Trans> {led}{" "}
        <Trans>You can go on; whoever plans sees it, too.</Trans>
      </Note>
    );
  if (people <= most || time === null) return null;
  return (
    <Note meaning="short">
      <Trans>
        At {time}, {people} people were here at once.
      </Trans>{" "}
      {led}
    </Note>
  );
};

/** More people than there are seats or than may be led: said, kept in the ledger as it was, and in nobody's way. */
export const RoomCrowded = ({ model }: { readonly model: RoomModel }): ReactNode => {
  const { session } = model.room;
  const { facilitators, capacity, zone } = session;
  const { peoplePerFacilitator: each } = session.activity;
  const { rows } = model.view;
  const { people, since } = mostAtOnce(rows.map(({ live }) => live));
  const here = rows.filter(({ live }) => live.isHere).length;
  const crowd = { here, people, time: since === null ? null : sayClock(since, zone) };
  return (
    <>
      <BeyondSeats crowd={crowd} seats={capacity} />
      {each !== null && (
        <BeyondRatio crowd={crowd} leading={leadingIn({ facilitators })} each={each} />
      )}
    </>
  );
};
