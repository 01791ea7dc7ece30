import { useId, type KeyboardEvent, type ReactNode, type Ref } from "react";
import { join } from "#web/ui/join.ts";
import styles from "#web/ui/marked-area.module.css";

/** A stretch of the text that something is said about beneath it. */
export interface TextMark {
  readonly start: number;
  readonly end: number;
  /** `risk`: must be mended; `own`: what is this person's alone, shown and not blamed. */
  readonly kind: "risk" | "own";
}

export interface MarkedAreaProps {
  readonly label: string;
  /** Found by this name when something is to be mended in it. */
  readonly name?: string;
  /** The label is read aloud only: the column's head says it to the eye. */
  readonly labelUnseen?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly marks?: readonly TextMark[];
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  readonly maxLength?: number;
  readonly look?: "quiet" | "line";
  /** Where Enter goes on to the next thing, the keyboard of a tablet says so on its key. */
  readonly enterKeyHint?: "next";
  readonly ref?: Ref<HTMLTextAreaElement>;
  /** The id of what is said about the text. */
  readonly describedBy?: string | undefined;
  /** Beside the label: who else writes here, what is not saved. */
  readonly aside?: ReactNode;
}

/** The same text behind the field, with its marked stretches; it also gives the field its height. */
const Mirror = (props: {
  readonly text: string;
  readonly marks: readonly TextMark[];
}): ReactNode => {
  const sorted = props.marks
    .filter(({ start, end }) => start < end && end <= props.text.length)
    .toSorted((one, other) => one.start - other.start);
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const mark of sorted) {
    if (mark.start < at) continue;
    pieces.push(props.text.slice(at, mark.start));
    pieces.push(
      <mark key={mark.start} className={styles[mark.kind]}>
        {props.text.slice(mark.start, mark.end)}
      </mark>,
    );
    at = mark.end;
  }
  return (
    <div className={styles["mirror"]} aria-hidden>
      {pieces}
      {props.text.slice(at)}{" "}
    </div>
  );
};

/** Text of several lines that grows with what is written and whose parts can be marked while one writes. */
export const MarkedArea = ({ ref, ...props }: MarkedAreaProps): ReactNode => {
  const id = useId();
  return (
    <div className={join(styles["field"], styles[props.look ?? "quiet"])}>
      <div className={props.labelUnseen ? "sw-unseen" : styles["label"]}>
        <label htmlFor={id}>{props.label}</label>
        {props.aside}
      </div>
      <div className={styles["stack"]}>
        <Mirror text={props.value} marks={props.marks ?? []} />
        <textarea
          id={id}
          ref={ref}
          name={props.name}
          rows={1}
          value={props.value}
          placeholder={props.readOnly ? undefined : props.placeholder}
          readOnly={props.readOnly}
          maxLength={props.maxLength}
          enterKeyHint={props.enterKeyHint}
          aria-describedby={props.describedBy}
          onChange={(event) => props.onChange(event.target.value)}
          onFocus={props.onFocus}
          onBlur={props.onBlur}
          onKeyDown={props.onKeyDown}
        />
      </div>
    </div>
  );
};

/** Puts the cursor at the end of the field of this name. */
export const goToField = (name: string): void => {
  const area = document.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`);
  area?.focus();
  area?.setSelectionRange(area.value.length, area.value.length);
};
