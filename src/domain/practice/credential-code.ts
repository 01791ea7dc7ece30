import { z } from "zod";

export const credentialKinds = [
  "license",
  "certification",
  "registration",
  "dea",
  "training",
] as const;
export const credentialKindSchema = z.enum(credentialKinds);
export type CredentialKind = z.output<typeof credentialKindSchema>;

/** What is known of a credential by its letters. `needsState`: it holds in one state only. */
export interface CredentialCode {
  readonly code: string;
  readonly kind: CredentialKind;
  readonly needsState: boolean;
  readonly needsSupervision: boolean;
}

const license = (code: string, needsSupervision = false): CredentialCode => ({
  code,
  kind: "license",
  needsState: true,
  needsSupervision,
});

/** National boards certify once for all states. */
const national = (code: string, kind: CredentialKind = "certification"): CredentialCode => ({
  code,
  kind,
  needsState: false,
  needsSupervision: false,
});

/**
 * The letters behind names in these programs, and what they bring unless a state says otherwise. Who needs supervision
 * follows state practice acts (associates, interns, physician assistants, certified counselors) and, for peer
 * specialists, CMS SMDL 07-011. A default to start from: the record of each person is what counts.
 */
export const credentialCodes: readonly CredentialCode[] = [
  license("LCSW"),
  license("LICSW"),
  license("LMSW", true),
  license("LPC"),
  license("LPCC"),
  license("LMHC"),
  license("LPC-A", true),
  license("LMFT"),
  license("LMFT-A", true),
  license("PSY"),
  license("LADC"),
  license("LCDC"),
  { code: "CADC", kind: "certification", needsState: true, needsSupervision: true },
  { code: "CASAC", kind: "certification", needsState: true, needsSupervision: true },
  { code: "CPRS", kind: "certification", needsState: true, needsSupervision: true },
  license("MD"),
  license("DO"),
  license("PMHNP"),
  license("PA", true),
  license("RN"),
  license("OTR"),
  license("RD"),
  national("ATR-BC"),
  national("MT-BC"),
  national("CCM"),
  { code: "INTERN", kind: "registration", needsState: false, needsSupervision: true },
  { code: "DEA", kind: "dea", needsState: true, needsSupervision: false },
  national("CPR", "training"),
  national("CPI", "training"),
];

/** What is known of these letters; undefined for the many titles that only one state knows. */
export const knownCredential = (code: string): CredentialCode | undefined =>
  credentialCodes.find((known) => known.code === code.toUpperCase());
