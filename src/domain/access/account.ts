import { z } from "zod";
import { lineSchema } from "#domain/basics/text.ts";

/** How a person is called on screens and in the trail. */
export const personNameSchema = lineSchema(120);

export const locales = ["en", "es"] as const;
export type Locale = (typeof locales)[number];
export const localeSchema = z.enum(locales);

/** The language of an account; a code nobody knows any more reads as English. */
export const localeOf = (text: string): Locale => locales.find((locale) => locale === text) ?? "en";

/** `Denise` of `Denise Okafor`: the one name that stands in a letter. */
export const firstNameOf = (name: string): string => name.split(" ", 1)[0] ?? name;
