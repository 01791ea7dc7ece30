import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Chart } from "#domain/charting/chart.ts";
import {
  addAuthorization,
  changeAuthorization,
  retireAuthorization,
} from "#domain/coverage/authorization.api.ts";
import { authorizationUnits, type AuthorizationUnit } from "#domain/payers/authorization-unit.ts";
import { listCoverages } from "#domain/coverage/coverage.api.ts";
import type { Coverage } from "#domain/coverage/coverage.ts";
import {
  authorizationWords,
  planFieldWords,
  planWords,
  unitWords,
} from "#web/charting/plan-words.ts";
import { made, missingOf } from "#web/platform/missing-of.ts";
import { changedFields } from "#web/platform/three-sides.ts";
import { useAct } from "#web/platform/use-act.ts";
import { useChangeForm } from "#web/platform/use-change-form.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useForm, type FieldBinding } from "#web/platform/use-form.ts";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Disagreements } from "#web/ui/disagreements.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { FieldRow, Form } from "#web/ui/form.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { NumberField } from "#web/ui/number-field.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TakeBack } from "#web/ui/take-back.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Allowed = Chart["authorizations"][number];

type AllowedValues = {
  readonly number: string;
  readonly units: number | null;
  readonly unit: AuthorizationUnit | "";
  readonly startsOn: string;
  readonly endsOn: string;
};

const allowedFields = ["number", "units", "unit", "startsOn", "endsOn"] as const;

const checkAllowed = (values: AllowedValues) => {
  const missing = missingOf(values, allowedFields);
  const { startsOn, endsOn } = values;
  return startsOn !== "" && endsOn !== "" && endsOn < startsOn
    ? { ...missing, endsOn: { code: "before-start" } }
    : missing;
};

const AllowedFields = (props: {
  readonly fields: { readonly [K in keyof AllowedValues]: FieldBinding<AllowedValues[K]> };
}): ReactNode => {
  const { t } = useLingui();
  const { fields } = props;
  const units = useChoices(authorizationUnits, unitWords);
  return (
    <>
      <TextField label={t`Authorization number`} maxLength={50} {...fields.number} />
      <FieldRow>
        <NumberField label={t`Units`} {...fields.units} />
        <SelectField label={t`Counted in`} choices={units} {...fields.unit} />
      </FieldRow>
      <FieldRow>
        <DateField label={t`From`} {...fields.startsOn} />
        <DateField label={t`Through`} {...fields.endsOn} />
      </FieldRow>
    </>
  );
};

interface Stay {
  readonly id: string;
  readonly name: string;
}

const AddForm = (props: {
  readonly stays: readonly Stay[];
  readonly coverages: readonly Coverage[];
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { stays, coverages, onClose } = props;
  const act = useAct(addAuthorization, {
    done: t`Authorization added.`,
    onDone: onClose,
    words: planWords,
    changes: ["chart"],
    failureShownInPlace: true,
  });
  const firstStay = stays.length === 1 ? stays[0]?.id : undefined;
  const firstCoverage = coverages.length === 1 ? coverages[0]?.id : undefined;
  const initial: AllowedValues & { enrollmentId: string; coverageId: string } = {
    enrollmentId: firstStay ?? "",
    coverageId: firstCoverage ?? "",
    number: "",
    units: null,
    unit: "",
    startsOn: "",
    endsOn: "",
  };
  const form = useForm({
    id: `authorization-new-${stays[0]?.id ?? ""}`,
    initial,
    act,
    toInput: ({ unit, units, ...values }) => ({ ...values, units: units ?? 0, unit: made(unit) }),
    check: (values) => ({
      ...missingOf(values, ["enrollmentId", "coverageId"]),
      ...checkAllowed(values),
    }),
  });
  return (
    <PanelForm form={form} submit={<Trans>Add authorization</Trans>} onClose={onClose}>
      {stays.length > 1 && (
        <SelectField
          label={t`Stay`}
          choices={stays.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field("enrollmentId")}
        />
      )}
      <SelectField
        label={t`Policy`}
        choices={coverages.map(({ id, payer, memberNumber }) => ({
          value: id,
          label: `${payer.name} · ${memberNumber}`,
        }))}
        {...form.field("coverageId")}
      />
      <AllowedFields
        fields={{
          number: form.field("number"),
          units: form.field("units"),
          unit: form.field("unit"),
          startsOn: form.field("startsOn"),
          endsOn: form.field("endsOn"),
        }}
      />
    </PanelForm>
  );
};

/** Writes down what a payer allowed for a running stay. */
export const AddAuthorizationForm = (props: {
  readonly patientId: string;
  readonly stays: readonly Stay[];
  readonly onClose: () => void;
}): ReactNode => {
  const { patientId, stays, onClose } = props;
  const coverages = useRead(listCoverages, { patientId });
  return (
    <Loaded read={coverages}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState>
            <Trans>
              No policy is on file, so no payer can have allowed anything. Add the policy under
              Coverage first.
            </Trans>
          </EmptyState>
        ) : (
          <AddForm stays={stays} coverages={rows} onClose={onClose} />
        )
      }
    </Loaded>
  );
};

