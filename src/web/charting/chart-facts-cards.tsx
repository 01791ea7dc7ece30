import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Chart } from "#domain/charting/chart.ts";
import { sayOwnerRole } from "#web/platform/owner-words.ts";
import { paths } from "#web/platform/paths.ts";
import { useNow } from "#web/platform/use-now.ts";
import { dueBeside } from "#web/charting/chart-due.ts";
import { taskWord } from "#web/charting/chart-words.ts";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { OverdueIcon, ShortIcon } from "#web/ui/icons.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Time } from "#web/ui/time.tsx";

/** Tasks about this person that are open, the most urgent clock first, and authorizations that end. */
export const ChartDueCard = (props: { readonly chart: Chart }): ReactNode => {
  const { i18n } = useLingui();
  const now = useNow();
  const { due, authorizations, enrollments, zone } = props.chart;
  const running = new Set(
    enrollments.filter(({ endedOn }) => endedOn === null).map(({ id }) => id),
  );
  const ending = authorizations.filter(
    ({ standing, enrollmentId }) =>
      running.has(enrollmentId) && (standing === "ends-soon" || standing === "over"),
  );
  const { rows, total, isBesideCrisis } = dueBeside(due);
  const open = total + ending.length;
  return (
    <Card title={<Trans>What is due</Trans>} aside={<Trans>{open} open</Trans>} flush>
      {open === 0 ? (
        <Rows>
          <Row
            title={
              isBesideCrisis ? (
                <Trans>Nothing besides what stands above.</Trans>
              ) : (
                <Trans>No task is open, and no authorization ends soon.</Trans>
              )
            }
            quiet
          />
        </Rows>
      ) : (
        <Rows>
          {rows.map((task) => {
            const isOver = Date.parse(task.dueAt) < now.getTime();
            return (
              <Row
                key={task.id}
                icon={isOver ? OverdueIcon : ShortIcon}
                to={paths.tasks}
                title={task.words ?? i18n._(taskWord(task.kind))}
                below={task.owner ?? sayOwnerRole(i18n, task.ownerRole)}
                marks={
                  <Chip meaning={isOver ? "overdue" : "short"}>
                    <Time at={task.dueAt} zone={zone} />
                  </Chip>
                }
              />
            );
          })}
          {ending.map((allowed) => (
            <Row
              key={allowed.id}
              icon={ShortIcon}
              title={
                allowed.standing === "over" ? (
                  <Trans>Authorization ended</Trans>
                ) : (
                  <Trans>Authorization ends</Trans>
                )
              }
              below={`${allowed.payerName} · ${allowed.number}`}
              marks={
                <Chip meaning={allowed.standing === "over" ? "held" : "short"}>
                  <Time at={allowed.endsOn} as="day" />
                </Chip>
              }
            />
          ))}
        </Rows>
      )}
    </Card>
  );
};
