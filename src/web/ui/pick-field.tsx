import { Select, type ComboboxParsedItem } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { useState, type FocusEvent, type KeyboardEvent, type ReactNode } from "react";
import type { FieldBinding } from "#web/platform/use-form.ts";
import { FieldFrame, type FieldFrameProps } from "#web/ui/field.tsx";
import { KitProvider } from "#web/ui/kit-provider.tsx";
import { pickStyles } from "#web/ui/pick-styles.ts";
import { ranked } from "#web/ui/ranked.ts";
import type { Choice } from "#web/ui/select-field.tsx";

export interface PickFieldProps<V extends string> extends FieldFrameProps, FieldBinding<V | ""> {
  readonly choices: readonly Choice<V>[];
  readonly placeholder?: string;
  /** A cross that empties the field. */
  readonly clearable?: boolean;
  readonly autoFocus?: boolean;
}

interface Findings<V extends string> {
  readonly options: readonly ComboboxParsedItem<V>[];
  readonly search: string;
}

/** What begins as it was typed stands before what only holds it somewhere: "or" finds Oregon before New York. */
const bestFirst = <V extends string>({ options, search }: Findings<V>): ComboboxParsedItem<V>[] =>
  ranked(
    options.flatMap((option) => ("label" in option ? [{ ...option, name: option.label }] : [])),
    search,
  ).map(({ name: _, ...option }) => option);

/**
 * Whoever typed and goes on takes what stood highlighted, as by Enter; Escape closes the list and nothing is taken.
 * (ARIA Authoring Practices, combobox with automatic selection.)
 */
const takeHighlighted = (
  event: FocusEvent<HTMLElement> | KeyboardEvent<HTMLElement>,
  chosen: string,
): void => {
  const { target, currentTarget } = event;
  if (!(target instanceof HTMLInputElement)) return;
  const isTyped = target.value.trim() !== "" && target.value !== chosen;
  if (!isTyped || target.getAttribute("aria-expanded") !== "true") return;
  currentTarget.querySelector<HTMLElement>("[data-combobox-selected]")?.click();
};

/** One of many, found by typing: time zones, states, supervisors. */
export const PickField = <V extends string>(props: PickFieldProps<V>): ReactNode => {
  const { t } = useLingui();
  const chosen = props.choices.find(({ value }) => value === props.value)?.label ?? "";
  const [search, setSearch] = useState(chosen);
  return (
    <FieldFrame label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
      {(tied) => (
        // By Tab it is taken before the focus moves on: what is asked next may follow from it.
        <div
          onKeyDownCapture={(event) => event.key === "Tab" && takeHighlighted(event, chosen)}
          onBlurCapture={(event) => takeHighlighted(event, chosen)}
        >
          <KitProvider>
            <Select
              {...tied}
              data-field={props.name}
              data-autofocus={props.autoFocus || undefined}
              autoFocus={props.autoFocus}
              classNames={pickStyles}
              data={props.choices.map((choice) => ({ value: choice.value, label: choice.label }))}
              value={props.value === "" ? null : props.value}
              onChange={(value) => props.onChange(value ?? "")}
              searchValue={search}
              onSearchChange={setSearch}
              // Where it was chosen already nothing changes, and what was typed to find it would stay.
              onOptionSubmit={(value) => value === props.value && setSearch(chosen)}
              placeholder={props.placeholder}
              clearable={props.clearable ?? false}
              allowDeselect={false}
              searchable
              // The first field of a dialog takes the focus by itself: a list that nobody asked for would cover the others.
              openOnFocus={false}
              filter={bestFirst}
              selectFirstOptionOnChange
              nothingFoundMessage={t`Nothing found`}
              withScrollArea={false}
              // A long list scrolls, and what scrolls would be a stop of its own: Tab goes on to the next field.
              attributes={{ options: { tabIndex: -1 } }}
              error={props.error !== undefined}
              withErrorStyles={false}
              comboboxProps={{
                withinPortal: false,
                // A small dialog scrolls what is larger than itself: the list stands above it, not within.
                floatingStrategy: "fixed",
                shadow: "md",
                transitionProps: { duration: 0 },
              }}
            />
          </KitProvider>
        </div>
      )}
    </FieldFrame>
  );
};
