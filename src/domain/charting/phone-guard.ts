import type { Finding } from "#domain/charting/guard-finding.ts";
import type { GuardedText } from "#domain/charting/guarded-text.ts";
import type { RosterTerms } from "#domain/charting/roster-names.ts";

const number =
  /(?<![\d-])(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-]?)?\d{3}[\s.-]\d{4}(?![\d-])|(?<![\d-])\d{10}(?![\d-])/gu;

/** Lines of help that everybody may be given: SAMHSA's helpline and the former number of 988. */
const lines: ReadonlySet<string> = new Set(["8006624357", "8002738255"]);

const local = 7;

/** Telephone numbers in a text that are not the person's own: somebody else's on the roster holds, any other is asked about. */
export const findPhones = (
  { patientId, field, text }: GuardedText,
  terms: RosterTerms,
): Finding[] =>
  [...text.matchAll(number)].flatMap((match): Finding[] => {
    const digits = match[0].replace(/\D/gu, "").replace(/^1(?=\d{10}$)/u, "");
    if (lines.has(digits)) return [];
    const owners = [...terms.phones].filter(([phone]) =>
      digits.length === local ? phone.endsWith(digits) : phone === digits,
    );
    if (patientId !== null && owners.some(([, id]) => id === patientId)) return [];
    const start = match.index + match[0].search(/\S/u);
    return [
      {
        code: "phone-number",
        where: { patientId, field, start, end: match.index + match[0].length },
        values: { name: match[0].trim() },
        mend: "remove-number",
        weight: owners.length > 0 ? "hold" : "warn",
      },
    ];
  });
