import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listPrograms } from "#domain/programs/program.api.ts";
import type { Program } from "#domain/programs/program.ts";
import { useSearchWord } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useReadPages } from "#web/platform/use-read.ts";
import { useSay } from "#web/platform/use-say.ts";
import { ActivityTypesCard } from "#web/programs/activity-types-card.tsx";
import { LevelsCard } from "#web/programs/levels-card.tsx";
import { ProgramForm } from "#web/programs/program-form.tsx";
import { agesWords } from "#web/programs/program-words.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { AddIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

const ProgramRow = (props: { readonly program: Program }): ReactNode => {
  const { t } = useLingui();
  const say = useSay();
  const { program } = props;
  const tracks = program.tracks.filter((track) => track.retiredAt === null);
  return (
    <Row
      to={paths.program(program.id)}
      title={program.name}
      quiet={program.retiredAt !== null}
      below={[
        program.site.name,
        say(agesWords, program.ages),
        program.levels.map((level) => level.name).join(", "),
        tracks.length === 0 ? t`no track yet` : tracks.map((track) => track.name).join(", "),
      ].join(" · ")}
      marks={
        <>
          {program.isListed && <Chip>{t`Public`}</Chip>}
          {program.retiredAt !== null && <Chip>{t`Retired`}</Chip>}
        </>
      }
    />
  );
};

/** What the organization offers: programs with their tracks, levels of care, types of activity. */
export const ProgramsScreen = (): ReactNode => {
  const { t } = useLingui();
  const [adding, setAdding] = useSearchWord("add");
  const programs = useReadPages(
    listPrograms,
    { state: "all", limit: 200 },
    { alsoOn: ["track", "level-of-care"] },
  );
  const mayManage = useCan("programs:manage");
  const open = (): void => setAdding("program");
  const close = (): void => setAdding("");
  useKeys(mayManage ? [{ keys: ["n"], label: t`Add program`, run: open }] : []);
  const add = mayManage && (
    <Button kind="primary" icon={AddIcon} onPress={open} keys={["n"]}>
      <Trans>Add program</Trans>
    </Button>
  );
  return (
    <Screen
      title={t`Programs`}
      facts={<Trans>What is offered, for whom, and what of it counts toward hours.</Trans>}
      otherActions={
        <Button to={paths.rules}>
          <Trans>Rules of hours and attendance</Trans>
        </Button>
      }
      action={add}
    >
      <Columns aside={<LevelsCard mayManage={mayManage} />}>
        <Card flush title={<Trans>Programs</Trans>}>
          <Loaded read={{ data: programs.rows, error: programs.error, refetch: programs.refetch }}>
            {(rows) =>
              rows.length === 0 ? (
                <EmptyState action={add}>
                  <Trans>No program yet. Add the first; tracks and sessions follow.</Trans>
                </EmptyState>
              ) : (
                <Rows label={t`Programs`}>
                  {rows.map((program) => (
                    <ProgramRow key={program.id} program={program} />
                  ))}
                </Rows>
              )
            }
          </Loaded>
        </Card>
        <ActivityTypesCard mayManage={mayManage} />
      </Columns>
      <SidePanel
        open={adding === "program" && mayManage}
        onClose={close}
        title={<Trans>Add program</Trans>}
      >
        <ProgramForm program={null} onClose={close} />
      </SidePanel>
    </Screen>
  );
};
