import type {
  AdmissionSource,
  AdmissionType,
  PatientStatus,
} from "#domain/admissions/admission-terms.ts";
import type { ClaimFrequency } from "#domain/billing/claims/claim-snapshot.ts";

/** CL101 (NUBC form locator 14): how urgent the admission was. */
const admissionTypeCodes: Readonly<Record<AdmissionType, string>> = {
  emergency: "1",
  urgent: "2",
  elective: "3",
  unknown: "9",
};

/** CL102 (NUBC form locator 15): from where the person came, as far as an outpatient claim tells it apart. */
const admissionSourceCodes: Readonly<Record<AdmissionSource, string>> = {
  self: "1",
  family: "1",
  school: "1",
  employer: "1",
  clinic: "2",
  hospital: "4",
  "emergency-department": "4",
  residential: "6",
  "higher-level-here": "6",
  "lower-level-here": "6",
  court: "8",
  other: "9",
};

/** CL103 (NUBC form locator 17): how the stay ended, or 30 while it lasts. */
const patientStatusCodes: Readonly<Record<PatientStatus, string>> = {
  "still-in-care": "30",
  home: "01",
  "other-program": "01",
  hospital: "02",
  residential: "70",
  "against-advice": "07",
  "law-enforcement": "21",
  died: "20",
};

/** CL1 of a claim. */
export interface StayCodes {
  readonly type: string;
  readonly source: string;
  readonly status: string;
}

/**
 * CL1 of a stay. An interim bill says 30, still a patient; one that covers the services through their last day never does
 * (Medicare Claims Processing Manual, ch. 4, 261: types of bill and patient status of intensive outpatient programs).
 */
export const stayCodesOf = (
  stay: {
    readonly admissionType: AdmissionType;
    readonly admissionSource: AdmissionSource;
    readonly patientStatus: PatientStatus;
  },
  frequency: ClaimFrequency,
): StayCodes => {
  const own = patientStatusCodes[stay.patientStatus];
  const isInterim = frequency === "2" || frequency === "3";
  return {
    type: admissionTypeCodes[stay.admissionType],
    source: admissionSourceCodes[stay.admissionSource],
    status: isInterim ? "30" : own === "30" ? "01" : own,
  };
};
