import "#web/ui/tokens.css";
import "#web/ui/fonts.css";
import "#web/ui/ground.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createStaffRouter } from "#web/app/staff/router.tsx";
import { startLanguage } from "#web/platform/language.ts";
import { createQueryClient } from "#web/platform/query-client.ts";
import { keepShell } from "#web/platform/service-worker.ts";

const element = document.getElementById("root");
if (!element) throw new Error("The page has no place for the app.");

await startLanguage({ es: () => import("#web/locales/staff/es.po") });
createRoot(element).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={createStaffRouter()} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
keepShell("/staff");
