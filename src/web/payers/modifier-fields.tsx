import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { whenWords } from "#web/payers/choice-words.ts";
import type { TermsValues } from "#web/payers/terms-values.ts";
import { useChoices } from "#web/platform/use-choices.ts";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { Button } from "#web/ui/button.tsx";
import { FieldRow } from "#web/ui/form.tsx";
import { AddIcon, CloseIcon } from "#web/ui/icons.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Row = TermsValues["modifiers"][number];

const kinds = [
  "always",
  "credential",
  "adolescent",
  "adult",
  "video",
  "phone",
  "telehealth",
] as const;

const ModifierRow = (props: {
  readonly row: Row;
  readonly place: number;
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const { row, place, onChange } = props;
  const number = place + 1;
  const [written = "always", ...types] = row.when.split(" ");
  const kind = kinds.find((one) => one === written) ?? "always";
  return (
    <FieldRow
      end={
        <IconButton
          icon={CloseIcon}
          label={t`Remove modifier ${number}`}
          onPress={props.onRemove}
        />
      }
    >
      <TextField
        label={t`Modifier ${number}`}
        name={`modifiers.${place}`}
        maxLength={2}
        value={row.modifier}
        onChange={(modifier) => onChange({ ...row, modifier })}
      />
      <SelectField
        label={t`When`}
        name={`modifiers.${place}.when`}
        choices={useChoices(kinds, whenWords)}
        value={kind}
        onChange={(when) =>
          onChange({ ...row, when: when === "credential" ? "credential LCSW" : when })
        }
      />
      {kind === "credential" && (
        <TextField
          label={t`Any of these letters`}
          name={`modifiers.${place}.types`}
          value={types.join(" ")}
          onChange={(text) => onChange({ ...row, when: `credential ${text.toUpperCase()}` })}
        />
      )}
    </FieldRow>
  );
};

/** Modifiers in the order in which the payer wants them; a line takes the first four that apply. */
export const ModifiersFields = (props: {
  readonly rows: FieldBinding<TermsValues["modifiers"]>;
}): ReactNode => {
  const { value, onChange } = props.rows;
  return (
    <>
      {value.map((row, place) => (
        <ModifierRow
          key={place}
          row={row}
          place={place}
          onChange={(next) => onChange(value.map((one, at) => (at === place ? next : one)))}
          onRemove={() => onChange(value.filter((_, at) => at !== place))}
        />
      ))}
      <FieldRow
        end={
          <Button
            icon={AddIcon}
            onPress={() => onChange([...value, { modifier: "", when: "always" }])}
          >
            <Trans>Add modifier</Trans>
          </Button>
        }
      />
    </>
  );
};
