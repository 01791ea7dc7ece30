import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listClosingCalls } from "#domain/scheduling/closure.api.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { CallsPart } from "#web/scheduling/calls-part.tsx";
import type { ClosedDays } from "#web/scheduling/closed-days.ts";

/** Days on which a site is closed, by its name and by what closed it. */
export type ClosedSite = ClosedDays & { readonly siteName: string; readonly closureId: string };

/** Whom to call because a site is closed on some days, or is about to be. */
export const ClosingCalls = (
  props: ClosedDays & { readonly closureId?: string; readonly all?: boolean },
): ReactNode => {
  const { siteId, startsOn, endsOn, closureId, all = false } = props;
  const maySee = useCan("attendance:read");
  const read = useRead(
    listClosingCalls,
    { siteId, startsOn, endsOn, ...(closureId !== undefined && { closureId }) },
    { enabled: maySee, alsoOn: ["session", "attendance", "membership"] },
  );
  if (!maySee) return null;
  return (
    <CallsPart
      read={read}
      list="closing-calls"
      nobody={<Trans>Nobody has a seat there on these days that is still to come.</Trans>}
      all={all}
    />
  );
};
