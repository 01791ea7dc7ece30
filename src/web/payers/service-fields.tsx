import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { billingServices } from "#domain/payers/billing-service.ts";
import { serviceModes, serviceUnits } from "#domain/payers/contract-terms.ts";
import { contractWords, serviceWords } from "#web/payers/contract-words.ts";
import { modeWords, quarterRuleWords, unitWords } from "#web/payers/choice-words.ts";
import { hasLine, newServiceRow, type ServiceRow } from "#web/payers/service-row.ts";
import { sayField } from "#web/platform/problem-words.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import { useSay } from "#web/platform/use-say.ts";
import type { FieldBinding, FieldProblems } from "#web/platform/use-form.ts";
import { Button } from "#web/ui/button.tsx";
import { FormPart } from "#web/ui/form-section.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { AddIcon, CloseIcon } from "#web/ui/icons.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { NumberField } from "#web/ui/number-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

interface RowProps {
  readonly row: ServiceRow;
  readonly place: number;
  readonly hasPerDiem: boolean;
  readonly problems: FieldProblems;
  readonly onChange: (change: Partial<ServiceRow>) => void;
  readonly onRemove: () => void;
}

/** Binds the fields of one row: their names say which row, so that the focus finds them. */
const useBind = ({ row, place, problems, onChange }: RowProps) => {
  return <K extends keyof ServiceRow>(name: K): FieldBinding<ServiceRow[K]> => {
    const problem = problems[`services.${place}.${name}`];
    return {
      name: `services.${place}.${name}`,
      value: row[name],
      onChange: (value) => onChange({ [name]: value }),
      error: problem && sayField(name, problem, contractWords),
    };
  };
};

/** The line a service has when it is billed for itself. */
const LineFields = (props: RowProps): ReactNode => {
  const { t } = useLingui();
  const bind = useBind(props);
  const units = useChoices(serviceUnits, unitWords);
  const quarters = useChoices(["full", "midpoint"] as const, quarterRuleWords);
  return (
    <>
      <FieldRow>
        <TextField label={t`Procedure code`} maxLength={5} {...bind("code")} />
        <TextField label={t`Modifiers`} optional maxLength={14} {...bind("codeModifiers")} />
        <TextField
          label={t`Revenue code`}
          optional
          inputMode="numeric"
          maxLength={4}
          {...bind("revenueCode")}
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          label={t`A unit is`}
          choices={units}
          {...bind("unit")}
          onChange={(unit) => props.onChange({ unit: unit === "" ? "service" : unit })}
        />
        {props.row.unit === "quarter-hour" && (
          <SelectField
            label={t`A quarter hour counts`}
            choices={quarters}
            {...bind("quarterRule")}
            onChange={(rule) => props.onChange({ quarterRule: rule === "" ? "full" : rule })}
          />
        )}
        <NumberField label={t`Units a day, at most`} optional {...bind("maxPerDay")} />
      </FieldRow>
    </>
  );
};

const ServiceFields = (props: RowProps): ReactNode => {
  const { t } = useLingui();
  const { row, place, hasPerDiem, problems } = props;
  const services = useChoices(billingServices, serviceWords);
  const fitting = hasPerDiem
    ? serviceModes.filter((mode) => mode !== "per-service")
    : (["per-service", "not-billable"] as const);
  const modes = useChoices(fitting, modeWords);
  const bind = useBind(props);
  const say = useSay();
  const name = say(serviceWords, row.service);
  const whole = problems[`services.${place}`];
  return (
    <FormPart>
      <FieldRow
        end={<IconButton icon={CloseIcon} label={t`Remove ${name}`} onPress={props.onRemove} />}
      >
        <SelectField
          label={t`Service`}
          choices={services}
          {...bind("service")}
          onChange={(service) =>
            props.onChange({ service: service === "" ? row.service : service })
          }
          error={whole && sayField("services", whole, contractWords)}
        />
        <SelectField
          label={t`What becomes of it`}
          choices={modes}
          {...bind("mode")}
          onChange={(mode) => props.onChange({ mode: mode === "" ? row.mode : mode })}
        />
        {row.mode !== "not-billable" && (
          <NumberField label={t`From minutes`} {...bind("minimumMinutes")} />
        )}
      </FieldRow>
      {hasLine(row) && <LineFields {...props} />}
    </FormPart>
  );
};

/** What becomes of each service. One may stand several times, from more minutes on each time. */
export const ServicesFields = (props: {
  readonly rows: FieldBinding<readonly ServiceRow[]>;
  readonly hasPerDiem: boolean;
  readonly problems: FieldProblems;
}): ReactNode => {
  const { rows, hasPerDiem, problems } = props;
  const { value, onChange } = rows;
  const add = (): void => {
    const free = billingServices.find((one) => !value.some(({ service }) => service === one));
    onChange([...value, newServiceRow(crypto.randomUUID(), free ?? "group-therapy", hasPerDiem)]);
  };
  return (
    <>
      {value.map((row, place) => (
        <ServiceFields
          key={row.key}
          row={row}
          place={place}
          hasPerDiem={hasPerDiem}
          problems={problems}
          onChange={(change) =>
            onChange(value.map((one) => (one.key === row.key ? { ...one, ...change } : one)))
          }
          onRemove={() => onChange(value.filter((one) => one.key !== row.key))}
        />
      ))}
      <FieldRow
        end={
          <Button icon={AddIcon} onPress={add}>
            <Trans>Add service</Trans>
          </Button>
        }
      />
    </>
  );
};
