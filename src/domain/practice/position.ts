import { z } from "zod";

/**
 * The work people do in intensive outpatient programs. State rules name the counselor differently (LADC, CADC, CASAC,
 * LCDC): that is the credential, the position is the work. `usual` are the credentials offered first when one is added.
 */
export const positions = [
  { code: "program-director", group: "leadership", usual: ["LCSW", "LPC", "LMFT", "PSY"] },
  { code: "clinical-director", group: "leadership", usual: ["LCSW", "LPC", "LMFT", "PSY"] },
  { code: "medical-director", group: "leadership", usual: ["MD", "DO", "DEA"] },
  { code: "social-worker", group: "therapy", usual: ["LCSW", "LICSW", "LMSW"] },
  { code: "professional-counselor", group: "therapy", usual: ["LPC", "LPCC", "LMHC"] },
  { code: "marriage-family-therapist", group: "therapy", usual: ["LMFT"] },
  { code: "psychologist", group: "therapy", usual: ["PSY"] },
  { code: "substance-use-counselor", group: "therapy", usual: ["LADC", "CADC", "CASAC", "LCDC"] },
  { code: "occupational-therapist", group: "therapy", usual: ["OTR"] },
  { code: "art-therapist", group: "therapy", usual: ["ATR-BC"] },
  { code: "music-therapist", group: "therapy", usual: ["MT-BC"] },
  { code: "intern", group: "therapy", usual: ["INTERN", "LMSW", "LPC-A", "LMFT-A"] },
  { code: "psychiatrist", group: "medical", usual: ["MD", "DO", "DEA"] },
  { code: "addiction-physician", group: "medical", usual: ["MD", "DO", "DEA"] },
  { code: "nurse-practitioner", group: "medical", usual: ["PMHNP", "DEA"] },
  { code: "physician-assistant", group: "medical", usual: ["PA", "DEA"] },
  { code: "nurse", group: "medical", usual: ["RN"] },
  { code: "dietitian", group: "medical", usual: ["RD"] },
  { code: "case-manager", group: "support", usual: ["CCM"] },
  { code: "peer-specialist", group: "support", usual: ["CPRS"] },
  { code: "intake-coordinator", group: "office", usual: [] },
  { code: "utilization-reviewer", group: "office", usual: ["RN", "LCSW"] },
  { code: "biller", group: "office", usual: [] },
  { code: "office-coordinator", group: "office", usual: [] },
] as const;

export type Position = (typeof positions)[number]["code"];
export const positionSchema = z.enum(positions.map((position) => position.code));

/** The credential codes people of this position usually hold. */
export const usualCredentials = (position: Position): readonly string[] =>
  positions.find((one) => one.code === position)?.usual ?? [];

/** Whether people of this position lead sessions: whoever works in the office does not, whatever letters they hold. */
export const leadsSessions = (position: Position): boolean =>
  positions.some(({ code, group }) => code === position && group !== "office");
