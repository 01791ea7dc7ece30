import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { MoreIcon, type Icon } from "#web/ui/icons.ts";
import { Link } from "#web/ui/link.tsx";
import { Logo } from "#web/ui/logo.tsx";
import { Menu, type MenuAct } from "#web/ui/menu.tsx";
import { OfflineStrip } from "#web/ui/offline-strip.tsx";
import styles from "#web/ui/shell.module.css";

/** A place of the product, as the rail, the menu and the foot show it. */
export interface PlaceLink {
  readonly to: string;
  readonly label: string;
  readonly icon: Icon;
  readonly isHere: boolean;
}

/** The places as acts of a menu. */
export const placeActs = (places: readonly PlaceLink[]): MenuAct[] =>
  places.map(({ to, label, icon, isHere }) => ({ to, label, icon, chosen: isHere }));

const PlaceLinks = (props: { readonly places: readonly PlaceLink[] }): ReactNode =>
  props.places.map((place) => (
    <Link key={place.to} to={place.to} current={place.isHere ? "page" : undefined}>
      <place.icon size={20} stroke={1.75} aria-hidden />
      {place.label}
    </Link>
  ));

const shownAtFoot = 4;

/** On a phone: four places under the thumb, the others behind More. */
const Foot = (props: { readonly places: readonly PlaceLink[] }): ReactNode => {
  const { t } = useLingui();
  const rest = props.places.slice(shownAtFoot);
  return (
    <nav className={styles["foot"]} aria-label={t`Places`}>
      <PlaceLinks places={props.places.slice(0, shownAtFoot)} />
      {rest.length > 0 && (
        <Menu
          trigger={
            <button type="button" data-here={rest.some((place) => place.isHere) || undefined}>
              <MoreIcon size={20} stroke={1.75} aria-hidden />
              {t`More`}
            </button>
          }
          groups={[{ acts: placeActs(rest) }]}
        />
      )}
    </nav>
  );
};

/**
 * The frame of the staff screens: on a desk a rail of places at the left, on a tablet a menu in the
 * bar, on a phone the foot. One of the three is shown at a time.
 */
export const Shell = (props: {
  readonly places: readonly PlaceLink[];
  readonly bar: ReactNode;
  /** What cannot wait, above every screen. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  return (
    <div className={styles["shell"]}>
      <a className={styles["skip"]} href="#work">
        <Trans>Skip to the work</Trans>
      </a>
      <nav className={styles["rail"]} aria-label={t`Places`}>
        <Logo />
        <PlaceLinks places={props.places} />
      </nav>
      <div className={styles["main"]}>
        {props.bar}
        <OfflineStrip />
        {props.notice !== undefined && <div className={styles["notice"]}>{props.notice}</div>}
        <main id="work" tabIndex={-1} className={styles["work"]}>
          {props.children}
        </main>
      </div>
      <Foot places={props.places} />
    </div>
  );
};
