import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listEndedStays } from "#domain/reporting/ended-stay.api.ts";
import { sayDate } from "#web/platform/dates.ts";
import { sayCount } from "#web/platform/numbers.ts";
import { paths } from "#web/platform/paths.ts";
import { useSearchDay } from "#web/platform/search-day.ts";
import { useRead } from "#web/platform/use-read.ts";
import { EndedStaysStrip } from "#web/reporting/ended-stays-strip.tsx";
import { EndedStaysTable } from "#web/reporting/ended-stays-table.tsx";
import type { EndWords } from "#web/reporting/census-table.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Note } from "#web/ui/note.tsx";
import { Screen } from "#web/ui/screen.tsx";

/** The days that are looked at. Until the first answer is here, nobody knows which ones those are that nobody chose. */
const Range = (props: {
  readonly from: string;
  readonly to: string;
  readonly onFrom: (day: string) => void;
  readonly onTo: (day: string) => void;
}): ReactNode => {
  const { t } = useLingui();
  const { from, to } = props;
  const error = to < from ? t`Lies before the first day.` : undefined;
  return (
    <Card>
      <FieldRow>
        <DateField label={t`Ended from`} name="from" value={from} onChange={props.onFrom} />
        <DateField label={t`Through`} name="to" value={to} onChange={props.onTo} error={error} />
      </FieldRow>
    </Card>
  );
};

/** How long the stays of a range of days were, who left early, and the rows behind both. */
export const EndedStaysScreen = (props: { readonly endWords: EndWords }): ReactNode => {
  const { t } = useLingui();
  const [from, setFrom] = useSearchDay("from");
  const [to, setTo] = useSearchDay("to");
  const read = useRead(
    listEndedStays,
    { ...(from !== "" && { from }), ...(to !== "" && { to }) },
    { alsoOn: ["enrollment", "patient"], keepWhileLoading: true },
  );
  const shown = read.data;
  const [first, last] = [shown && sayDate(shown.from), shown && sayDate(shown.to)];
  return (
    <Screen
      title={t`Stays that ended`}
      above={[{ label: t`Today`, to: paths.home }]}
      facts={
        shown &&
        t`Stays whose last day lies from ${first} through ${last}: how long they were, and how they ended.`
      }
      otherActions={
        <Button to={paths.census}>
          <Trans>Census</Trans>
        </Button>
      }
    >
      {shown && (
        <Range from={from || shown.from} to={to || shown.to} onFrom={setFrom} onTo={setTo} />
      )}
      <Loaded read={read}>
        {({ rows, isCut, to: day }) => {
          const most = sayCount(rows.length);
          return (
            <>
              {isCut && (
                <Note>
                  <Trans>
                    More ended in these days; these are the latest {most}. Choose fewer days for
                    figures of all of them.
                  </Trans>
                </Note>
              )}
              <EndedStaysStrip rows={rows} />
              <Card flush title={t`Stays`}>
                <EndedStaysTable rows={rows} on={day} endWords={props.endWords} />
              </Card>
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
};
