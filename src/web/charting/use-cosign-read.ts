import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { cosignNote, type listCosignatures } from "#domain/charting/member-note.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { noteWords } from "#web/charting/note-words.ts";
import { notify } from "#web/platform/notices.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";

export type Waiting = Output<typeof listCosignatures>["rows"][number];

/** What was seen of a group, as its members' notes are by their ids. */
export const sharedKey = (note: Waiting): string => `shared ${note.shared?.id ?? ""}`;

export interface CosignRead {
  readonly see: (key: string) => void;
  /** It left the list: cosigned, or narrowed away. */
  readonly forget: (key: string) => void;
  readonly mayCosign: boolean;
  /** Notes that wait for the reader's signature. */
  readonly forMe: readonly Waiting[];
  /** Those of them that stood on the screen, with what was signed of their group. */
  readonly read: readonly Waiting[];
  readonly busy: boolean;
  readonly cosign: () => void;
}

/**
 * Cosigns what the reader has had before them, and nothing else: each note by itself, in its own name and time. It stops
 * where one is refused; the others stay.
 */
export const useCosignRead = (rows: readonly Waiting[]): CosignRead => {
  const { t } = useLingui();
  const mayCosign = useCan("notes:cosign");
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const act = useAct(cosignNote, { words: noteWords });
  const forMe = mayCosign ? rows.filter(({ isMine, state }) => isMine && state === "waiting") : [];
  const read = forMe.filter(
    (note) => seen.has(note.id) && (note.shared === null || seen.has(sharedKey(note))),
  );
  const cosign = async (): Promise<void> => {
    setBusy(true);
    let count = 0;
    for (const { id } of read) {
      if ((await act.run({ noteId: id, words: null })) === undefined) break;
      count += 1;
    }
    setBusy(false);
    if (count > 0)
      notify({ text: t`${plural(count, { one: "# note", other: "# notes" })} cosigned.` });
  };
  return {
    see: (key) => setSeen((before) => new Set([...before, key])),
    forget: (key) => setSeen((before) => new Set([...before].filter((one) => one !== key))),
    mayCosign,
    forMe,
    read,
    busy,
    cosign: () => {
      if (!busy && read.length > 0) void cosign();
    },
  };
};
