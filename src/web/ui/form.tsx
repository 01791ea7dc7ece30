import { Trans } from "@lingui/react/macro";
import {
  useEffect,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
} from "react";
import { useDraftKeeper, type FormDraft } from "#web/platform/draft-door.ts";
import { Button } from "#web/ui/button.tsx";
import { ErrorPanel } from "#web/ui/error-panel.tsx";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/form.module.css";

interface FormLike {
  readonly submit: () => void;
  readonly busy: boolean;
  readonly sentence: string | null;
  readonly refused: readonly { readonly name: string; readonly sentence: string }[];
  readonly refusals: number;
  readonly draft?: FormDraft;
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface FormProps {
  readonly form: FormLike;
  readonly children: ReactNode;
  /** What the button says: a verb. */
  readonly submit: ReactNode;
  /** Beside the submit button: Cancel and the like. */
  readonly actions?: ReactNode;
  /** Sign-in has one field and one key; elsewhere the key is shown on the button. */
  readonly showKeys?: boolean;
  readonly label?: string;
  readonly size?: "large" | "touch";
  /** The button stays in sight while a long form scrolls under it. */
  readonly footStays?: boolean;
  /** As wide as the screen: for forms of several groups side by side. */
  readonly wide?: boolean;
}

type Named = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const fieldNamed = (form: HTMLFormElement | null, name: string): Named | null =>
  form?.querySelector<Named>(`[name="${name}"]:not([type=hidden]), [data-field="${name}"]`) ?? null;

const labelOf = (field: Named | null): string => {
  const group = field?.closest("fieldset")?.querySelector("legend");
  // Of a check box the box itself comes first, which says nothing.
  const parts = [...((group ?? field?.labels?.[0])?.childNodes ?? [])].map((part) =>
    part.textContent?.trim(),
  );
  return parts.find((text) => text) ?? "";
};

const focusFirstRefused = (form: HTMLFormElement, names: readonly string[]): void => {
  for (const name of names) {
    const field = fieldNamed(form, name);
    if (field) return field.focus();
  }
  form.querySelector<HTMLElement>("[role=alert]")?.scrollIntoView({ block: "nearest" });
};

/** A form that came late into its panel, after its choices were read, takes the focus that waits beside it. */
const focusLateForm = (form: HTMLFormElement): void => {
  const panel = form.closest("[role=dialog]");
  const { activeElement } = document;
  if (panel === null || form.contains(activeElement) || !panel.contains(activeElement)) return;
  form.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
};

/** Goes to the first field with half a day, or with a number that is none, and says so there; false where each is whole or empty. */
const stopsAtHalf = (form: HTMLFormElement | null): boolean => {
  const inputs = form?.querySelectorAll("input") ?? [];
  const half = [...inputs].find(
    ({ validity: { badInput, customError } }) => badInput || customError,
  );
  half?.checkValidity();
  half?.focus();
  return half !== undefined;
};

const optionOf = (field: Named | null, value: string): string | undefined => {
  if (field instanceof HTMLSelectElement)
    return [...field.options].find((option) => option.value === value)?.text;
  const radios = field?.closest("fieldset")?.querySelectorAll<HTMLInputElement>("[type=radio]");
  const chosen = [...(radios ?? [])].find((radio) => radio.value === value);
  return chosen?.labels?.[0]?.textContent.trim();
};

/** Where the form's unsent words are kept, shown as whoever keeps them shows it. */
const Draft = (props: {
  readonly of: FormLike;
  readonly element: RefObject<HTMLFormElement | null>;
  readonly part: "notes" | "state";
}): ReactNode => {
  const keeper = useDraftKeeper();
  const { draft, values } = props.of;
  if (keeper === null || draft === undefined || values === undefined) return null;
  if (props.part === "state") return <keeper.State standing={draft.standing} />;
  const field = (name: string): Named | null => fieldNamed(props.element.current, name);
  return (
    <keeper.Notes
      draft={draft}
      values={values}
      labelOf={(name) => labelOf(field(name)) || name}
      optionOf={(name, value) => optionOf(field(name), value)}
    />
  );
};

/** The name of a refused field, read from its label in the form; pressing it leads there. */
const RefusedField = (props: {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly name: string;
}): ReactNode => (
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its words stand in the form and are put into it
  <button
    type="button"
    className={styles["refused"]}
    onClick={() => fieldNamed(props.form.current, props.name)?.focus()}
  >
    <span
      ref={(span) => {
        if (span) span.textContent = labelOf(fieldNamed(props.form.current, props.name));
      }}
    />
  </button>
);

/**
 * A form: submits by its button, by Enter in a line and by Ctrl+Enter anywhere; says what was refused
 * above, marks each field, and puts the focus into the first one.
 */
export const Form = (props: FormProps): ReactNode => {
  const { form } = props;
  const element = useRef<HTMLFormElement>(null);
  const names = form.refused.map((field) => field.name);
  const latestNames = useRef(names);
  useEffect(() => {
    latestNames.current = names;
  });
  useEffect(() => {
    if (form.refusals > 0 && element.current)
      focusFirstRefused(element.current, latestNames.current);
  }, [form.refusals]);
  useEffect(() => {
    if (element.current) focusLateForm(element.current);
  }, []);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!stopsAtHalf(element.current)) form.submit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter belongs to the whole form
    <form
      ref={element}
      className={join(styles["form"], props.wide && styles["wide"])}
      aria-label={props.label}
      // Sent before its code is there, a form leads nowhere: no password comes into an address.
      method="dialog"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={submit}
    >
      {(form.sentence !== null || form.refused.length > 0) && (
        <ErrorPanel>
          {form.sentence ?? <Trans>Something here is not filled in as it should be.</Trans>}
          {form.refused.length > 0 && (
            <ul>
              {form.refused.map((field) => (
                <li key={field.name}>
                  <RefusedField form={element} name={field.name} />{" "}
                  {form.refused.length > 1 && field.sentence}
                </li>
              ))}
            </ul>
          )}
        </ErrorPanel>
      )}
      <Draft of={form} element={element} part="notes" />
      <div className={styles["fields"]}>{props.children}</div>
      <div className={join(styles["foot"], props.footStays && styles["stays"])}>
        <Button
          kind="primary"
          size={props.size ?? "large"}
          submit
          busy={form.busy}
          wide={props.size === "touch"}
          {...(props.showKeys === false ? {} : { keys: ["Ctrl", "Enter"] })}
        >
          {props.submit}
        </Button>
        {props.actions}
        <Draft of={form} element={element} part="state" />
      </div>
    </form>
  );
};

/** Fields side by side where there is room: city, state and ZIP. `end` keeps its own width: a button that removes them. */
export const FieldRow = (props: {
  readonly children?: ReactNode;
  readonly end?: ReactNode;
}): ReactNode => (
  <div className={styles["row"]}>
    {props.children}
    {props.end !== undefined && <div className={styles["end"]}>{props.end}</div>}
  </div>
);
