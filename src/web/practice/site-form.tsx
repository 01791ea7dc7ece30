import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changeSite, createSite } from "#domain/practice/site.api.ts";
import type { Site } from "#domain/practice/site.ts";
import { useAddress } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useAct } from "#web/platform/use-act.ts";
import { changedFields } from "#web/platform/three-sides.ts";
import { useChangeForm } from "#web/platform/use-change-form.ts";
import { useForm } from "#web/platform/use-form.ts";
import { factWords, sayFact } from "#web/practice/fact-words.ts";
import { practiceWords } from "#web/practice/practice-words.ts";
import {
  checkSite,
  emptySite,
  SiteFields,
  siteFactsOf,
  siteValues,
} from "#web/practice/site-fields.tsx";
import { Disagreements } from "#web/ui/disagreements.tsx";
import { PanelForm } from "#web/ui/panel-form.tsx";

/** Adds a site and goes to it. */
export const AddSiteForm = (props: { readonly onClose: () => void }): ReactNode => {
  const { t } = useLingui();
  const { go } = useAddress();
  const act = useAct(createSite, {
    done: t`Site added.`,
    onDone: (site) => go(paths.site(site.id)),
    words: practiceWords,
    failureShownInPlace: true,
  });
  const form = useForm({
    id: "site-new",
    initial: emptySite,
    act,
    toInput: siteFactsOf,
    check: checkSite,
  });
  return (
    <PanelForm form={form} submit={<Trans>Add site</Trans>} onClose={props.onClose}>
      <SiteFields form={form} />
    </PanelForm>
  );
};

/** Changes a site. Only what was changed here is sent; what others changed meanwhile is shown beside it. */
export const ChangeSiteForm = (props: {
  readonly site: Site;
  readonly refresh: () => unknown;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useLingui();
  const act = useAct(changeSite, {
    done: t`Saved.`,
    onDone: props.onClose,
    words: practiceWords,
    failureShownInPlace: true,
  });
  const form = useChangeForm({
    id: `site-${props.site.id}`,
    record: props.site,
    refresh: props.refresh,
    valuesOf: siteValues,
    act,
    toInput: (values, base) => ({
      siteId: base.id,
      version: base.version,
      ...changedFields(siteFactsOf(values), siteFactsOf(siteValues(base))),
    }),
    check: checkSite,
  });
  return (
    <PanelForm form={form} submit={<Trans>Save</Trans>} onClose={props.onClose}>
      <Disagreements
        fields={form.disagreements}
        words={factWords}
        sayFact={sayFact}
        problem={act.problem}
      />
      <SiteFields form={form} />
    </PanelForm>
  );
};
