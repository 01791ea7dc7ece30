import type { ChartCopy } from "#domain/exports/chart-copy.ts";
import type { PrintOccasion } from "#server/exports/print-occasion.ts";
import { dayText, momentText, phoneText, wordsOf } from "#server/exports/print-words.ts";
import type { Print } from "#server/platform/pdf/print.ts";

const addressText = (address: ChartCopy["patient"]["address"]): string | null =>
  address === null
    ? null
    : [address.street, address.unit, `${address.city}, ${address.state} ${address.postalCode}`]
        .filter((line) => line !== null)
        .join(", ");

const printContacts = (print: Print, chart: ChartCopy): void => {
  print.part("People around");
  if (chart.contacts.length === 0) print.paragraph("Nobody is written down.", "quiet");
  for (const contact of chart.contacts) {
    const ended = contact.retiredAt === null ? "" : " (no longer)";
    const roles = contact.roles.map(wordsOf).join(", ");
    print.heading("H3", `${contact.name}, ${wordsOf(contact.relation)}${ended}`);
    print.facts([
      ["Is", roles],
      ["Telephone", phoneText(contact.phone)],
      ["E-mail", contact.email],
      ["Remarks", contact.notes],
    ]);
  }
};

const printCoverage = (print: Print, chart: ChartCopy): void => {
  print.part("Insurance");
  if (chart.coverages.length === 0) print.paragraph("None is written down.", "quiet");
  for (const policy of chart.coverages) {
    const mistake = policy.retiredAt === null ? "" : " (entered by mistake)";
    print.heading("H3", `${policy.payerName}${mistake}`);
    print.facts([
      ["Plan", policy.planName],
      ["Member number", policy.memberNumber],
      ["Group number", policy.groupNumber],
      ["Holder", policy.relationToSubscriber === "self" ? "self" : policy.subscriberName],
      ["From", dayText(policy.effectiveFrom)],
      ["To", dayText(policy.effectiveTo)],
    ]);
  }
};

/** Who the person is, and who stands around them. */
export const printIdentity = (print: Print, chart: ChartCopy, occasion: PrintOccasion): void => {
  const { patient } = chart;
  print.part("Identity");
  print.facts([
    [
      "Legal name",
      [patient.givenName, patient.middleName, patient.familyName, patient.nameSuffix]
        .filter((part) => part !== null)
        .join(" "),
    ],
    ["Called", patient.preferredName],
    ["Former names", patient.formerNames.join(", ")],
    ["Pronouns", patient.pronouns],
    ["Born", dayText(patient.birthDate)],
    ["Medical record number", patient.mrn],
    ["Sex for claims", patient.sexAtBirth],
    ["Gender", patient.gender],
    ["Language", `${patient.language}${patient.needsInterpreter ? ", with an interpreter" : ""}`],
    ["Telephone", phoneText(patient.phone)],
    ["E-mail", patient.email],
    ["Address", addressText(patient.address)],
  ]);
  if (occasion.parts.includes("contacts")) printContacts(print, chart);
  if (occasion.parts.includes("coverage")) printCoverage(print, chart);
};

/** Stays with what they were for. */
export const printStays = (print: Print, chart: ChartCopy): void => {
  print.part("Stays");
  if (chart.stays.length === 0) print.paragraph("None yet.", "quiet");
  for (const stay of chart.stays) {
    print.heading("H3", `${stay.programName}, ${stay.trackName}: ${stay.levelName}`);
    print.facts([
      ["Admitted", dayText(stay.admittedOn)],
      ["Ended", dayText(stay.endedOn)],
      ["Because", wordsOf(stay.endReason)],
    ]);
    for (const diagnosis of stay.diagnoses)
      print.paragraph(
        [diagnosis.code, diagnosis.description, `since ${dayText(diagnosis.diagnosedOn)}`]
          .filter((part) => part !== null)
          .join(", "),
      );
  }
};

const printConsents = (print: Print, chart: ChartCopy): void => {
  print.part("Consents");
  if (chart.consents.length === 0) print.paragraph("None is written down.", "quiet");
  for (const consent of chart.consents) {
    print.heading("H3", `${wordsOf(consent.kind)}: ${consent.recipients.join(", ")}`);
    print.facts([
      ["Who may tell", consent.discloser],
      ["What", consent.information.map(wordsOf).join(", ")],
      ["What for", consent.purposes.map(wordsOf).join(", ")],
      [
        "Signed",
        consent.signedOn === null
          ? "not yet"
          : `${dayText(consent.signedOn)} by ${consent.signedBy ?? ""} (${wordsOf(consent.signerRelation)})`,
      ],
      ["Until", consent.expiresOn === null ? consent.expiresAtEvent : dayText(consent.expiresOn)],
      [
        "Revoked",
        consent.revokedOn === null
          ? null
          : `${dayText(consent.revokedOn)} ${consent.revocationReason ?? ""}`,
      ],
    ]);
  }
};

/** What was signed about telling, and who was told: for the person alone. */
export const printPapers = (print: Print, chart: ChartCopy, occasion: PrintOccasion): void => {
  if (occasion.parts.includes("consents")) printConsents(print, chart);
  if (!occasion.parts.includes("disclosures")) return;
  const { zone } = occasion.keeper.organization;
  print.part("Who was told");
  if (chart.disclosures.length === 0) {
    print.paragraph("Nobody was told anything before this.", "quiet");
    return;
  }
  print.table(
    [
      { name: "When", part: 3 },
      { name: "Who", part: 3 },
      { name: "What", part: 4 },
      { name: "What for, on what ground", part: 4 },
    ],
    chart.disclosures.map((told) => [
      momentText(told.at, zone),
      told.recipient,
      told.information.map(wordsOf).join(", "),
      `${wordsOf(told.purpose)}; ${wordsOf(told.basis)}`,
    ]),
  );
};
