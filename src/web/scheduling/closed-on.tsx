import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { sayDate } from "#web/platform/dates.ts";
import { useClosures } from "#web/scheduling/closed-rows.tsx";
import { Note } from "#web/ui/note.tsx";

/** Said before it is asked for: on a closed day nothing is planned. */
export const ClosedOn = (props: { readonly siteId: string; readonly day: string }): ReactNode => {
  const closuresOf = useClosures(props.siteId);
  const [closure] = props.siteId === "" ? [] : closuresOf(props.day);
  if (closure === undefined) return null;
  const [day, { reason, siteName }] = [sayDate(props.day), closure];
  return (
    <Note meaning="short">
      <Trans>
        {siteName} is closed on {day}: {reason}. Choose another day.
      </Trans>
    </Note>
  );
};
