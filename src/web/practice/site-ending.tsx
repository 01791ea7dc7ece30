import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { bringBackSite, retireSite } from "#domain/practice/site.api.ts";
import { siteInUse, type Site } from "#domain/practice/site.ts";
import { useAct } from "#web/platform/use-act.ts";
import { EndingActs } from "#web/practice/ending-acts.tsx";
import { practiceWords } from "#web/practice/practice-words.ts";
import { NotYetDialog } from "#web/practice/not-yet-dialog.tsx";
import { RetireDialog } from "#web/ui/retire-dialog.tsx";

interface AskingProps {
  readonly site: Site;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks why a site ends; where it is in use, says by what. The service asks the same rule under a lock. */
const RetireSite = ({ site, open, onClose }: AskingProps): ReactNode => {
  const { t } = useLingui();
  const { name } = site;
  const uses = siteInUse(site);
  const retire = useAct(retireSite, {
    done: t`${name} is retired.`,
    onDone: onClose,
    words: practiceWords,
    failureShownInPlace: true,
  });
  if (uses !== null)
    return (
      <NotYetDialog open={open} onClose={onClose} name={name}>
        <Plural value={uses.rooms} _0="" one="# room is in use. " other="# rooms are in use. " />
        <Plural
          value={uses.staff}
          _0=""
          one="# colleague is based here. "
          other="# colleagues are based here. "
        />
        <Trans>Retire the rooms and base the colleagues elsewhere first.</Trans>
      </NotYetDialog>
    );
  return (
    <RetireDialog
      open={open}
      onClose={onClose}
      name={name}
      act={retire}
      keep={site.id}
      onRetire={(reason, draftId) =>
        void retire.run({ siteId: site.id, version: site.version, reason }, draftId)
      }
    >
      <Trans>Nothing new can be planned there. What took place there stays.</Trans>
    </RetireDialog>
  );
};

/** Ends the use of a site, or takes it into use again. */
export const SiteEnding = (props: { readonly site: Site }): ReactNode => {
  const { t } = useLingui();
  const { site } = props;
  const { name } = site;
  const bringBack = useAct(bringBackSite, {
    done: t`${name} is in use again.`,
    words: practiceWords,
  });
  return (
    <EndingActs
      kind="site"
      record={site}
      isComingBack={bringBack.busy}
      onBringBack={() => void bringBack.run({ siteId: site.id, version: site.version })}
    >
      {(asking) => <RetireSite site={site} {...asking} />}
    </EndingActs>
  );
};
