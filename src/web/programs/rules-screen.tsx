import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { listAttendanceRules } from "#domain/programs/attendance-rule.api.ts";
import type { AttendanceRule } from "#domain/programs/attendance-rule.ts";
import { listHourRules } from "#domain/programs/hour-rule.api.ts";
import type { HourRule } from "#domain/programs/hour-rule.ts";
import { listLevelsOfCare } from "#domain/programs/level-of-care.api.ts";
import type { LevelOfCare } from "#domain/programs/level-of-care.ts";
import { isTakenBack } from "#domain/programs/rule-version.ts";
import { populations, type Population } from "#domain/programs/population.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { useSay } from "#web/platform/use-say.ts";
import { useToday } from "#web/platform/use-today.ts";
import { AttendanceRuleForm } from "#web/programs/attendance-rule-form.tsx";
import { HourRuleForm } from "#web/programs/hour-rule-form.tsx";
import { populationWords, useSayAttendanceRule, useSayHourRule } from "#web/programs/rule-words.ts";
import { TakeBackRule } from "#web/programs/take-back-rule.tsx";
import { VersionRow } from "#web/programs/rule-versions.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Rows } from "#web/ui/rows.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

type Asking =
  | { readonly kind: "hours"; readonly level: LevelOfCare; readonly population: Population }
  | { readonly kind: "attendance" };

const usualAge = 18;

const versionsOf = (rules: readonly HourRule[], level: LevelOfCare, population: Population) =>
  rules.filter((rule) => rule.level.id === level.id && rule.population === population);

/** The version that a new one follows. */
const newestOf = <Rule extends Pick<HourRule, "effectiveFrom" | "effectiveTo">>(
  versions: readonly Rule[],
): Rule | undefined => versions.find((version) => !isTakenBack(version));

const PublishButton = (props: { readonly label: string; readonly onPress: () => void }) => (
  <Button size="small" icon={AddIcon} label={props.label} onPress={props.onPress}>
    <Trans>New version</Trans>
  </Button>
);

/** The hour rule of one level for one population, every version of it. */
const HourRulesCard = (props: {
  readonly level: LevelOfCare;
  readonly population: Population;
  readonly versions: readonly HourRule[];
  readonly belowAge: number;
  readonly today: string;
  readonly onPublish: (() => void) | undefined;
}): ReactNode => {
  const { t } = useLingui();
  const say = useSay();
  const sayRule = useSayHourRule();
  const { level, population, versions, belowAge, onPublish } = props;
  const who = say(populationWords, population).toLocaleLowerCase();
  const title = `${level.name}, ${who}`;
  return (
    <Card
      flush
      title={title}
      aside={
        population === "adolescent" ? (
          <Trans>younger than {belowAge}</Trans>
        ) : (
          <Trans>{belowAge} and older</Trans>
        )
      }
      actions={onPublish && <PublishButton label={t`New version: ${title}`} onPress={onPublish} />}
    >
      {versions.length === 0 ? (
        <EmptyState>
          <Trans>No rule yet: these weeks are measured against nothing.</Trans>
        </EmptyState>
      ) : (
        <Rows label={title}>
          {versions.map((version) => (
            <VersionRow
              key={version.id}
              version={version}
              title={sayRule(version)}
              detail={version.name}
              today={props.today}
              action={
                props.onPublish && (
                  <TakeBackRule
                    kind="hours"
                    versions={versions}
                    version={version}
                    today={props.today}
                  />
                )
              }
            />
          ))}
        </Rows>
      )}
    </Card>
  );
};

const AttendanceRulesCard = (props: {
  readonly versions: readonly AttendanceRule[];
  readonly today: string;
  readonly onPublish: (() => void) | undefined;
}): ReactNode => {
  const { t } = useLingui();
  const sayRule = useSayAttendanceRule();
  const { versions, onPublish } = props;
  return (
    <Card
      flush
      title={<Trans>How attendance counts</Trans>}
      actions={
        onPublish && (
          <PublishButton label={t`New version of the attendance rule`} onPress={onPublish} />
        )
      }
    >
      {versions.length === 0 ? (
        <EmptyState>
          <Trans>No rule yet: every minute of presence counts.</Trans>
        </EmptyState>
      ) : (
        <Rows label={t`How attendance counts`}>
          {versions.map((version) => (
            <VersionRow
              key={version.id}
              version={version}
              title={version.name}
              detail={sayRule(version).replace(/\.$/u, "")}
              today={props.today}
              action={
                onPublish && (
                  <TakeBackRule
                    kind="attendance"
                    versions={versions}
                    version={version}
                    today={props.today}
                  />
                )
              }
            />
          ))}
        </Rows>
      )}
    </Card>
  );
};

