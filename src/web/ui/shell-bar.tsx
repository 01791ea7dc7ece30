import { useLingui } from "@lingui/react/macro";
import { Fragment, type ReactNode } from "react";
import { ForwardIcon, MenuIcon, SearchIcon } from "#web/ui/icons.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { Link } from "#web/ui/link.tsx";
import { Menu } from "#web/ui/menu.tsx";
import { placeActs, type PlaceLink } from "#web/ui/shell.tsx";
import { useTrail } from "#web/ui/trail.ts";
import styles from "#web/ui/shell-bar.module.css";

const Where = (props: { readonly places: readonly PlaceLink[] }): ReactNode => {
  const { t } = useLingui();
  const trail = useTrail();
  const here = props.places.findLast((place) => place.isHere);
  return (
    <nav className={styles["where"]} aria-label={t`Where you are`}>
      {here && <here.icon size={16} stroke={1.75} aria-hidden />}
      <ol>
        {trail.map((step, index) => (
          <Fragment key={step.label}>
            {index > 0 && (
              <li aria-hidden>
                <ForwardIcon size={14} stroke={2} aria-hidden />
              </li>
            )}
            <li aria-current={index === trail.length - 1 ? "page" : undefined}>
              {step.to === undefined ? step.label : <Link to={step.to}>{step.label}</Link>}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
};

/** The line at the top: where am I, find, and at its end which organization and who. */
export const ShellBar = (props: {
  readonly places: readonly PlaceLink[];
  readonly findLabel: string;
  readonly onFind: () => void;
  readonly children: ReactNode;
}): ReactNode => {
  const { t } = useLingui();
  return (
    <header className={styles["bar"]}>
      <div className={styles["places"]}>
        <Menu
          trigger={
            <button type="button" className={styles["barButton"]} aria-label={t`Places`}>
              <MenuIcon size={20} stroke={1.75} aria-hidden />
            </button>
          }
          groups={[{ acts: placeActs(props.places) }]}
        />
      </div>
      <Where places={props.places} />
      <button type="button" className={styles["find"]} onClick={props.onFind}>
        <SearchIcon size={16} stroke={1.75} aria-hidden />
        <span>{props.findLabel}</span>
        <KeyHint keys={["/"]} />
      </button>
      {props.children}
    </header>
  );
};
