import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { CredentialKind } from "#domain/practice/credential-code.ts";

/** What each kind of credential is called. */
export const kindWords: Readonly<Record<CredentialKind, MessageDescriptor>> = {
  license: msg`License`,
  certification: msg`Certification`,
  registration: msg`Registration`,
  dea: msg`DEA registration`,
  training: msg`Training`,
};

/** What the letters stand for; a code that only one state knows stands for itself. */
export const codeWords: Readonly<Record<string, MessageDescriptor>> = {
  LCSW: msg`Licensed clinical social worker`,
  LICSW: msg`Licensed independent clinical social worker`,
  LMSW: msg`Licensed master social worker`,
  LPC: msg`Licensed professional counselor`,
  LPCC: msg`Licensed professional clinical counselor`,
  LMHC: msg`Licensed mental health counselor`,
  "LPC-A": msg`Licensed professional counselor, associate`,
  LMFT: msg`Licensed marriage and family therapist`,
  "LMFT-A": msg`Licensed marriage and family therapist, associate`,
  PSY: msg`Licensed psychologist`,
  LADC: msg`Licensed alcohol and drug counselor`,
  LCDC: msg`Licensed chemical dependency counselor`,
  CADC: msg`Certified alcohol and drug counselor`,
  CASAC: msg`Credentialed alcoholism and substance abuse counselor`,
  CPRS: msg`Certified peer recovery specialist`,
  MD: msg`Physician (MD)`,
  DO: msg`Physician (DO)`,
  PMHNP: msg`Psychiatric mental health nurse practitioner`,
  PA: msg`Physician assistant`,
  RN: msg`Registered nurse`,
  OTR: msg`Occupational therapist, registered`,
  RD: msg`Registered dietitian`,
  "ATR-BC": msg`Registered art therapist, board certified`,
  "MT-BC": msg`Music therapist, board certified`,
  CCM: msg`Certified case manager`,
  INTERN: msg`Registered intern`,
  DEA: msg`Controlled substances`,
  CPR: msg`Cardiopulmonary resuscitation`,
  CPI: msg`Nonviolent crisis intervention`,
};
