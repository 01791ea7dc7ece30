import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { findingWords, isMissing } from "#web/charting/finding-words.ts";
import type { RowView } from "#web/charting/room-view.ts";
import {
  DoneIcon,
  GuardIcon,
  ShortIcon,
  SignIcon,
  UndoIcon,
  WritingIcon,
  ClockIcon,
} from "#web/ui/icons.ts";
import { StateMark } from "#web/ui/state-mark.tsx";

/** Where a row's note stands, in one or two words. */
export const NoteStateCell = (props: {
  readonly view: RowView;
  readonly isChosen: boolean;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { view } = props;
  const mark = (
    icon: typeof DoneIcon,
    tone: "ontime" | "short" | "risk" | "quiet",
    word: string,
  ) => (
    <StateMark icon={icon} tone={tone} strong>
      {word}
    </StateMark>
  );
  if (view.row.note) {
    switch (view.row.note.state) {
      case "waiting":
        return mark(ClockIcon, "short", t`Cosign`);
      case "returned":
        return mark(UndoIcon, "risk", t`Returned`);
      case "retracted":
        return mark(UndoIcon, "quiet", t`Retracted`);
      default:
        return mark(SignIcon, "ontime", t`Signed`);
    }
  }
  if (view.state === "expected") return null;
  if (view.state === "away") return mark(DoneIcon, "quiet", t`No note`);
  if (view.state === "ready") {
    if (view.live.status === "left-early" && view.live.reason === null)
      return mark(ShortIcon, "short", t`Why left?`);
    return mark(DoneIcon, "ontime", t`Ready`);
  }
  const found = view.found.find(({ finding }) => !isMissing(finding)) ?? view.found[0];
  if (!found) return null;
  const { finding } = found;
  // “Risk” by itself reads as said of the person.
  const words =
    finding.code === "risk-missing"
      ? t`Answer risk`
      : i18n._({ ...findingWords[finding.code].short, values: { ...finding.values } });
  if (finding.mend === "say-a-peer" || finding.mend === "say-a-member")
    return mark(GuardIcon, "risk", words);
  if (props.isChosen && isMissing(finding)) return mark(WritingIcon, "quiet", t`Writing`);
  const isUntouched = view.part.participation === null && view.part.sentence === null;
  return isUntouched ? mark(WritingIcon, "quiet", t`Open`) : mark(ShortIcon, "short", words);
};
