import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listSites } from "#domain/practice/site.api.ts";
import { useRead } from "#web/platform/use-read.ts";
import type { SiteChosen } from "#web/platform/use-site.ts";
import { FilterSelect } from "#web/ui/filter-select.tsx";

/** The sites of the organization as a choice; there is none between fewer than two. */
export const ChooseSite = (props: { readonly site: SiteChosen }): ReactNode => {
  const { t } = useLingui();
  const { siteId, choose } = props.site;
  const sites = useRead(listSites, { limit: 200 }, { quiet: true }).data?.rows ?? [];
  return (
    (sites.length > 1 || siteId !== "") && (
      <FilterSelect
        label={t`Site`}
        all={t`All sites`}
        value={siteId}
        onChange={choose}
        choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
      />
    )
  );
};
