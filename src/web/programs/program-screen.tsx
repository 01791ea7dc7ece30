import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import {
  bringBackProgram,
  listProgramRevisions,
  readProgram,
  retireProgram,
} from "#domain/programs/program.api.ts";
import type { Program } from "#domain/programs/program.ts";
import { useParam } from "#web/platform/address.ts";
import { useKeys } from "#web/platform/keys.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan } from "#web/platform/session.tsx";
import { useAct } from "#web/platform/use-act.ts";
import { useRead } from "#web/platform/use-read.ts";
import { useSay } from "#web/platform/use-say.ts";
import { ProgramForm } from "#web/programs/program-form.tsx";
import { ProgramHoursCard } from "#web/programs/program-hours-card.tsx";
import { agesWords, programHistoryWords, programWords } from "#web/programs/program-words.ts";
import { Retiring } from "#web/programs/retiring.tsx";
import { TracksCard } from "#web/programs/tracks-card.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { HistoryCard } from "#web/ui/history-card.tsx";
import { EditIcon, RetireIcon, UndoIcon } from "#web/ui/icons.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { Columns, Screen } from "#web/ui/screen.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";

const ProgramEnding = (props: { readonly program: Program }): ReactNode => {
  const { t } = useLingui();
  const { id: programId, version, retiredAt } = props.program;
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  const retire = useAct(retireProgram, {
    done: t`Retired.`,
    onDone: close,
    words: programWords,
    failureShownInPlace: true,
  });
  const bringBack = useAct(bringBackProgram, { done: t`In use again.`, words: programWords });
  return retiredAt === null ? (
    <>
      <Button icon={RetireIcon} onPress={() => setAsking(true)}>
        <Trans>Retire</Trans>
      </Button>
      <Retiring
        of={asking ? props.program : null}
        act={retire}
        onClose={close}
        onRetire={(_, reason, draftId) => retire.run({ programId, version, reason }, draftId)}
      />
    </>
  ) : (
    <Button
      icon={UndoIcon}
      busy={bringBack.busy}
      onPress={() => void bringBack.run({ programId, version })}
    >
      <Trans>Bring back</Trans>
    </Button>
  );
};

const ProgramFacts = (props: { readonly program: Program }): ReactNode => {
  const { t } = useLingui();
  const say = useSay();
  const { program } = props;
  return (
    <Card title={<Trans>Facts</Trans>}>
      <Facts
        facts={[
          { name: <Trans>Site</Trans>, value: program.site.name },
          { name: <Trans>For</Trans>, value: say(agesWords, program.ages) },
          {
            name: <Trans>Levels of care</Trans>,
            value: program.levels.map((level) => level.name).join(", "),
          },
          {
            name: <Trans>Name for the public</Trans>,
            value: program.publicName,
            absent: <Trans>the same</Trans>,
          },
          {
            name: <Trans>Summary</Trans>,
            value: program.summary,
            absent: <Trans>none</Trans>,
          },
          {
            name: <Trans>Shown to the public</Trans>,
            value: program.isListed ? t`yes` : t`no`,
          },
        ]}
      />
    </Card>
  );
};

const ProgramPage = (props: { readonly program: Program }): ReactNode => {
  const { t } = useLingui();
  const { program } = props;
  const [editing, setEditing] = useState(false);
  const history = useRead(listProgramRevisions, { programId: program.id });
  const mayManage = useCan("programs:manage");
  const mayChange = mayManage && program.retiredAt === null;
  const edit = (): void => setEditing(true);
  const close = (): void => setEditing(false);
  useKeys(mayChange ? [{ keys: ["e"], label: t`Change program`, run: edit }] : []);
  return (
    <Screen
      title={program.name}
      above={[{ label: t`Programs`, to: paths.programs }]}
      marks={program.retiredAt !== null && <Chip>{t`Retired`}</Chip>}
      action={
        mayChange && (
          <Button kind="primary" icon={EditIcon} onPress={edit} keys={["e"]}>
            <Trans>Change</Trans>
          </Button>
        )
      }
      otherActions={mayManage && <ProgramEnding program={program} />}
    >
      <Columns
        aside={
          <>
            <ProgramFacts program={program} />
            <HistoryCard read={history} words={programHistoryWords} />
          </>
        }
      >
        <TracksCard program={program} mayManage={mayChange} />
        <ProgramHoursCard program={program} />
      </Columns>
      <SidePanel open={editing} onClose={close} title={<Trans>Change program</Trans>}>
        <ProgramForm key={program.version} program={program} onClose={close} />
      </SidePanel>
    </Screen>
  );
};

/** One program: its facts, tracks and history. */
export const ProgramScreen = (): ReactNode => {
  const programId = useParam("programId");
  const program = useRead(readProgram, { programId }, { alsoOn: ["track"] });
  return <Loaded read={program}>{(data) => <ProgramPage key={data.id} program={data} />}</Loaded>;
};
