import { RouterProvider } from "@tanstack/react-router";
import { showApp } from "#web/app/show-app.tsx";
import { createStaffRouter } from "#web/app/staff/router.tsx";

await showApp(<RouterProvider router={createStaffRouter()} />, {
  es: () => import("#web/locales/staff/es.po"),
  scope: "/staff",
});
