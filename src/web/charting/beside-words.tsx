import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { DraftValue } from "#domain/charting/note-draft.ts";
import { textOf } from "#web/charting/room-view.ts";
import type { ShownField } from "#web/charting/room-draft.ts";
import { Button } from "#web/ui/button.tsx";
import { FindingPanel } from "#web/ui/finding-panel.tsx";
import { WritingIcon } from "#web/ui/icons.ts";

/** What somebody wrote into a field while it changed under them: kept, and taken up or set aside by whoever reads it. */
export const BesideWords = (props: {
  readonly field: ShownField;
  readonly flat?: boolean;
  readonly onSettle: (value: DraftValue, settles: readonly string[]) => void;
}): ReactNode =>
  props.field.beside.map((other) => {
    const theirs = textOf(other.value);
    const mine = textOf(props.field.value);
    const { by } = other;
    return (
      <FindingPanel
        key={other.id}
        icon={WritingIcon}
        weight="note"
        flat={props.flat ?? false}
        title={<Trans>{by} wrote here at the same time</Trans>}
        actions={
          <>
            <Button
              size="small"
              onPress={() => props.onSettle([mine, theirs].filter(Boolean).join(" "), [other.id])}
            >
              <Trans>Keep both</Trans>
            </Button>
            <Button
              size="small"
              kind="quiet"
              onPress={() => props.onSettle(other.value, [other.id])}
            >
              <Trans>Only this</Trans>
            </Button>
            <Button
              size="small"
              kind="quiet"
              onPress={() => props.onSettle(props.field.value, [other.id])}
            >
              <Trans>Without it</Trans>
            </Button>
          </>
        }
      >
        {theirs === "" ? <Trans>Nothing: they emptied it.</Trans> : theirs}
      </FindingPanel>
    );
  });
