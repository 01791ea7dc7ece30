import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { changeOrganization } from "#domain/access/session.api.ts";
import { useAddress } from "#web/platform/address.ts";
import { useDraftKeeper } from "#web/platform/draft-door.ts";
import { paths } from "#web/platform/paths.ts";
import { useSession } from "#web/platform/session.tsx";
import { askBeforeLeaving } from "#web/platform/unsaved.ts";
import { useAct } from "#web/platform/use-act.ts";
import { forgetTyped } from "#web/platform/use-form.ts";
import { OrganizationMenu } from "#web/ui/organization-menu.tsx";

/** Works for another organization: nothing of the one before may stay on the screen or in memory. */
export const OrganizationSwitch = (): ReactNode => {
  const { organization, organizations } = useSession();
  const { go } = useAddress();
  const client = useQueryClient();
  const keeper = useDraftKeeper();
  const change = useAct(changeOrganization, {
    onDone: () => {
      forgetTyped();
      go(paths.home);
      void client.resetQueries();
    },
  });
  const changeTo = async (organizationId: string): Promise<void> => {
    await keeper?.flush();
    if (await askBeforeLeaving()) await change.run({ organizationId });
  };
  return (
    <OrganizationMenu
      organization={organization}
      organizations={organizations}
      onChoose={(id) => void changeTo(id)}
    />
  );
};
