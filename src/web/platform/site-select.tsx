import { createContext, use, type ComponentType, type ReactNode } from "react";
import type { SiteChosen } from "#web/platform/use-site.ts";

interface Props {
  readonly site: SiteChosen;
}

const SiteDoor = createContext<{ readonly Choose: ComponentType<Props> } | null>(null);

/** The noun that knows the sites hands in the choice between them. */
export const SiteSelectProvider = SiteDoor.Provider;

/** Narrows a screen to one site; nothing where an organization has no second one. */
export const SiteSelect = (props: Props): ReactNode => {
  const door = use(SiteDoor);
  return door && <door.Choose {...props} />;
};
