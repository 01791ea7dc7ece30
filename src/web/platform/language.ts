import { i18n, type Messages } from "@lingui/core";
import { createStore } from "#web/platform/store.ts";

export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

/** Loads the sentences of a language other than English; English travels with the screens. */
export type Catalogues = Readonly<
  Record<Exclude<Language, "en">, () => Promise<{ messages: Messages }>>
>;

const key = "stepwell.language";
const language = createStore<Language>("en");
let catalogues: Catalogues | undefined;

const chosen = (): Language => {
  const kept = localStorage.getItem(key) ?? navigator.language;
  return kept.startsWith("es") ? "es" : "en";
};

/** What is said from here on is said in this language. */
export const speak = (next: Language, messages: Messages): void => {
  i18n.loadAndActivate({ locale: next, messages });
  language.set(next);
};

const activate = async (next: Language): Promise<void> => {
  const messages = next === "en" || !catalogues ? {} : (await catalogues[next]()).messages;
  speak(next, messages);
  document.documentElement.lang = next;
};

/** Starts with the language kept on this device, else the browser's. */
export const startLanguage = async (loaders: Catalogues): Promise<void> => {
  catalogues = loaders;
  i18n.loadAndActivate({ locale: "en", messages: {} });
  await activate(chosen()).catch(() => activate("en"));
};

export const setLanguage = async (next: Language): Promise<void> => {
  localStorage.setItem(key, next);
  await activate(next);
};

export const useLanguage = (): Language => language.use();

export const currentLanguage = (): Language => language.get();

/** The locale for dates and numbers of the language in use. */
export const localeTag = (): string => (language.get() === "es" ? "es-US" : "en-US");
