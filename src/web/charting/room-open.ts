import { isOver } from "#web/charting/arrival.ts";
import { isMissing } from "#web/charting/finding-words.ts";
import { isCrisisFlag, type SigningBlock } from "#domain/charting/session-room.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import type { FoundHere, RoomView, RowView } from "#web/charting/room-view.ts";

/** Rows that lack nothing but a word about risk, and have nothing that asks for one of their own. */
export const rowsLackingRisk = (view: RoomView): readonly RowView[] =>
  view.rows.filter(
    ({ state, found, row }) =>
      state === "open" &&
      found.length === 1 &&
      found[0]?.finding.code === "risk-missing" &&
      !row.flags.some(isCrisisFlag),
  );

/** Names, initials and numbers that must be mended before anything is signed. */
export const namesToMend = (view: RoomView): readonly FoundHere[] =>
  [...view.sharedFound, ...view.rows.flatMap(({ found }) => found)].filter(
    ({ finding }) => !isMissing(finding) && finding.code.match(/name|initials|phone/u) !== null,
  );

/** Why nothing of this room can be signed now, whatever is written. */
export const signingBlock = (
  model: Pick<RoomModel, "room" | "now">,
): Exclude<SigningBlock, "nobody-attended"> | undefined =>
  model.room.signature.blockedBy
    .filter((one) => one !== "nobody-attended")
    .find((one) => !(one === "session-not-over" && isOver(model)));

/** Whether the shared part may be signed: it is there, and nobody is named in it. */
export const isSharedReady = (view: RoomView): boolean => view.sharedFound.length === 0;

/** Whether something of this room can be signed as it stands. */
export const maySignNow = (model: Pick<RoomModel, "room" | "now" | "view">): boolean =>
  model.view.readyCount > 0 && isSharedReady(model.view) && signingBlock(model) === undefined;

export type OpenPlace =
  | { readonly kind: "shared"; readonly found: FoundHere }
  | { readonly kind: "row"; readonly view: RowView; readonly found: FoundHere };

/** Everything that is still open, rows before the shared part, in the order of the screen. */
export const openPlaces = (view: RoomView): readonly OpenPlace[] => [
  ...view.sharedFound
    .filter(({ finding }) => !isMissing(finding))
    .map((found): OpenPlace => ({ kind: "shared", found })),
  ...view.rows.flatMap((row): readonly OpenPlace[] => {
    const [found] = row.found;
    return row.state === "open" && found ? [{ kind: "row", view: row, found }] : [];
  }),
  ...view.sharedFound
    .filter(({ finding }) => isMissing(finding))
    .map((found): OpenPlace => ({ kind: "shared", found })),
];