const Mistaken = (props: { readonly allowed: Allowed; readonly onDone: () => void }): ReactNode => {
  const { t } = useLingui();
  const { id: authorizationId, version, number } = props.allowed;
  const retire = useAct(retireAuthorization, {
    done: t`Taken back.`,
    onDone: props.onDone,
    words: planWords,
    changes: ["chart"],
    failureShownInPlace: true,
  });
  return (
    <TakeBack
      label={<Trans>Entered by mistake</Trans>}
      kind="quiet"
      title={<Trans>Take back authorization {number}?</Trans>}
      act={retire}
      of={authorizationId}
      onTakeBack={(reason, draftId) => retire.run({ authorizationId, version, reason }, draftId)}
    >
      <Trans>It counts no more and leaves the chart. Its history stays.</Trans>
    </TakeBack>
  );
};

const allowedValues = ({ number, units, unit, startsOn, endsOn }: Allowed): AllowedValues => ({
  number,
  units,
  unit,
  startsOn,
  endsOn,
});

/** Extends an authorization or puts it right: a later last day, more units, a number mended. */
export const ChangeAuthorizationForm = (props: {
  readonly allowed: Allowed;
  readonly refresh: () => unknown;
  readonly onClose: () => void;
}): ReactNode => {
  const { t, i18n } = useLingui();
  const { allowed, onClose } = props;
  const act = useAct(changeAuthorization, {
    done: t`Saved.`,
    onDone: onClose,
    words: { ...planWords, ...authorizationWords },
    changes: ["chart"],
    failureShownInPlace: true,
  });
  const form = useChangeForm({
    id: `authorization-${allowed.id}`,
    record: allowed,
    refresh: props.refresh,
    valuesOf: allowedValues,
    act,
    toInput: (values, base) => {
      const { unit, units, ...rest } = changedFields(values, allowedValues(base));
      return {
        authorizationId: base.id,
        version: base.version,
        ...rest,
        ...(units !== undefined && { units: units ?? 0 }),
        ...(unit !== undefined && { unit: made(unit) }),
      };
    },
    check: checkAllowed,
  });
  const cancel = (): void => {
    form.reset();
    onClose();
  };
  const sayUnit = (_: string, value: unknown): string | undefined => {
    const unit = authorizationUnits.find((one) => one === value);
    return unit === undefined ? undefined : i18n._(unitWords[unit]);
  };
  return (
    <Form
      form={form}
      submit={<Trans>Save</Trans>}
      actions={
        <>
          <Button onPress={cancel}>
            <Trans>Cancel</Trans>
          </Button>
          <Mistaken allowed={allowed} onDone={onClose} />
        </>
      }
    >
      <Disagreements fields={form.disagreements} words={planFieldWords} say={sayUnit} />
      <AllowedFields
        fields={{
          number: form.field("number"),
          units: form.field("units"),
          unit: form.field("unit"),
          startsOn: form.field("startsOn"),
          endsOn: form.field("endsOn"),
        }}
      />
    </Form>
  );
};
