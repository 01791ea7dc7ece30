import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { createSeries } from "#domain/scheduling/series.api.ts";
import { useAddress } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useToday } from "#web/platform/use-today.ts";
import { scheduleWords } from "#web/scheduling/schedule-words.ts";
import { checkSeries, SeriesFields } from "#web/scheduling/series-fields.tsx";
import { emptySeries, seriesInputOf } from "#web/scheduling/series-values.ts";
import { PanelForm } from "#web/ui/panel-form.tsx";

/** Plans a group that meets every week. */
export const AddSeriesForm = (props: { readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const { go } = useAddress();
  const act = useAct(createSeries, {
    done: t`Group planned. Its sessions of the next eight weeks stand in the calendar.`,
    onDone: (series) => go(paths.series(series.id)),
    words: scheduleWords,
    changes: ["session"],
    failureShownInPlace: true,
  });
  const form = useForm({
    id: "series-new",
    initial: emptySeries(useToday()),
    act,
    toInput: seriesInputOf,
    check: checkSeries,
    serverNames: { facilitators: "leadId" },
  });
  return (
    <PanelForm form={form} submit={<Trans>Plan the group</Trans>} onClose={props.onClose}>
      <SeriesFields form={form} />
    </PanelForm>
  );
};
