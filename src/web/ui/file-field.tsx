import { Trans } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { sayBytes } from "#web/platform/numbers.ts";
import { FieldFrame, type FieldFrameProps } from "#web/ui/field.tsx";
import styles from "#web/ui/file-field.module.css";

/** Files of this device: dropped here, or chosen. What was chosen is named with its size. */
export const FileField = (
  props: FieldFrameProps & {
    readonly name: string;
    readonly files: readonly File[];
    readonly onChange: (files: readonly File[]) => void;
    /** Endings such as `.json`; a hint to the chooser, no wall. */
    readonly accept?: string;
    readonly several?: boolean;
  },
): ReactNode => {
  const [isOver, setIsOver] = useState(false);
  const take = (list: FileList | null): void => {
    if (list !== null && list.length > 0)
      props.onChange(props.several ? [...list] : [...list].slice(0, 1));
  };
  return (
    <FieldFrame label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
      {(tied) => (
        <div
          className={styles["drop"]}
          data-over={isOver || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setIsOver(true);
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setIsOver(false);
            take(event.dataTransfer.files);
          }}
        >
          <input
            {...tied}
            className={styles["input"]}
            type="file"
            name={props.name}
            accept={props.accept}
            multiple={props.several}
            onChange={(event) => take(event.target.files)}
          />
          {props.files.length === 0 ? (
            <span className={styles["hint"]}>
              <Trans>or drop it here</Trans>
            </span>
          ) : (
            <ul className={styles["files"]}>
              {props.files.map((file) => (
                <li key={file.name}>
                  {file.name} · {sayBytes(file.size)}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </FieldFrame>
  );
};
