import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { SetupStep } from "#domain/practice/setup.ts";

export interface StepWords {
  readonly title: MessageDescriptor;
  readonly why: MessageDescriptor;
  readonly verb: MessageDescriptor;
}

/** What a program needs before its first day, and why. */
export const setupWords: Readonly<Record<SetupStep, StepWords>> = {
  "organization-npi": {
    title: msg`NPI of the organization`,
    why: msg`Copies of records carry it`,
    verb: msg`Enter`,
  },
  "crisis-phone": {
    title: msg`Your own crisis line`,
    why: msg`Patients see it on every page, beside 988`,
    verb: msg`Enter`,
  },
  site: {
    title: msg`A site`,
    why: msg`Its time zone decides what a day is`,
    verb: msg`Add`,
  },
  room: {
    title: msg`A room`,
    why: msg`Groups meet in rooms`,
    verb: msg`Add`,
  },
  staff: {
    title: msg`Staff`,
    why: msg`Who may lead, sign and supervise`,
    verb: msg`Add`,
  },
  "second-administrator": {
    title: msg`A second administrator`,
    why: msg`One alone cannot let anybody in when away or locked out`,
    verb: msg`Invite`,
  },
};
