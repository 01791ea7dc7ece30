import type { ComponentType } from "react";
import type { Permission } from "#domain/access/permissions.ts";

export interface StaffRoute {
  readonly path: string;
  /** Fetches the screen's own code; nothing of it is loaded before it is asked for. */
  readonly load: () => Promise<ComponentType>;
  /** Without it the screen answers as if it did not exist. */
  readonly permission?: Permission;
}
