import { PatientApp } from "#web/app/patient/patient-app.tsx";
import { showApp } from "#web/app/show-app.tsx";

await showApp(<PatientApp />, {
  es: () => import("#web/locales/patient/es.po"),
  scope: "/my",
});
