import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listClosures } from "#domain/scheduling/closure.api.ts";
import type { Closure } from "#domain/scheduling/closure.ts";
import { useRead } from "#web/platform/use-read.ts";
import { ClosedIcon } from "#web/ui/icons.ts";
import { Row } from "#web/ui/rows.tsx";

/** Why which sites are closed on a day; closures that were lifted are none. */
export const useClosures = (siteId: string): ((day: string) => readonly Closure[]) => {
  const asked = siteId === "" ? {} : { siteId };
  const { data } = useRead(listClosures, asked, { keepWhileLoading: true, quiet: true });
  const standing = (data?.rows ?? []).filter(({ lifted }) => lifted === null);
  return (day) => standing.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
};

/** A line for each reason, with the sites that are closed for it. */
export const ClosedRows = (props: { readonly closures: readonly Closure[] }): ReactNode => {
  const { t, i18n } = useLingui();
  const names = new Intl.ListFormat(i18n.locale, { type: "conjunction" });
  const byReason = Map.groupBy(props.closures, ({ reason }) => reason);
  return [...byReason].map(([reason, closures]) => {
    const sites = names.format(closures.map(({ siteName }) => siteName).toSorted());
    return <Row key={reason} icon={ClosedIcon} title={t`Closed: ${sites}`} below={reason} />;
  });
};
