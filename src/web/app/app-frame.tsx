import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, type ReactNode } from "react";
import { createQueryClient } from "#web/platform/query-client.ts";

/** What stands around every screen of the two apps. */
export const framed = (app: ReactNode): ReactNode => (
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={createQueryClient()}>{app}</QueryClientProvider>
    </I18nProvider>
  </StrictMode>
);
