import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { labels, type Label } from "#domain/basics/label.ts";
import type { Program } from "#domain/programs/program.ts";
import {
  bringBackTrack,
  changeTrack,
  createTrack,
  retireTrack,
} from "#domain/programs/track.api.ts";
import {
  labelRefusal,
  leastLabel,
  trackKinds,
  type Track,
  type TrackKind,
} from "#domain/programs/track.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FieldProblems, type FormState } from "#web/platform/use-form.ts";
import { useSay } from "#web/platform/use-say.ts";
import { labelWords, programWords, trackKindWords } from "#web/programs/program-words.ts";
import { OfferedActs, Retiring } from "#web/programs/retiring.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { AddIcon, GuardIcon } from "#web/ui/icons.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { SidePanel } from "#web/ui/side-panel.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Values = {
  readonly name: string;
  readonly kind: TrackKind | "";
  readonly label: Label | "";
};

const factsOf = ({ name, kind, label }: Values) => ({ name, kind: made(kind), label: made(label) });

/** The rule of the service, asked before the server is. */
const checkTrack =
  (before: Label | null) =>
  (values: Values): FieldProblems => {
    const refusal =
      values.kind === "" || values.label === ""
        ? null
        : labelRefusal(values.kind, values.label, before);
    return {
      ...missingOf(values, ["name", "kind", "label"]),
      ...(refusal === null ? {} : { label: { code: refusal } }),
    };
  };

const Fields = (props: {
  readonly form: FormState<Values>;
  readonly before: Label | null;
}): ReactNode => {
  const { t } = useLingui();
  const { form, before } = props;
  const kinds = useChoices(trackKinds, trackKindWords);
  const kind = form.field("kind");
  const allowed = labels.filter(
    (label) => form.values.kind === "" || labelRefusal(form.values.kind, label, before) === null,
  );
  const choose = (chosen: TrackKind | ""): void => {
    const least = chosen === "" ? "" : leastLabel(chosen);
    form.set({ kind: chosen, label: before ?? least });
  };
  return (
    <>
      <TextField label={t`Name`} autoFocus maxLength={80} {...form.field("name")} />
      <SelectField label={t`Kind`} choices={kinds} {...kind} onChange={choose} />
      <SelectField
        label={t`Label of its records`}
        hint={t`How closely everything written here is kept. It can become stricter, never weaker.`}
        choices={useChoices(allowed, labelWords)}
        {...form.field("label")}
      />
    </>
  );
};

const TrackForm = (props: {
  readonly programId: string;
  readonly track: Track | null;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { programId, track, onClose } = props;
  const options = {
    done: t`Saved.`,
    onDone: onClose,
    words: programWords,
    changes: ["program"],
    failureShownInPlace: true,
  };
  const create = useAct(createTrack, options);
  const change = useAct(changeTrack, options);
  const initial: Values = {
    name: track?.name ?? "",
    kind: track?.kind ?? "",
    label: track?.label ?? "",
  };
  const shared = { initial, check: checkTrack(track?.label ?? null) };
  const adding = useForm({
    ...shared,
    id: `track-new-${programId}`,
    act: create,
    toInput: (values) => ({ programId, ...factsOf(values) }),
  });
  const changing = useForm({
    ...shared,
    id: `track-${track?.id ?? "none"}`,
    act: change,
    toInput: (values) => ({
      trackId: track?.id ?? "",
      version: track?.version ?? 1,
      ...factsOf(values),
    }),
  });
  const form = track === null ? adding : changing;
  return (
    <PanelForm form={form} submit={<Trans>Save</Trans>} onClose={onClose}>
      <Fields form={form} before={track?.label ?? null} />
    </PanelForm>
  );
};

const TrackRow = (props: {
  readonly track: Track;
  readonly mayManage: boolean;
  readonly onEdit: () => void;
  readonly onRetire: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const say = useSay();
  const { track } = props;
  const { name, id: trackId, version } = track;
  const bringBack = useAct(bringBackTrack, {
    done: t`In use again.`,
    words: programWords,
    changes: ["program"],
  });
  const isRetired = track.retiredAt !== null;
  return (
    <Row
      title={name}
      below={say(trackKindWords, track.kind)}
      quiet={isRetired}
      marks={
        <>
          <Chip icon={GuardIcon}>{say(labelWords, track.label)}</Chip>
          {isRetired && <Chip>{t`Retired`}</Chip>}
        </>
      }
      action={
        props.mayManage && (
          <OfferedActs
            of={track}
            onEdit={props.onEdit}
            onRetire={props.onRetire}
            onBringBack={() => void bringBack.run({ trackId, version })}
          />
        )
      }
    />
  );
};

/** The tracks of a program, each with the label it gives to what is written in it. */
export const TracksCard = (props: {
  readonly program: Program;
  readonly mayManage: boolean;
}): ReactNode => {
  const { t } = useLingui();
  const { program, mayManage } = props;
  const [open, setOpen] = useState<Track | "new" | null>(null);
  const [retiring, setRetiring] = useState<Track | null>(null);
  const close = (): void => setOpen(null);
  const retire = useAct(retireTrack, {
    done: t`Retired.`,
    onDone: () => setRetiring(null),
    words: programWords,
    changes: ["program"],
    failureShownInPlace: true,
  });
  const add = mayManage && (
    <Button size="small" icon={AddIcon} onPress={() => setOpen("new")}>
      <Trans>Add track</Trans>
    </Button>
  );
  return (
    <Card flush title={<Trans>Tracks</Trans>} actions={add}>
      {program.tracks.length === 0 ? (
        <EmptyState>
          <Trans>No track yet. People are admitted to a track; it labels their records.</Trans>
        </EmptyState>
      ) : (
        <Rows label={t`Tracks`}>
          {program.tracks.map((track) => (
            <TrackRow
              key={track.id}
              track={track}
              mayManage={mayManage}
              onEdit={() => setOpen(track)}
              onRetire={() => setRetiring(track)}
            />
          ))}
        </Rows>
      )}
      <SidePanel
        open={open !== null}
        onClose={close}
        title={open === "new" ? t`Add track` : t`Change ${open?.name ?? ""}`}
      >
        {open !== null && (
          <TrackForm
            key={open === "new" ? "new" : `${open.id} ${open.version}`}
            programId={program.id}
            track={open === "new" ? null : open}
            onClose={close}
          />
        )}
      </SidePanel>
      <Retiring
        of={retiring}
        act={retire}
        onClose={() => setRetiring(null)}
        onRetire={({ id: trackId, version }, reason, draftId) =>
          retire.run({ trackId, version, reason }, draftId)
        }
      />
    </Card>
  );
};
