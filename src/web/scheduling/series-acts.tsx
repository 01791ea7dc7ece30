import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { changeSeries, retireSeries } from "#domain/scheduling/series.api.ts";
import type { Series } from "#domain/scheduling/series.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { checkSeries, SeriesFields } from "#web/scheduling/series-fields.tsx";
import { changesOf, valuesOf, type SeriesValues } from "#web/scheduling/series-values.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { ConfirmDialog } from "#web/ui/confirm-dialog.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { EditIcon } from "#web/ui/icons.ts";
import { SidePanel } from "#web/ui/side-panel.tsx";

const EndSeries = (props: { readonly series: Series }): ReactNode => {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { id: seriesId, version, name } = props.series;
  const act = useAct(retireSeries, {
    done: t`The group has ended.`,
    onDone: () => setAsking(false),
    words: scheduleWords,
    changes: ["session", "membership"],
    failureShownInPlace: true,
  });
  return (
    <>
      <Button onPress={() => setAsking(true)}>
        <Trans>End the group</Trans>
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={<Trans>End {name}?</Trans>}
        verb={<Trans>End it</Trans>}
        danger
        reasonLabel={<Trans>Why</Trans>}
        act={act}
        keep={seriesId}
        onConfirm={(reason, draftId) => void act.run({ seriesId, version, reason }, draftId)}
      >
        <p>
          <Trans>
            Its coming sessions are called off and its memberships end today. What was stays as it
            was.
          </Trans>
        </p>
      </ConfirmDialog>
    </>
  );
};

const ChangeSeriesForm = (props: {
  readonly series: Series;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { series } = props;
  const before = valuesOf(series, useToday(series.zone));
  const act = useAct(changeSeries, {
    done: t`Changed. Sessions from that day on are as the group is now.`,
    onDone: props.onClose,
    words: scheduleWords,
    changes: ["session", "membership"],
    failureShownInPlace: true,
  });
  const form = useForm<SeriesValues, typeof changeSeries>({
    id: `series-${series.id}`,
    initial: before,
    act,
    toInput: (values) => ({
      seriesId: series.id,
      version: series.version,
      ...changesOf(series, before, values),
    }),
    check: checkSeries,
    serverNames: { facilitators: "leadId", from: "startsOn" },
  });
  return (
    <PanelForm form={form} submit={<Trans>Change the group</Trans>} onClose={props.onClose}>
      <SeriesFields form={form} isChange />
    </PanelForm>
  );
};

/** What is done to a weekly group as a whole: change it from a day on, or end it. */
export const SeriesActs = (props: { readonly series: Series }): ReactNode => {
  const [changing, setChanging] = useState(false);
  const close = (): void => setChanging(false);
  return (
    <>
      <EndSeries series={props.series} />
      <Button icon={EditIcon} onPress={() => setChanging(true)}>
        <Trans>Change</Trans>
      </Button>
      <SidePanel open={changing} onClose={close} title={<Trans>Change the group</Trans>}>
        <ChangeSeriesForm series={props.series} onClose={close} />
      </SidePanel>
    </>
  );
};
