import { useLingui } from "@lingui/react/macro";
import { places } from "#web/app/navigation.ts";
import { useAddress } from "#web/platform/address.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { paths } from "#web/platform/paths.ts";
import { reportPaths } from "#web/reporting/report-paths.ts";
import { useSession } from "#web/platform/session.tsx";
import type { PlaceLink } from "#web/ui/shell.tsx";

export interface OpenPlace extends PlaceLink {
  /** Pressed after `g` to go there. */
  readonly key: string;
  readonly also?: string;
}

/** Lists that the figures of Today lead to, and that no place of the rail holds. */
const insideToday: readonly string[] = [
  paths.census,
  reportPaths.endedStays,
  paths.attendance,
  paths.atRisk,
  paths.lateNotes,
  paths.coverageGaps,
  paths.whatLeft,
];

/** True while the person is at this place or at something inside it. */
const isHere = (to: string, path: string): boolean => {
  const here = path.replace(/\/$/, "");
  if (to === paths.home && insideToday.includes(here)) return true;
  return here === to || (to !== paths.home && here.startsWith(`${to}/`));
};

/** The places this person may enter. */
export const usePlaces = (): readonly OpenPlace[] => {
  const { i18n } = useLingui();
  const { permissions } = useSession();
  const { many } = usePatientWords();
  const { path } = useAddress();
  return places
    .filter((place) => !place.permission || permissions.includes(place.permission))
    .map((place) => ({
      to: place.to,
      // The people in care are called as the organization calls them.
      label: place.to === paths.patients ? many : i18n._(place.name),
      icon: place.icon,
      key: place.key,
      ...(place.also && { also: i18n._(place.also) }),
      isHere: isHere(place.to, path),
    }));
};
