import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import {
  bringBackLevelOfCare,
  changeLevelOfCare,
  listLevelsOfCare,
  retireLevelOfCare,
} from "#domain/programs/level-of-care.api.ts";
import type { LevelOfCare } from "#domain/programs/level-of-care.ts";
import { missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useForm } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { LevelUse } from "#web/programs/level-use.tsx";
import { programWords } from "#web/programs/program-words.ts";
import { OfferedActs, Retiring } from "#web/programs/retiring.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { Form } from "#web/ui/form.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const RenameLevel = (props: {
  readonly level: LevelOfCare;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { level } = props;
  const act = useAct(changeLevelOfCare, {
    done: t`Saved.`,
    onDone: props.onClose,
    words: programWords,
    changes: ["program"],
    failureShownInPlace: true,
  });
  const form = useForm({
    id: `level-${level.id}`,
    initial: { name: level.name },
    act,
    toInput: ({ name }) => ({ levelOfCareId: level.id, version: level.version, name }),
    check: (values) => missingOf(values, ["name"]),
  });
  return (
    <Form
      form={form}
      submit={<Trans>Save</Trans>}
      actions={
        <Button onPress={props.onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <TextField label={t`Name`} autoFocus maxLength={60} {...form.field("name")} />
    </Form>
  );
};

/** The levels of care, least care first. Which there are is the field's; what they are called here is the organization's. */
export const LevelsCard = (props: { readonly mayManage: boolean }): ReactNode => {
  const { t } = useLingui();
  const levels = useRead(listLevelsOfCare, {});
  const [renaming, setRenaming] = useState<LevelOfCare | null>(null);
  const [retiring, setRetiring] = useState<LevelOfCare | null>(null);
  const close = (): void => setRenaming(null);
  const retire = useAct(retireLevelOfCare, {
    done: t`Retired.`,
    onDone: () => setRetiring(null),
    words: programWords,
    failureShownInPlace: true,
  });
  const bringBack = useAct(bringBackLevelOfCare, { done: t`In use again.`, words: programWords });
  const acts = (level: LevelOfCare): ReactNode => (
    <OfferedActs
      of={level}
      onlyNamed
      onEdit={() => setRenaming(level)}
      onRetire={() => setRetiring(level)}
      onBringBack={() => void bringBack.run({ levelOfCareId: level.id, version: level.version })}
    />
  );
  return (
    <Card flush title={<Trans>Levels of care</Trans>}>
      <Loaded read={levels}>
        {({ rows }) => (
          <Rows label={t`Levels of care`}>
            {rows.map((level) => (
              <Row
                key={level.id}
                title={level.name}
                quiet={level.retiredAt !== null}
                marks={level.retiredAt !== null && <Chip>{t`Not offered`}</Chip>}
                action={props.mayManage && acts(level)}
              />
            ))}
          </Rows>
        )}
      </Loaded>
      <SidePanel open={renaming !== null} onClose={close} title={t`Rename ${renaming?.name ?? ""}`}>
        {renaming !== null && <RenameLevel key={renaming.id} level={renaming} onClose={close} />}
      </SidePanel>
      <Retiring
        of={retiring}
        act={retire}
        uses={retiring !== null && <LevelUse level={retiring} />}
        onClose={() => setRetiring(null)}
        onRetire={({ id: levelOfCareId, version }, reason, draftId) =>
          retire.run({ levelOfCareId, version, reason }, draftId)
        }
      />
    </Card>
  );
};
