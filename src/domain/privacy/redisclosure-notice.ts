/**
 * The notice of 42 CFR 2.32(a) that goes with whatever is told by consent, in the words in force from a day on. Either of
 * its two statements will do; the words are the regulation's own, a federal text in the public domain.
 */
export interface Notice {
  readonly version: string;
  readonly effectiveFrom: string;
  readonly long: string;
  readonly short: string;
}

const protectedRecord =
  "This record which has been disclosed to you is protected by Federal confidentiality rules (42 CFR part 2).";

/** Newest first. */
const versions: readonly Notice[] = [
  {
    // 89 FR 12472, February 16, 2024.
    version: "42-cfr-2.32-2024",
    effectiveFrom: "2024-04-16",
    long: `${protectedRecord} These rules prohibit you from using or disclosing this record, or testimony that describes the information contained in this record, in any civil, criminal, administrative, or legislative proceedings by any Federal, State, or local authority, against the patient, unless authorized by the consent of the patient, except as provided at 42 CFR 2.12(c)(5) or as authorized by a court in accordance with 42 CFR 2.64 or 2.65. In addition, the Federal rules prohibit you from making any other use or disclosure of this record unless at least one of the following applies: (i) Further use or disclosure is expressly permitted by the written consent of the individual whose information is being disclosed in this record or as otherwise permitted by 42 CFR part 2. (ii) You are a covered entity or business associate and have received the record for treatment, payment, or health care operations, or (iii) You have received the record from a covered entity or business associate as permitted by 45 CFR part 164, subparts A and E. A general authorization for the release of medical or other information is NOT sufficient to meet the required elements of written consent to further use or redisclose the record (see 42 CFR 2.31).`,
    short: "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
  },
  {
    // 85 FR 43037, July 15, 2020.
    version: "42-cfr-2.32-2020",
    effectiveFrom: "2020-08-14",
    long: "This record which has been disclosed to you is protected by federal confidentiality rules (42 CFR part 2). The federal rules prohibit you from making any further disclosure of this record unless further disclosure is expressly permitted by the written consent of the individual whose information is being disclosed in this record or, is otherwise permitted by 42 CFR part 2. A general authorization for the release of medical or other information is NOT sufficient for this purpose (see § 2.31). The federal rules restrict any use of the information to investigate or prosecute with regard to a crime any patient with a substance use disorder, except as provided at §§ 2.12(c)(5) and 2.65.",
    short: "42 CFR part 2 prohibits unauthorized disclosure of these records.",
  },
];

/** The notice in force on a day; before the first we know, the first. */
export const noticeOn = (day: string): Notice => {
  const inForce = versions.find((notice) => notice.effectiveFrom <= day) ?? versions.at(-1);
  if (inForce === undefined) throw new Error("There is no notice.");
  return inForce;
};
