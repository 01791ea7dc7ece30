import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ContractVersion } from "#domain/payers/contract.ts";
import { versionStanding } from "#domain/payers/version-standing.ts";
import { sayCalendarDate } from "#web/platform/dates.ts";
import { Chip } from "#web/ui/chip.tsx";
import { EditIcon, RetireIcon } from "#web/ui/icons.ts";

/** Where a version stands today, in a word with a shape. */
export const VersionChip = (props: {
  readonly version: Pick<
    ContractVersion,
    "state" | "publishedAt" | "effectiveFrom" | "effectiveTo"
  >;
  readonly today: string;
}): ReactNode => {
  const { t } = useLingui();
  const { version, today } = props;
  const from = sayCalendarDate(version.effectiveFrom);
  const to = sayCalendarDate(version.effectiveTo ?? version.effectiveFrom);
  switch (versionStanding(version, today)) {
    case "draft":
      return <Chip icon={EditIcon}>{t`Draft`}</Chip>;
    case "testing":
      return <Chip meaning="short">{t`In testing`}</Chip>;
    case "ahead":
      return <Chip meaning="ontime">{t`Confirmed, from ${from}`}</Chip>;
    case "in-force":
      return <Chip meaning="ontime">{t`In force`}</Chip>;
    case "ending":
      return <Chip meaning="short">{t`In force until ${to}`}</Chip>;
    case "over":
      return <Chip>{t`Earlier`}</Chip>;
    case "never":
      return <Chip icon={RetireIcon}>{t`Retired, never billed`}</Chip>;
    case "withdrawn":
      return <Chip icon={RetireIcon}>{t`Retired, never held`}</Chip>;
  }
};
