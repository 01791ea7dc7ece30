import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { OpenIcon, OrganizationIcon } from "#web/ui/icons.ts";
import { Menu } from "#web/ui/menu.tsx";
import styles from "#web/ui/shell-bar.module.css";

interface Organization {
  readonly id: string;
  readonly name: string;
}

/** For which organization one works. Who belongs to one only reads its name. */
export const OrganizationMenu = (props: {
  readonly organization: Organization;
  readonly organizations: readonly Organization[];
  readonly onChoose: (id: string) => void;
}): ReactNode => {
  const { t } = useLingui();
  const { name, id } = props.organization;
  const inside = (
    <>
      <OrganizationIcon size={16} stroke={1.75} aria-hidden />
      <span>{name}</span>
    </>
  );
  if (props.organizations.length < 2) {
    return <span className={styles["organization"]}>{inside}</span>;
  }
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={styles["organization"]}
          aria-label={t`Organization: ${name}. Change`}
        >
          {inside}
          <OpenIcon size={14} stroke={2} aria-hidden />
        </button>
      }
      groups={[
        {
          label: t`Work for`,
          acts: props.organizations.map((one) => ({
            label: one.name,
            chosen: one.id === id,
            onPress: () => {
              if (one.id !== id) props.onChoose(one.id);
            },
          })),
        },
      ]}
    />
  );
};
