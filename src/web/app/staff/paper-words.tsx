import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { sayCalendarDate } from "#web/platform/dates.ts";
import { useSession } from "#web/platform/session.tsx";
import { useToday } from "#web/platform/use-today.ts";
import { PaperHead } from "#web/ui/paper-head.tsx";

/** Who printed it, where and when: dates of a screen leave out the year, and paper outlives it. */
export const PaperWords = (): ReactNode => {
  const { t } = useLingui();
  const { account, organization } = useSession();
  const [house, person, day] = [organization.name, account.name, sayCalendarDate(useToday())];
  return <PaperHead words={t`${house} · printed on ${day} by ${person}`} />;
};
