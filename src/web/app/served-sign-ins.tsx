import { renderToString } from "react-dom/server.edge";
import { framed } from "#web/app/app-frame.tsx";
import { PatientDoor } from "#web/app/patient/door-content.tsx";
import { StaffDoor } from "#web/app/staff/door-content.tsx";
import { AddressContext } from "#web/platform/address.ts";
import { languages, speak } from "#web/platform/language.ts";
import { myPaths, paths } from "#web/platform/paths.ts";

const doors = {
  staff: { path: paths.signIn, door: <StaffDoor />, es: () => import("#web/locales/staff/es.po") },
  patient: {
    path: myPaths.signIn,
    door: <PatientDoor />,
    es: () => import("#web/locales/patient/es.po"),
  },
};

/** The sign-in of an app as markup, once in each language: the build writes it into the page, where the app takes it over. */
export const servedSignIn = async (app: keyof typeof doors): Promise<string> => {
  const { path, door, es } = doors[app];
  const address = { path, params: {}, search: new URLSearchParams(), go: stay, prepare: stay };
  const messages = { en: {}, es: (await es()).messages };
  const screens = languages.map((language) => {
    speak(language, messages[language]);
    const screen = <AddressContext value={address}>{door}</AddressContext>;
    const markup = renderToString(framed(screen), { identifierPrefix: language });
    return `<div data-served="${language}">${markup}</div>`;
  });
  return screens.join("");
};

const stay = (): void => undefined;
