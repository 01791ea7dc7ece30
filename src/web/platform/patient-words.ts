import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";
import { useSession } from "#web/platform/session.tsx";

interface Words {
  readonly one: MessageDescriptor;
  readonly many: MessageDescriptor;
}

const patient: Words = { one: msg`Patient`, many: msg`Patients` };

const words: Readonly<Record<string, Words>> = {
  patient,
  client: { one: msg`Client`, many: msg`Clients` },
  member: { one: msg`Member`, many: msg`Members` },
  participant: { one: msg`Participant`, many: msg`Participants` },
};

/** What the people in care are called in this organization, one and several, as a heading says it. */
export const usePatientWords = (): { readonly one: string; readonly many: string } => {
  const { i18n } = useLingui();
  const { one, many } = words[useSession().organization.patientWord] ?? patient;
  return { one: i18n._(one), many: i18n._(many) };
};
