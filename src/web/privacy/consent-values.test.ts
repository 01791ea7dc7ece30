import { expect, test } from "vitest";
import { consentFactsOf, consentValues } from "#web/privacy/consent-values.ts";

const typed = {
  ...consentValues(null),
  expiresOn: "2027-04-17",
  expiresAtEvent: "the end of care",
};

test("a consent is sent with the day and the event that were typed", () => {
  expect(consentFactsOf(typed)).toMatchObject({
    expiresOn: "2027-04-17",
    expiresAtEvent: "the end of care",
  });
});

test("one that names no end is sent without either, and never with a field of the form", () => {
  const sent = consentFactsOf({ ...typed, hasNoEnd: true });
  expect(sent).toMatchObject({ expiresOn: "", expiresAtEvent: "none" });
  expect(Object.keys(sent)).not.toContain("hasNoEnd");
});
