/** From what age the law of a state lets a minor ask for outpatient treatment of a substance use disorder alone. */
export interface MinorConsentRule {
  readonly state: string;
  /** 0 where the statute names no age. */
  readonly aloneFromAge: number;
  readonly statute: string;
  readonly effectiveFrom: string;
  /** Where we read it. Counsel confirms it before an organization relies on it. */
  readonly readIn: "Weisleder 2007, table 1" | "statute, from memory";
}

const table = "Weisleder 2007, table 1";
const memory = "statute, from memory";
const long = "1990-01-01";

/**
 * As data, with where it was read: P. Weisleder, J Am Acad Psychiatry Law 35 (2007) 317–322, and statutes that were not
 * looked up again. A state that is not here asks for both signatures, which never tells more than the law allows.
 */
export const minorConsentRules: readonly MinorConsentRule[] = [
  {
    state: "AL",
    aloneFromAge: 14,
    statute: "Ala. Code 22-8-4",
    effectiveFrom: long,
    readIn: table,
  },
  {
    state: "AZ",
    aloneFromAge: 12,
    statute: "Ariz. Rev. Stat. 44-133.01",
    effectiveFrom: long,
    readIn: table,
  },
  {
    state: "CA",
    aloneFromAge: 12,
    statute: "Cal. Fam. Code 6929",
    effectiveFrom: long,
    readIn: table,
  },
  {
    state: "CO",
    aloneFromAge: 15,
    statute: "Colo. Rev. Stat. 13-22-102",
    effectiveFrom: long,
    readIn: table,
  },
  {
    state: "DE",
    aloneFromAge: 14,
    statute: "16 Del. C. 2210",
    effectiveFrom: long,
    readIn: table,
  },
  {
    state: "MN",
    aloneFromAge: 0,
    statute: "Minn. Stat. 144.343",
    effectiveFrom: long,
    readIn: memory,
  },
  { state: "OR", aloneFromAge: 14, statute: "ORS 109.675", effectiveFrom: long, readIn: memory },
  { state: "WA", aloneFromAge: 13, statute: "RCW 71.34.530", effectiveFrom: long, readIn: memory },
];
