import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listHourRules } from "#domain/programs/hour-rule.api.ts";
import type { HourRule } from "#domain/programs/hour-rule.ts";
import { populationsOf, type Population } from "#domain/programs/population.ts";
import type { Program } from "#domain/programs/program.ts";
import { paths } from "#web/platform/paths.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSay } from "#web/platform/use-say.ts";
import { useToday } from "#web/platform/use-today.ts";
import { populationWords, useSayHourRule } from "#web/programs/rule-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";

const HoursRow = (props: {
  readonly levelName: string;
  readonly population: Population;
  readonly rule: HourRule | undefined;
}): ReactNode => {
  const say = useSay();
  const sayRule = useSayHourRule();
  const { levelName, population, rule } = props;
  return (
    <Row
      title={`${levelName}, ${say(populationWords, population).toLocaleLowerCase()}`}
      below={
        rule === undefined ? (
          <Trans>No rule yet: these weeks are measured against nothing.</Trans>
        ) : (
          sayRule(rule)
        )
      }
    />
  );
};

/** What a week of the program must hold today. The rules are of levels, not of programs: they are changed where all of them stand. */
export const ProgramHoursCard = (props: { readonly program: Program }): ReactNode => {
  const { t } = useLingui();
  const { levels, ages, site } = props.program;
  const read = useRead(listHourRules, { on: useToday(site.zone) });
  return (
    <Card
      flush
      title={t`Hours of a week`}
      aside={<Trans>the same in every program of the level</Trans>}
      actions={
        <Button size="small" to={paths.rules}>
          <Trans>Rules of hours</Trans>
        </Button>
      }
    >
      <Loaded read={read}>
        {({ rows }) => (
          <Rows label={t`Hours of a week`}>
            {levels.flatMap((level) =>
              populationsOf(ages).map((population) => (
                <HoursRow
                  key={`${level.id} ${population}`}
                  levelName={level.name}
                  population={population}
                  rule={rows.find(
                    (one) => one.level.id === level.id && one.population === population,
                  )}
                />
              )),
            )}
          </Rows>
        )}
      </Loaded>
    </Card>
  );
};
