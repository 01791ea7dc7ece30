import { useEffect, useRef, useState } from "react";
import { firstNameOf } from "#domain/access/account.ts";
import { sharedFields } from "#domain/charting/note-fields.ts";
import { meetRoomWriters, type RoomPlace } from "#domain/charting/room-writer.api.ts";
import { useRead } from "#web/platform/use-read.ts";

/** First names of the others who write at a place of the room now. */
export type WritersAt = (place: RoomPlace) => readonly string[];

const beatSeconds = 5;
/** Hands that rest somewhere are there; those that pass from row to row are not. */
const restMilliseconds = 250;

/** Where the hands are: in the row that is written, in the shared note, or nowhere while another window has the keyboard. */
const placeOf = (writtenId: string | null): RoomPlace | null => {
  const { activeElement } = document;
  if (!document.hasFocus() || activeElement === null) return null;
  if (activeElement instanceof HTMLTextAreaElement)
    if (sharedFields.some((name) => name === activeElement.name))
      return activeElement.readOnly ? null : "shared";
  return activeElement.closest("[role=row][aria-selected=true]") === null ? null : writtenId;
};

const usePlace = (writtenId: string | null): RoomPlace | null => {
  const [place, setPlace] = useState<RoomPlace | null>(null);
  const latest = useRef(writtenId);
  useEffect(() => {
    // The focus is nowhere for a moment while it moves, and the chosen row follows it.
    let later: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(later);
      later = setTimeout(() => setPlace(placeOf(latest.current)), restMilliseconds);
    };
    latest.current = writtenId;
    soon();
    const heard = ["focusin", "focusout", "focus", "blur"] as const;
    for (const name of heard) addEventListener(name, soon);
    return () => {
      clearTimeout(later);
      for (const name of heard) removeEventListener(name, soon);
    };
  }, [writtenId]);
  return place;
};

/** Says where this person writes for as long as they do, and hears where others write. Nothing of it is kept. */
export const useRoomWriters = (
  sessionId: string,
  /** The chosen row, where this person may write in it. */
  writtenId: string | null,
): WritersAt => {
  const place = usePlace(writtenId);
  const { data, refetch } = useRead(
    meetRoomWriters,
    { sessionId, ...(place !== null && { at: place }) },
    { everySeconds: beatSeconds, quiet: true, keepWhileLoading: true },
  );
  // Where the hands were before is known here already, but must be said anew.
  useEffect(() => {
    if (place !== null) void refetch({ cancelRefetch: false });
  }, [place, refetch]);
  return (at) => [
    ...new Set(
      (data?.rows ?? []).filter((one) => one.at === at).map(({ name }) => firstNameOf(name)),
    ),
  ];
};
