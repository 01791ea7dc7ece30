import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Chart } from "#domain/charting/chart.ts";
import { taskWord } from "#web/charting/chart-words.ts";
import { sayOwnerRole } from "#web/platform/owner-words.ts";
import { paths } from "#web/platform/paths.ts";
import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";
import { Time } from "#web/ui/time.tsx";

/** Every crisis that is open about this person, above all that is known of them: whose it is and until when. */
export const ChartCrisisNotes = (props: { readonly chart: Chart }): ReactNode => {
  const { i18n } = useLingui();
  const { due, zone } = props.chart;
  return due.rows
    .filter(({ urgency }) => urgency === "crisis")
    .map((task) => {
      const what = task.words ?? i18n._(taskWord(task.kind));
      const owner = task.owner ?? sayOwnerRole(i18n, task.ownerRole);
      const by = <Time at={task.dueAt} zone={zone} />;
      return (
        <Note
          key={task.id}
          meaning="risk"
          action={
            <Button size="small" to={paths.tasks}>
              <Trans>Go to the task</Trans>
            </Button>
          }
        >
          {what} · <Trans>by {by}</Trans> · {owner} ·{" "}
          {task.takenAt === null ? <Trans>nobody has taken it yet</Trans> : <Trans>taken</Trans>}
        </Note>
      );
    });
};
