import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import type { DateSpan } from "#edi/837/claim.ts";
import type { Contact, Party, PartyRole } from "#edi/837/party.ts";

// What claims that nobody made are made of: words, days, amounts, and parties with any of their fields.

export const word = fc
  .stringMatching(/^[A-Z0-9](?:[A-Z0-9 .#/-]{0,12}[A-Z0-9])?$/)
  .map((text) => text.replace(/ {2,}/g, " "));
export const code = fc.stringMatching(/^[A-Z0-9]{1,5}$/);
export const maybe = <T>(one: Arbitrary<T>, nothing: T): Arbitrary<T> =>
  fc.oneof(fc.constant(nothing), one);
export const maybeWord = maybe(word, "");
export const cents = fc.integer({ min: 0, max: 99_999_999 });
export const date = fc
  .tuple(
    fc.integer({ min: 1900, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(
    ([year, month, day]) =>
      `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
  );
export const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
export const units = fc.oneof(
  fc.integer({ min: 0, max: 999 }),
  fc.integer({ min: 0, max: 9999 }).map((tenths) => tenths / 10),
);

export const span: Arbitrary<DateSpan> = fc.oneof(
  date.map((from) => ({ from, through: null, time: null })),
  fc.tuple(date, date).map(([from, through]) => ({ from, through, time: null })),
  fc.tuple(date, time).map(([from, at]) => ({ from, through: null, time: at })),
);
export const day: Arbitrary<DateSpan> = date.map((from) => ({ from, through: null, time: null }));

export const contact: Arbitrary<Contact> = fc.record({
  name: word,
  ways: fc.array(fc.record({ kind: fc.constantFrom("TE", "EM", "FX"), value: word }), {
    minLength: 1,
    maxLength: 3,
  }),
});

export const address = fc.record({
  line1: word,
  line2: maybeWord,
  city: word,
  state: fc.constantFrom("IA", "NV", "OH"),
  zip: fc.stringMatching(/^\d{9}$/),
  country: fc.constant(""),
  subdivision: fc.constant(""),
});

export const party = (
  role: PartyRole,
  given: Partial<{ [K in keyof Party]: Arbitrary<Party[K]> }> = {},
): Arbitrary<Party> =>
  fc.record({
    role: fc.constant(role),
    isPerson: fc.boolean(),
    name: word,
    first: maybeWord,
    middle: maybeWord,
    prefix: fc.constant(""),
    suffix: maybe(fc.constant("JR"), ""),
    idKind: fc.constant("XX"),
    id: word,
    address: fc.constant(null),
    taxonomy: fc.constant(""),
    bornOn: fc.constant(null),
    sex: fc.constant(""),
    references: fc.constant([]),
    contacts: fc.constant([]),
    paidOn: fc.constant(null),
    more: fc.constant([]),
    ...given,
  });
