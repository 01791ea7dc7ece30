import type { Locale } from "#domain/access/account.ts";

/** Sentences by key. `{names}` in braces are filled in. */
export type Catalogue = Readonly<Record<string, string>>;

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

type Values<Text extends string> = [Names<Text>] extends [never]
  ? []
  : [values: Readonly<Record<Names<Text>, string | number>>];

export type Say<English extends Catalogue> = <Key extends keyof English & string>(
  key: Key,
  ...values: Values<English[Key]>
) => string;

/** English sets the keys and what each sentence takes; every other language has all of them. */
export interface Catalogues<English extends Catalogue> {
  readonly en: English;
  readonly es: { readonly [Key in keyof English]: string };
}

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

/** The sentences of one language. A missing key or value does not compile. */
export const words =
  <const English extends Catalogue>(
    catalogues: Catalogues<English>,
    locale: Locale,
  ): Say<English> =>
  (key, ...[values]) =>
    fill(catalogues[locale][key], values ?? {});
