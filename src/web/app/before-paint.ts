// Runs before the first paint, so that neither a chosen theme nor another language flashes. `platform/theme.ts` and
// `platform/language.ts` write the same keys.
const { documentElement } = document;
const kept = localStorage.getItem("stepwell.theme");
const dark =
  kept === "dark" || (kept !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
documentElement.dataset["mantineColorScheme"] = dark ? "dark" : "light";

const language = localStorage.getItem("stepwell.language") ?? navigator.language;
documentElement.lang = language.startsWith("es") ? "es" : "en";

/** What was pressed, also by Enter, before its code is here is kept, and done by `show-app.tsx`. What was typed stays by it. */
const keepPress = (event: Event): void => {
  const pressed =
    event.target instanceof Element &&
    event.target.closest("[data-served] :is(button, a[href^='/staff'])");
  if (!pressed) return;
  event.preventDefault();
  pressed.setAttribute("data-pressed", "");
};

/** Begins the code of the page, which is on its way already. */
const begin = (): void => {
  const code = document.querySelector<HTMLLinkElement>("link[data-begins]");
  if (!code) return;
  const script = document.createElement("script");
  script.type = "module";
  script.crossOrigin = "";
  script.src = code.href;
  document.head.append(script);
};

// A screen that comes with the page is painted first: its code takes longer to run than the screen to be drawn.
addEventListener("click", keepPress);
addEventListener("DOMContentLoaded", () => {
  // A browser fills in anew what was typed before a reload: on a shared device, by somebody else.
  for (const form of document.forms) form.reset();
  if (document.hidden) begin();
  else requestAnimationFrame(() => setTimeout(begin));
});
