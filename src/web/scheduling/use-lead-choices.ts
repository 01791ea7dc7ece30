import { useLingui } from "@lingui/react/macro";
import { listStaff } from "#domain/practice/staff.api.ts";
import { listSessions } from "#domain/scheduling/session.api.ts";
import { sayTime } from "#web/platform/dates.ts";
import { addDays } from "#web/platform/days.ts";
import { spanOf } from "#web/platform/time-span.ts";
import { useRead } from "#web/platform/use-read.ts";
import { leadChoices, type WantedTime } from "#web/scheduling/lead-choices.ts";
import type { Choice } from "#web/ui/select-field.tsx";

/** Who can be asked to lead on a day at a time: whoever is free first, the others with what they are in then. */
export const useLeadChoices = (day: string, time: WantedTime | null): readonly Choice[] => {
  const { t } = useLingui();
  const staff = useRead(listStaff, { limit: 200 }, { quiet: true });
  const isKnown = /^\d{4}-\d\d-\d\d$/u.test(day) && time !== null;
  const near = isKnown ? { from: addDays(day, -1), to: addDays(day, 1) } : { from: "", to: "" };
  const sessions = useRead(listSessions, near, { quiet: true, enabled: isKnown });
  const wanted = time ?? { from: 0, to: 0, sessionId: null };
  const isTold = isKnown && sessions.data !== undefined;
  return leadChoices(staff.data?.rows ?? [], sessions.data?.rows ?? [], wanted).map(
    ({ id, name, meanwhile }) => {
      if (!isTold) return { value: id, label: name };
      if (meanwhile === null) return { value: id, label: t`${name} · free` };
      const { session, role } = meanwhile;
      const { name: other, startsAt, endsAt, zone } = session;
      const hours = spanOf(sayTime(startsAt, zone), sayTime(endsAt, zone));
      const label =
        role === "lead"
          ? t`${name} · leads ${other} then, ${hours}`
          : t`${name} · helps in ${other} then, ${hours}`;
      return { value: id, label };
    },
  );
};
