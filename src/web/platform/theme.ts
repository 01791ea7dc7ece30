import { createStore } from "#web/platform/store.ts";

export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

/** Kept on this device; `before-paint.ts` reads the same key before the first paint. */
const key = "stepwell.theme";
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

const kept = (): Theme => {
  const value = localStorage.getItem(key);
  return value === "light" || value === "dark" ? value : "system";
};

const theme = createStore<Theme>(kept());

export type Scheme = "light" | "dark";
const schemeOf = (chosen: Theme): Scheme =>
  chosen === "dark" || (chosen === "system" && systemIsDark.matches) ? "dark" : "light";
const scheme = createStore<Scheme>(schemeOf(theme.get()));

const apply = (): void => {
  scheme.set(schemeOf(theme.get()));
  document.documentElement.dataset["mantineColorScheme"] = scheme.get();
};

systemIsDark.addEventListener("change", apply);
addEventListener("storage", (event) => {
  if (event.key !== key) return;
  theme.set(kept());
  apply();
});

export const setTheme = (chosen: Theme): void => {
  if (chosen === "system") localStorage.removeItem(key);
  else localStorage.setItem(key, chosen);
  theme.set(chosen);
  apply();
};

/** What the person chose on this device. */
export const useTheme = (): Theme => theme.use();

/** What is shown: light or dark. */
export const useScheme = (): Scheme => scheme.use();
