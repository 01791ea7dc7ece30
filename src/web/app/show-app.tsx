import "#web/ui/tokens.css";
import "#web/ui/chosen-colours.css";
import "#web/ui/fonts.css";
import "#web/ui/ground.css";
import { useEffect, type ReactNode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { framed } from "#web/app/app-frame.tsx";
import { currentLanguage, startLanguage, type Catalogues } from "#web/platform/language.ts";
import { keepShell } from "#web/platform/service-worker.ts";

/** Takes over the served screen, and does what was pressed on it before its code was here: `before-paint.ts` kept it. */
const Arrived = (props: { readonly at: Element; readonly children: ReactNode }): ReactNode => {
  const { at } = props;
  useEffect(() => {
    at.removeAttribute("data-served");
    for (const pressed of at.querySelectorAll<HTMLElement>("[data-pressed]")) {
      pressed.removeAttribute("data-pressed");
      pressed.click();
    }
  }, [at]);
  return props.children;
};

/** The screen that came with the page in the language in use becomes the app's; the same in other languages goes. */
const takeOver = (served: NodeListOf<Element>, app: ReactNode): void => {
  for (const element of served) {
    const language = element.getAttribute("data-served") ?? "";
    if (language !== currentLanguage()) element.remove();
    else
      hydrateRoot(element, framed(<Arrived at={element}>{app}</Arrived>), {
        identifierPrefix: language,
      });
  }
};

/** What every page of the two apps does first: the language, then the screen, then the shell is kept on the device. */
export const showApp = async (
  app: ReactNode,
  { scope, ...catalogues }: Catalogues & { readonly scope: "/staff" | "/my" },
): Promise<void> => {
  await startLanguage(catalogues);
  const served = document.querySelectorAll("[data-served]");
  const element = document.getElementById("root");
  if (served.length > 0) takeOver(served, app);
  else if (element) createRoot(element).render(framed(app));
  else throw new Error("The page has no place for the app.");
  keepShell(scope);
};
