import { Plural } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { draftAge } from "#domain/drafts/draft-rules.ts";
import { useNow } from "#web/platform/use-now.ts";
import { Chip } from "#web/ui/chip.tsx";

const hour = 3_600_000;

/** How long something lies unsent, once it lies for days. */
export const DraftAgeChip = (props: { readonly changedAt: string }): ReactNode => {
  const hours = (useNow().getTime() - Date.parse(props.changedAt)) / hour;
  const age = draftAge(hours);
  if (age === "fresh") return null;
  return (
    <Chip meaning={age === "abandoned" ? "overdue" : "short"}>
      <Plural value={Math.floor(hours / 24)} one="lies for # day" other="lies for # days" />
    </Chip>
  );
};
