import { Select } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { FieldFrame, type FieldFrameProps } from "#web/ui/field.tsx";
import { KitProvider } from "#web/ui/kit-provider.tsx";
import { pickStyles } from "#web/ui/pick-styles.ts";
import type { Choice } from "#web/ui/select-field.tsx";

export interface FindFieldProps extends FieldFrameProps, FieldBinding<string> {
  /** What was found for the text that is typed, best first. */
  readonly found: readonly Choice[];
  readonly onFind: (text: string) => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

/** One of more than a list can hold: the text that is typed is sent away, and what is found comes back. */
export const FindField = (props: FindFieldProps): ReactNode => {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [typed, setTyped] = useState("");
  const known = [chosen, ...props.found].find((one) => one?.value === props.value);
  const own =
    props.value === "" ? [] : [{ value: props.value, label: known?.label ?? props.value }];
  const isFound = ({ value }: Choice): boolean => props.found.some((one) => one.value === value);
  const data = [...props.found, ...own.filter((one) => !isFound(one))];
  const choose = (value: string): void => {
    setChosen(data.find((one) => one.value === value) ?? null);
    props.onChange(value);
  };
  /** What is found comes after the kit has looked for its first option: Enter takes the best of it. */
  const takeBest = (event: KeyboardEvent<HTMLInputElement>): void => {
    const isAtOption = (event.currentTarget.getAttribute("aria-activedescendant") ?? "") !== "";
    const [best] = props.found;
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || isAtOption) return;
    if (best === undefined || event.currentTarget.value === own[0]?.label) return;
    event.preventDefault();
    choose(best.value);
  };
  return (
    <FieldFrame label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
      {(tied) => (
        <KitProvider>
          <Select
            {...tied}
            data-field={props.name}
            classNames={pickStyles}
            data={data}
            value={props.value === "" ? null : props.value}
            onChange={(value) => choose(value ?? "")}
            onKeyDown={takeBest}
            onSearchChange={(text) => {
              setTyped(text);
              props.onFind(text);
            }}
            placeholder={props.placeholder}
            autoFocus={props.autoFocus ?? false}
            clearable
            allowDeselect={false}
            searchable
            // What stands there already is offered until something else is typed: it must not lie over what is found.
            filter={({ options, search }) =>
              search === "" ? options : data.filter((one) => isFound(one))
            }
            selectFirstOptionOnChange
            // Nothing was looked for before anything is typed.
            {...(typed !== "" && { nothingFoundMessage: t`Nothing found` })}
            withScrollArea={false}
            error={props.error !== undefined}
            withErrorStyles={false}
            comboboxProps={{ withinPortal: false, shadow: "md", transitionProps: { duration: 0 } }}
          />
        </KitProvider>
      )}
    </FieldFrame>
  );
};
