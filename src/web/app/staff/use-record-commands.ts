import { useLingui } from "@lingui/react/macro";
import { listSites } from "#domain/practice/site.api.ts";
import { listStaff } from "#domain/practice/staff.api.ts";
import { useBillingFound } from "#web/app/billing/use-billing-found.ts";
import type { Command } from "#web/platform/commands.ts";
import { paths } from "#web/platform/paths.ts";
import { usePatientWords } from "#web/platform/patient-words.ts";
import { useCan } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { useSettled } from "#web/platform/use-settled.ts";

const pauseMilliseconds = 200;
const fewestLetters = 2;
const most = 6;

/**
 * Records that begin with what is typed. The server searches, once the person pauses. People in care are searched for only
 * where that is chosen: whoever looks for a screen is shown no names, and the trail no looks that nobody took.
 */
export const useRecordCommands = (text: string): readonly Command[] => {
  const { t } = useLingui();
  const typed = text.trim();
  const q = useSettled(typed, pauseMilliseconds);
  const isLong = q.length >= fewestLetters;
  const { many } = usePatientWords();
  const maySeePatients = useCan("patients:read");
  const maySeeStaff = useCan("staff:read");
  const maySeeSites = useCan("practice:read");
  const billing = useBillingFound(typed, q);
  const input = { q, limit: most };
  const staff = useRead(listStaff, input, { enabled: isLong && maySeeStaff });
  const sites = useRead(listSites, input, { enabled: isLong && maySeeSites });
  const inCare = {
    id: "patients",
    name: t`Find “${typed}”`,
    kind: many,
    to: paths.patientsFound(typed),
  };
  return [
    ...(staff.data?.rows ?? []).map((row) => ({
      id: `staff ${row.id}`,
      name: `${row.givenName} ${row.familyName}`,
      kind: t`Staff`,
      to: paths.staffMember(row.id),
    })),
    ...(sites.data?.rows ?? []).map((row) => ({
      id: `site ${row.id}`,
      name: row.name,
      kind: t`Site`,
      also: row.address.city,
      to: paths.site(row.id),
    })),
    ...billing.before,
    ...(maySeePatients && typed.length >= fewestLetters ? [inCare] : []),
    ...billing.after,
  ];
};
