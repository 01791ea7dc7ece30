import { useLingui } from "@lingui/react/macro";
import type { ComponentType, ReactNode } from "react";
import type { Permission } from "#domain/access/permissions.ts";
import { filesPath } from "#web/billing/claims/files-path.ts";
import { useAddress } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useSession } from "#web/platform/session.tsx";
import { SectionLinks } from "#web/ui/section-links.tsx";

/** The sections of billing, and which addresses lie inside each. */
const useSections = () => {
  const { t } = useLingui();
  const { permissions } = useSession();
  const sections: readonly {
    readonly to: string;
    readonly name: string;
    readonly permission: Permission;
    readonly holds: readonly string[];
  }[] = [
    {
      to: paths.billing,
      name: t`Batch`,
      permission: "claims:read",
      holds: [],
    },
    {
      to: paths.charges,
      name: t`Charges`,
      permission: "charges:read",
      holds: [paths.charges, paths.sessionCharges(""), paths.dayCharges("")],
    },
    { to: paths.claims, name: t`Claims`, permission: "claims:read", holds: [paths.claims] },
    { to: filesPath, name: t`Files`, permission: "claims:read", holds: [filesPath] },
    { to: paths.holds, name: t`Holds`, permission: "claims:read", holds: [paths.holds] },
    {
      to: paths.contracts,
      name: t`Contracts`,
      permission: "contracts:read",
      holds: [paths.contracts],
    },
  ];
  return sections.filter(({ permission }) => permissions.includes(permission));
};

const BillingSections = (): ReactNode => {
  const { t } = useLingui();
  const sections = useSections();
  const { path } = useAddress();
  const here = sections.find(({ holds }) => holds.some((inside) => path.startsWith(inside)));
  return (
    <SectionLinks
      label={t`Billing`}
      links={sections}
      current={here?.to ?? sections[0]?.to ?? paths.billing}
    />
  );
};

/** A screen of billing under the row of its sections. */
export const inBilling = (Screen: ComponentType): ComponentType => {
  const InBilling = (): ReactNode => (
    <>
      <BillingSections />
      <Screen />
    </>
  );
  return InBilling;
};
