import "#web/ui/tokens.css";
import "#web/ui/chosen-colours.css";
import "#web/ui/fonts.css";
import "#web/ui/ground.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { startLanguage, type Catalogues } from "#web/platform/language.ts";
import { createQueryClient } from "#web/platform/query-client.ts";
import { keepShell } from "#web/platform/service-worker.ts";

/** What every page of the two apps does first: the language, then the screen, then the shell is kept on the device. */
export const showApp = async (
  app: ReactNode,
  { scope, ...catalogues }: Catalogues & { readonly scope: "/staff" | "/my" },
): Promise<void> => {
  const element = document.getElementById("root");
  if (!element) throw new Error("The page has no place for the app.");
  await startLanguage(catalogues);
  createRoot(element).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={createQueryClient()}>{app}</QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );
  keepShell(scope);
};
