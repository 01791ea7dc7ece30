import type { ReactNode } from "react";
import { deskOf } from "#web/charting/room-desk.ts";
import { onServer, type Place } from "#web/charting/room-draft.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import { textOf } from "#web/charting/room-view.ts";
import { useStorePart } from "#web/platform/store.ts";
import { MarkedArea, type MarkedAreaProps } from "#web/ui/marked-area.tsx";

/** A field of the room. It shows each letter at once; everything that is said about it follows. */
export const RoomArea = ({
  model,
  place,
  ...area
}: Omit<MarkedAreaProps, "value" | "onChange"> & {
  readonly model: RoomModel;
  readonly place: Place;
}): ReactNode => {
  const { room } = model;
  const text = useStorePart(deskOf(room.session.id).state, ({ shown }) =>
    textOf(shown(place, onServer(room, place)).value),
  );
  return <MarkedArea {...area} value={text} onChange={(value) => model.write(place, value)} />;
};
