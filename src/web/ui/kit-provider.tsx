import "#web/ui/kit.css";
import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { useScheme } from "#web/platform/theme.ts";
import { kitTheme } from "#web/ui/kit-theme.ts";

/**
 * Gives the kit our theme; each part of the kit brings it along, so that a screen without them loads
 * nothing of the kit. It writes no style elements: a strict content policy holds.
 */
export const KitProvider = (props: { readonly children: ReactNode }): ReactNode => (
  <MantineProvider
    theme={kitTheme}
    forceColorScheme={useScheme()}
    withCssVariables={false}
    withGlobalClasses={false}
  >
    {props.children}
  </MantineProvider>
);
