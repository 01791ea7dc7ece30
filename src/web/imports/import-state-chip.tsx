import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ImportState } from "#domain/imports/import.ts";
import { importStateWords } from "#web/imports/import-words.ts";
import { Chip, type Meaning } from "#web/ui/chip.tsx";

const meanings: Partial<Record<ImportState, Meaning>> = {
  done: "ontime",
  rehearsed: "held",
  stopped: "short",
};

export const ImportStateChip = (props: { readonly state: ImportState }): ReactNode => {
  const { i18n } = useLingui();
  const meaning = meanings[props.state];
  return (
    <Chip {...(meaning !== undefined && { meaning })}>{i18n._(importStateWords[props.state])}</Chip>
  );
};
