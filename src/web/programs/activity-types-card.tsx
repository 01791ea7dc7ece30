import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import {
  bringBackActivityType,
  listActivityTypes,
  retireActivityType,
} from "#domain/programs/activity-type.api.ts";
import type { ActivityType } from "#domain/programs/activity-type.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useReadPages } from "#web/platform/use-read.ts";
import { useSay } from "#web/platform/use-say.ts";
import { ActivityTypeForm } from "#web/programs/activity-type-form.tsx";
import { formatWords, modalityWords, programWords } from "#web/programs/program-words.ts";
import { OfferedActs, Retiring } from "#web/programs/retiring.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

const TypeRow = (props: {
  readonly type: ActivityType;
  readonly mayManage: boolean;
  readonly onEdit: () => void;
  readonly onRetire: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const say = useSay();
  const { type } = props;
  const { name, id: activityTypeId, version, minutesToCount, peoplePerFacilitator } = type;
  const bringBack = useAct(bringBackActivityType, { done: t`In use again.`, words: programWords });
  const below = [
    ...new Set([say(formatWords, type.format), say(modalityWords, type.modality)]),
    type.needsLicensedLead ? t`licensed lead` : null,
    minutesToCount > 0 ? t`from ${minutesToCount} minutes` : null,
    peoplePerFacilitator === null ? null : t`at most ${peoplePerFacilitator} for each facilitator`,
    type.servesPerDiem ? t`makes a billable day` : null,
  ].filter((part) => part !== null);
  const isRetired = type.retiredAt !== null;
  return (
    <Row
      title={name}
      below={below.join(" · ")}
      quiet={isRetired}
      marks={
        <>
          <Chip>{type.countsTowardHours ? t`Counts` : t`Does not count`}</Chip>
          {isRetired && <Chip>{t`Retired`}</Chip>}
        </>
      }
      action={
        props.mayManage && (
          <OfferedActs
            of={type}
            onEdit={props.onEdit}
            onRetire={props.onRetire}
            onBringBack={() => void bringBack.run({ activityTypeId, version })}
          />
        )
      }
    />
  );
};

/** What sessions can be, and what of it counts toward the hours of a week. */
export const ActivityTypesCard = (props: { readonly mayManage: boolean }): ReactNode => {
  const { t } = useLingui();
  const types = useReadPages(listActivityTypes, { state: "all", limit: 200 });
  const [open, setOpen] = useState<ActivityType | "new" | null>(null);
  const [retiring, setRetiring] = useState<ActivityType | null>(null);
  const close = (): void => setOpen(null);
  const retire = useAct(retireActivityType, {
    done: t`Retired.`,
    onDone: () => setRetiring(null),
    words: programWords,
    failureShownInPlace: true,
  });
  return (
    <Card
      flush
      title={<Trans>Types of activity</Trans>}
      actions={
        props.mayManage && (
          <Button size="small" icon={AddIcon} onPress={() => setOpen("new")}>
            <Trans>Add type</Trans>
          </Button>
        )
      }
    >
      <Loaded read={{ data: types.rows, error: types.error, refetch: types.refetch }}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState>
              <Trans>No type yet. Sessions need one: it says what counts.</Trans>
            </EmptyState>
          ) : (
            <Rows label={t`Types of activity`}>
              {rows
                .toSorted(
                  (one, other) => Number(one.retiredAt !== null) - Number(other.retiredAt !== null),
                )
                .map((type) => (
                  <TypeRow
                    key={type.id}
                    type={type}
                    mayManage={props.mayManage}
                    onEdit={() => setOpen(type)}
                    onRetire={() => setRetiring(type)}
                  />
                ))}
            </Rows>
          )
        }
      </Loaded>
      <SidePanel
        open={open !== null}
        onClose={close}
        title={open === "new" ? t`Add type` : t`Change ${open?.name ?? ""}`}
      >
        {open !== null && (
          <ActivityTypeForm
            key={open === "new" ? "new" : `${open.id} ${open.version}`}
            type={open === "new" ? null : open}
            onClose={close}
          />
        )}
      </SidePanel>
      <Retiring
        of={retiring}
        act={retire}
        onClose={() => setRetiring(null)}
        onRetire={({ id: activityTypeId, version }, reason, draftId) =>
          retire.run({ activityTypeId, version, reason }, draftId)
        }
      />
    </Card>
  );
};