interface Rules {
  readonly hours: readonly HourRule[];
  readonly attendance: readonly AttendanceRule[];
}

const belowAgeOf = (rules: readonly HourRule[], level: LevelOfCare): number =>
  newestOf(versionsOf(rules, level, "adolescent"))?.adolescentBelowAge ?? usualAge;

const PublishPanel = (
  props: Rules & {
    readonly asking: Asking | null;
    readonly today: string;
    readonly onClose: () => void;
  },
): ReactNode => {
  const say = useSay();
  const { asking, today, onClose } = props;
  const name = asking?.kind === "hours" ? asking.level.name : "";
  const who =
    asking?.kind === "hours" ? say(populationWords, asking.population).toLocaleLowerCase() : "";
  return (
    <SidePanel
      open={asking !== null}
      onClose={onClose}
      title={
        asking?.kind === "hours" ? (
          <Trans>
            Hours of a week: {name}, {who}
          </Trans>
        ) : (
          <Trans>How attendance counts</Trans>
        )
      }
    >
      {asking?.kind === "hours" && (
        <HourRuleForm
          key={`${asking.level.id} ${asking.population}`}
          level={asking.level}
          population={asking.population}
          before={newestOf(versionsOf(props.hours, asking.level, asking.population)) ?? null}
          belowAge={belowAgeOf(props.hours, asking.level)}
          today={today}
          onClose={onClose}
        />
      )}
      {asking?.kind === "attendance" && (
        <AttendanceRuleForm
          before={newestOf(props.attendance) ?? null}
          today={today}
          onClose={onClose}
        />
      )}
    </SidePanel>
  );
};

/** The rules by which weeks and presence are counted: what is in force, what was, what comes. */
export const RulesScreen = (): ReactNode => {
  const { t } = useLingui();
  const levels = useRead(listLevelsOfCare, {});
  const hours = useRead(listHourRules, {}, { alsoOn: ["level-of-care"] });
  const attendance = useRead(listAttendanceRules, {});
  const mayManage = useCan("programs:manage");
  const today = useToday();
  const [asking, setAsking] = useState<Asking | null>(null);
  const rules = { hours: hours.data?.rows ?? [], attendance: attendance.data?.rows ?? [] };
  const offered = (levels.data?.rows ?? [])
    .filter((level) => level.retiredAt === null)
    .toSorted((one, other) => other.rank - one.rank);
  const publish = (what: Asking) => (mayManage ? () => setAsking(what) : undefined);
  return (
    <Screen
      title={t`Rules of hours and attendance`}
      shortTitle={t`Rules`}
      facts={
        <Trans>
          Published in versions. Each says from when it holds and by whose authority, and is never
          changed.
        </Trans>
      }
      above={[{ label: t`Programs`, to: paths.programs }]}
    >
      <Columns
        aside={
          <Loaded read={attendance}>
            {({ rows }) => (
              <AttendanceRulesCard
                versions={rows}
                today={today}
                onPublish={publish({ kind: "attendance" })}
              />
            )}
          </Loaded>
        }
      >
        <Loaded read={hours}>
          {({ rows }) =>
            offered.flatMap((level) =>
              populations.map((population) => (
                <HourRulesCard
                  key={`${level.id} ${population}`}
                  level={level}
                  population={population}
                  versions={versionsOf(rows, level, population)}
                  belowAge={belowAgeOf(rows, level)}
                  today={today}
                  onPublish={publish({ kind: "hours", level, population })}
                />
              )),
            )
          }
        </Loaded>
      </Columns>
      <PublishPanel {...rules} asking={asking} today={today} onClose={() => setAsking(null)} />
    </Screen>
  );
};
