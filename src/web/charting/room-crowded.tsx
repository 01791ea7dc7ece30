import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { leadingIn, mostAtOnce, mostLed } from "#domain/scheduling/crowding.ts";
import { sayClock } from "#web/charting/clock-words.ts";
import { crowdingSaid, type Exceeded } from "#web/charting/crowding-said.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import { Note } from "#web/ui/note.tsx";

const Led = (props: { readonly leading: number; readonly each: number }): ReactNode => {
  const { leading, each } = props;
  return (
    <Plural
      value={leading}
      one={`# person facilitates, for at most ${each}.`}
      other={`# people facilitate, for at most ${each} each.`}
    />
  );
};

/** It is in nobody's way, and who will see it. */
const GoOn = ({ beyond }: { readonly beyond: Exceeded }): ReactNode => {
  if (!beyond.seats) return <Trans>You can go on; whoever plans sees it, too.</Trans>;
  return beyond.led ? (
    <Trans>You can go on; it stays written in the attendance, and whoever plans sees it.</Trans>
  ) : (
    <Trans>You can go on; it stays written in the attendance.</Trans>
  );
};

/** More people than there are seats or than may be led: said, kept in the ledger as it was, and in nobody's way. */
export const RoomCrowded = ({ model }: { readonly model: RoomModel }): ReactNode => {
  const { session } = model.room;
  const { facilitators, capacity: seats, zone } = session;
  const { peoplePerFacilitator } = session.activity;
  const { rows } = model.view;
  const most = mostAtOnce(rows.map(({ live }) => live));
  const here = rows.filter(({ live }) => live.isHere).length;
  const limits = { seats, led: mostLed({ facilitators, peoplePerFacilitator }) };
  return crowdingSaid(here, most, limits).map(({ people, since, beyond }) => {
    const time = since === null ? null : sayClock(since, zone);
    return (
      <Note key={since ?? "now"} meaning="short">
        {time === null ? (
          <Trans>{people} people are here now.</Trans>
        ) : (
          <Trans>
            At {time}, {people} people were here at once.
          </Trans>
        )}{" "}
        {beyond.seats && (
          <Trans>This session has {seats} seats, the room and video together.</Trans>
        )}{" "}
        {beyond.led && peoplePerFacilitator !== null && (
          <Led leading={leadingIn({ facilitators })} each={peoplePerFacilitator} />
        )}{" "}
        {time === null && <GoOn beyond={beyond} />}
      </Note>
    );
  });
};
