import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Chip } from "#web/ui/chip.tsx";
import { RetireIcon } from "#web/ui/icons.ts";

/** Beside what has ended and is kept for its history. */
export const RetiredChip = (): ReactNode => (
  <Chip icon={RetireIcon}>
    <Trans>Retired</Trans>
  </Chip>
);
