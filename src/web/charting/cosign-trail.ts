import { useEffect } from "react";
import { useAddress, useSearchWord } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";

const fromList = "cosign";
let lastRead: string | null = null;

/** A note as one opens it from the list of cosignatures: it knows the way back. */
export const noteOfCosignList = (noteId: string): string =>
  `${paths.note(noteId)}?from=${fromList}`;

/** Whether this note was opened from the list of cosignatures. */
export const useFromCosignList = (noteId: string): boolean => {
  const [from] = useSearchWord("from");
  const isFromList = from === fromList;
  useEffect(() => {
    if (isFromList) lastRead = noteId;
  }, [isFromList, noteId]);
  return isFromList;
};

/** Back from a note, the focus goes on at its row, once the title of the screen has had it. */
export const useLastReadRow = (isDrawn: boolean): void => {
  const { path } = useAddress();
  useEffect(() => {
    if (!isDrawn || lastRead === null) return undefined;
    const row = document.querySelector<HTMLElement>(
      `main a[href$="${noteOfCosignList(lastRead)}"]`,
    );
    lastRead = null;
    const later = setTimeout(() => row?.focus());
    return () => clearTimeout(later);
  }, [isDrawn, path]);
};
