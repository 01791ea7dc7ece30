import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import type { Chart } from "#domain/charting/chart.ts";
import {
  AddAuthorizationForm,
  ChangeAuthorizationForm,
} from "#web/charting/plan-authorization-forms.tsx";
import { unitWords } from "#web/charting/plan-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon, AuthorizationIcon } from "#web/ui/icons.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Time } from "#web/ui/time.tsx";

type Allowed = Chart["authorizations"][number];

const Standing = (props: {
  readonly allowed: Allowed;
  /** Its stay ended: whatever its days, it is in force for nothing. */
  readonly isPast: boolean;
}): ReactNode => {
  const { standing, daysLeft } = props.allowed;
  if (props.isPast)
    return (
      <Chip>
        <Trans>Stay ended</Trans>
      </Chip>
    );
  switch (standing) {
    case "ahead":
      return (
        <Chip>
          <Trans>Not begun</Trans>
        </Chip>
      );
    case "in-force":
      return (
        <Chip meaning="ontime">
          <Trans>In force</Trans>
        </Chip>
      );
    case "ends-soon":
      return (
        <Chip meaning="short">
          <Plural value={daysLeft} _0="Last day today" one="# day left" other="# days left" />
        </Chip>
      );
    case "over":
      return (
        <Chip>
          <Trans>Over</Trans>
        </Chip>
      );
  }
};

/** What the minutes ledger has used of it so far. */
const UsedSoFar = (props: {
  readonly used: number;
  readonly units: number;
  readonly isPast: boolean;
}): ReactNode => {
  const { used, units, isPast } = props;
  const left = units - used;
  const over = used - units;
  if (over > 0)
    return (
      <Trans>
        {used} used, {over} more than allowed
      </Trans>
    );
  return isPast ? (
    <Trans>
      {used} used, {left} never used
    </Trans>
  ) : (
    <Trans>
      {used} used, {left} left
    </Trans>
  );
};

/** What payers allowed: what counts now, extending it, and what was allowed late for a stay that is over. */
export const ChartAuthorizationsCard = (props: {
  readonly chart: Chart;
  readonly refresh: () => unknown;
}): ReactNode => {
  const { i18n } = useLingui();
  const { patient, enrollments, authorizations } = props.chart;
  const maySee = useCan("coverage:read");
  const mayManage = useCan("coverage:manage");
  const [open, setOpen] = useState<string | null>(null);
  const close = (): void => setOpen(null);
  const running = enrollments.filter(({ endedOn }) => endedOn === null);
  if (!maySee || (running.length === 0 && authorizations.length === 0)) return null;
  const stays = (running.length > 0 ? running : enrollments).map(({ id, program, track }) => ({
    id,
    name: `${program.name} · ${track.name}`,
  }));
  const isPast = ({ enrollmentId }: Allowed): boolean =>
    enrollments.some(({ id, endedOn }) => id === enrollmentId && endedOn !== null);
  const inOrder = authorizations.toSorted((a, b) => Number(isPast(a)) - Number(isPast(b)));
  const opened = authorizations.find(({ id }) => id === open);
  const add = mayManage && stays.length > 0 && (
    <Button size="small" kind="quiet" icon={AddIcon} onPress={() => setOpen("new")}>
      <Trans>Authorization</Trans>
    </Button>
  );
  return (
    <Card flush title={<Trans>Authorizations</Trans>} actions={authorizations.length > 0 && add}>
      {authorizations.length === 0 ? (
        <EmptyState action={add}>
          <Trans>Nothing is authorized yet.</Trans>
        </EmptyState>
      ) : (
        <Rows>
          {inOrder.map((allowed) => (
            <Row
              key={allowed.id}
              icon={AuthorizationIcon}
              title={`${allowed.payerName} · ${allowed.number}`}
              below={
                <>
                  {allowed.units} {i18n._(unitWords[allowed.unit])}, <Time at={allowed.startsOn} />{" "}
                  – <Time at={allowed.endsOn} />
                  {allowed.use !== null && (
                    <>
                      {" · "}
                      <UsedSoFar
                        used={allowed.use.used}
                        units={allowed.units}
                        isPast={isPast(allowed)}
                      />
                    </>
                  )}
                </>
              }
              marks={
                <>
                  <Standing allowed={allowed} isPast={isPast(allowed)} />
                  {!isPast(allowed) && allowed.use?.left === 0 && (
                    <Chip meaning="risk">
                      <Trans>Used up</Trans>
                    </Chip>
                  )}
                </>
              }
              action={
                mayManage && (
                  <Button size="small" onPress={() => setOpen(allowed.id)}>
                    <Trans>Extend</Trans>
                  </Button>
                )
              }
            />
          ))}
        </Rows>
      )}
      <SidePanel open={open === "new"} onClose={close} title={<Trans>Add authorization</Trans>}>
        {open === "new" && (
          <AddAuthorizationForm patientId={patient.id} stays={stays} onClose={close} />
        )}
      </SidePanel>
      <SidePanel
        open={opened !== undefined}
        onClose={close}
        title={<Trans>Extend or mend authorization</Trans>}
      >
        {opened !== undefined && (
          <ChangeAuthorizationForm
            key={opened.id}
            allowed={opened}
            refresh={props.refresh}
            onClose={close}
          />
        )}
      </SidePanel>
    </Card>
  );
};
