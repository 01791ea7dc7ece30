import { z } from "zod";

/** Languages that clinics in the United States are asked for most (ACS, table B16001), American Sign Language among them. */
export const languages = [
  "en",
  "es",
  "ase",
  "am",
  "ar",
  "bn",
  "de",
  "fa",
  "fr",
  "gu",
  "hi",
  "hmn",
  "ht",
  "it",
  "ja",
  "km",
  "ko",
  "lo",
  "nv",
  "pl",
  "pt",
  "ru",
  "so",
  "sw",
  "tl",
  "uk",
  "ur",
  "vi",
  "yue",
  "zh",
] as const;
/** A language by its code in BCP 47. */
export const languageSchema = z.enum(languages);
