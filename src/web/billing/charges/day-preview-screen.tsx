import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { previewDate } from "#domain/billing/charges/day-charge.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { sumDays } from "#web/billing/charges/day-sums.ts";
import { NotSummed } from "#web/billing/charges/not-summed.tsx";
import { PersonCharges } from "#web/billing/charges/person-charges.tsx";
import { useAddress, useParam } from "#web/platform/address.ts";
import { sayDate } from "#web/platform/dates.ts";
import { addDays } from "#web/platform/days.ts";
import { useKeys } from "#web/platform/keys.ts";
import { sayMoney } from "#web/platform/money.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { isDay } from "#web/platform/typed-day.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useToday } from "#web/platform/use-today.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { NothingHere } from "#web/ui/nothing-here.tsx";
import { OpenRows } from "#web/ui/open-rows.tsx";
import { Screen } from "#web/ui/screen.tsx";

type Preview = Output<typeof previewDate>;

const PersonRow = (props: { readonly row: Preview["rows"][number] }): ReactNode => {
  const { row } = props;
  const payerName = row.payer?.name;
  return (
    <PersonCharges
      row={row}
      below={
        <>
          {payerName ?? <Trans>no policy</Trans>} · {row.levelName}
        </>
      }
      totalCents={row.totalCents}
      services={row.services}
      zone={row.zone}
    />
  );
};

/** By the same rule as charge review: what still runs has come to nothing yet, and what has no price is not nothing. */
const Standing = (props: { readonly preview: Preview }): ReactNode => {
  const { rows, totalCents } = props.preview;
  const { unpriced, running } = sumDays(rows);
  const held = rows.filter(({ state }) => state === "held");
  const heldCents = held.reduce((sum, row) => sum + row.totalCents, 0);
  const [all, waiting] = [sayMoney(totalCents), sayMoney(heldCents)];
  return (
    <>
      {heldCents === 0 ? (
        all
      ) : (
        <Trans>
          {all}, of which {waiting} waits
        </Trans>
      )}
      <NotSummed unpriced={unpriced} running={running} />
    </>
  );
};

const DaySteps = (props: { readonly day: string }): ReactNode => {
  const { t } = useLingui();
  const { go } = useAddress();
  const today = useToday();
  const step = (days: number) => () => go(paths.dayCharges(addDays(props.day, days)));
  const toToday = (): void => go(paths.dayCharges(today));
  useKeys([
    { keys: ["["], label: t`A day back`, run: step(-1) },
    { keys: ["]"], label: t`A day on`, run: step(1) },
    { keys: ["t"], label: t`Today`, run: toToday },
  ]);
  return (
    <>
      <Button onPress={step(-1)} keys={["["]}>
        <Trans>Day before</Trans>
      </Button>
      {props.day !== today && (
        <Button onPress={toToday} keys={["t"]}>
          <Trans>Today</Trans>
        </Button>
      )}
      <Button onPress={step(1)} keys={["]"]}>
        <Trans>Day after</Trans>
      </Button>
    </>
  );
};

const DayPreview = (props: { readonly day: string }): ReactNode => {
  const { t } = useLingui();
  const { day } = props;
  const { many } = usePatientWords();
  const preview = useRead(
    previewDate,
    { serviceDate: day },
    { alsoOn: ["attendance", "session", "note", "contract", "coverage", "consent"] },
  );
  const date = sayDate(day);
  return (
    <Screen
      title={t`What would ${date} bill?`}
      shortTitle={date}
      above={[{ label: t`Charges`, to: paths.charges }]}
      facts={
        <Trans>
          Everybody who was in a session on that day, as it stands now; nothing is kept by looking.
          A day that still runs comes to nothing yet.
        </Trans>
      }
      otherActions={<DaySteps day={day} />}
    >
      <Loaded read={preview}>
        {(data) => (
          <Card
            flush
            title={<Plural value={data.rows.length} _0="Nobody" one="# person" other="# people" />}
            aside={<Standing preview={data} />}
          >
            {data.rows.length === 0 ? (
              <EmptyState>
                <Trans>
                  Nobody was in a session on this day yet. {many} stand here from the moment they
                  come in.
                </Trans>
              </EmptyState>
            ) : (
              <OpenRows label={t`Who was there`}>
                {data.rows.map((row) => (
                  <PersonRow key={row.enrollmentId} row={row} />
                ))}
              </OpenRows>
            )}
          </Card>
        )}
      </Loaded>
    </Screen>
  );
};

/** What a date would bill now, person by person, whether anything of it is signed or over yet. */
export const DayPreviewScreen = (): ReactNode => {
  const day = useParam("serviceDate");
  return isDay(day) ? <DayPreview day={day} /> : <NothingHere />;
};
