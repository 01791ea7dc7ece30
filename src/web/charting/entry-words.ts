import { useLingui } from "@lingui/react/macro";
import type { NewAttendanceEvent } from "#domain/scheduling/attendance-event.ts";
import { sayClock } from "#web/charting/clock-words.ts";

type Said = Pick<NewAttendanceEvent, "kind" | "occurredAt" | "mode">;

/** What an entry says, in few words: `came 6:14`, `absent`. */
export const useEntryWords = (zone: string): ((entry: Said) => string) => {
  const { t } = useLingui();
  return ({ kind, occurredAt, mode }) => {
    const time = sayClock(occurredAt, zone);
    switch (kind) {
      case "arrive":
        return mode === "video" ? t`came by video ${time}` : t`came ${time}`;
      case "leave":
        return t`left ${time}`;
      case "absent":
        return t`absent`;
      case "expected":
        return t`expected`;
      case "mode":
        return mode === "video" ? t`by video from ${time}` : t`in the room from ${time}`;
      case "break-start":
        return t`break from ${time}`;
      case "break-end":
        return t`break until ${time}`;
      case "strike":
        return t`an entry taken back`;
      default:
        return t`there at ${time}`;
    }
  };
};
