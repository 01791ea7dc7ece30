import { RouterProvider } from "@tanstack/react-router";
import { showApp } from "#web/app/show-app.tsx";
import { createStaffRouter } from "#web/app/staff/router.tsx";
import { keepFocus } from "#web/ui/keep-focus.ts";

await showApp(<RouterProvider router={createStaffRouter()} />, {
  es: () => import("#web/locales/staff/es.po"),
  scope: "/staff",
});
keepFocus();
