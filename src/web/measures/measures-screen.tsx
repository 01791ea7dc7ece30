import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { listEnrollments } from "#domain/admissions/enrollment.api.ts";
import { instrumentOf } from "#domain/measures/instruments/instrument-list.ts";
import { listMeasures } from "#domain/measures/measure.api.ts";
import type { Measure } from "#domain/measures/measure.ts";
import { AskMeasureForm } from "#web/measures/ask-measure-form.tsx";
import { bandWord } from "#web/measures/measure-words.ts";
import { useParam } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { isNothing, Loaded } from "#web/ui/loaded.tsx";
import { NothingHere } from "#web/ui/nothing-here.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { Time } from "#web/ui/time.tsx";

/** What keeps it from being a score; a score says its band beneath itself. */
const State = (props: { readonly measure: Measure }): ReactNode => {
  const { measure } = props;
  if (measure.cancelledAt !== null)
    return (
      <Chip>
        <Trans>Taken back</Trans>
      </Chip>
    );
  if (measure.completedAt === null)
    return (
      <Chip>{measure.startedAt === null ? <Trans>Not begun</Trans> : <Trans>Begun</Trans>}</Chip>
    );
  return (
    measure.band === null && (
      <Chip>
        <Trans>Not scored</Trans>
      </Chip>
    )
  );
};

/** The figure with its denominator, as soon as there is one. */
const Result = (props: { readonly measure: Measure }): ReactNode => {
  const { instrument, score } = props.measure;
  const { name, scoring } = instrumentOf(instrument);
  if (score === null) return name;
  return (
    <Trans>
      {name}: {score} of {scoring.highest}
    </Trans>
  );
};

const Below = (props: { readonly measure: Measure }): ReactNode => {
  const { i18n } = useLingui();
  const { band, dueOn } = props.measure;
  const word = bandWord(band ?? "");
  return (
    <>
      {band !== null && <>{typeof word === "string" ? word : i18n._(word)} · </>}
      <Trans>
        due <Time at={dueOn} />
      </Trans>
    </>
  );
};

/** What was asked of one person, newest first, and asking anew. */
export const MeasuresScreen = (): ReactNode => {
  const { t } = useLingui();
  const patientId = useParam("patientId");
  const [asking, setAsking] = useState(false);
  const measures = useRead(listMeasures, { patientId }, { alsoOn: ["my-measure"] });
  const stays = useRead(listEnrollments, { patientId }, { enabled: asking });
  const mayAsk = useCan("measures:ask");
  const ask = mayAsk && (
    <Button kind="primary" icon={AddIcon} onPress={() => setAsking(true)}>
      <Trans>Ask a measure</Trans>
    </Button>
  );
  const name = measures.data?.rows[0]?.patientName;
  if (isNothing(measures)) return <NothingHere />;
  return (
    <Screen
      title={t`Measures`}
      facts={name}
      above={[{ label: name ?? t`Chart`, to: paths.patient(patientId) }]}
      action={ask}
    >
      <Card flush>
        <Loaded read={measures}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState action={ask}>
                <Trans>Nothing was asked yet.</Trans>
              </EmptyState>
            ) : (
              <Rows label={t`Measures`}>
                {rows.map((measure) => (
                  <Row
                    key={measure.id}
                    to={paths.measure(patientId, measure.id)}
                    title={<Result measure={measure} />}
                    below={<Below measure={measure} />}
                    marks={<State measure={measure} />}
                    quiet={measure.cancelledAt !== null}
                  />
                ))}
              </Rows>
            )
          }
        </Loaded>
      </Card>
      <SidePanel open={asking} onClose={() => setAsking(false)} title={t`Ask a measure`}>
        <Loaded read={stays}>
          {({ rows }) => (
            <AskMeasureForm patientId={patientId} stays={rows} onClose={() => setAsking(false)} />
          )}
        </Loaded>
      </SidePanel>
    </Screen>
  );
};
