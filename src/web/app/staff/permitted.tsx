import type { ReactNode } from "react";
import type { Permission } from "#domain/access/permissions.ts";
import { useCan } from "#web/platform/session.tsx";
import { NothingHere } from "#web/ui/nothing-here.tsx";

/** A screen that this person may not see answers as if it did not exist. */
export const Permitted = (props: {
  readonly permission: Permission;
  readonly children: ReactNode;
}): ReactNode => (useCan(props.permission) ? props.children : <NothingHere />);
