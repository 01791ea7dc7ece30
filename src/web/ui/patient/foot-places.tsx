import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useAddress } from "#web/platform/address.ts";
import { myPaths } from "#web/platform/paths.ts";
import { MeIcon, SiteIcon, TodayIcon } from "#web/ui/icons.ts";
import { Link } from "#web/ui/link.tsx";
import styles from "#web/ui/patient/foot-places.module.css";

/** The places of the patient app, under the thumb. */
export const FootPlaces = (): ReactNode => {
  const { t } = useLingui();
  const { path } = useAddress();
  const places = [
    { to: myPaths.today, label: t`Today`, icon: TodayIcon },
    { to: myPaths.places, label: t`Places`, icon: SiteIcon },
    { to: myPaths.me, label: t`Me`, icon: MeIcon },
  ];
  return (
    <nav className={styles["places"]} aria-label={t`Main`}>
      {places.map((place) => (
        <Link key={place.to} to={place.to} current={place.to === path ? "page" : undefined}>
          <place.icon size={20} stroke={1.75} aria-hidden />
          {place.label}
        </Link>
      ))}
    </nav>
  );
};
