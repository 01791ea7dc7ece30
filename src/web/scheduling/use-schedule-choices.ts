import { listRooms } from "#domain/practice/room.api.ts";
import { listSites } from "#domain/practice/site.api.ts";
import { listStaff } from "#domain/practice/staff.api.ts";
import { staffName } from "#domain/practice/staff.ts";
import { listActivityTypes } from "#domain/programs/activity-type.api.ts";
import { listPrograms } from "#domain/programs/program.api.ts";
import { listHours, type HoursRow } from "#domain/scheduling/hours.api.ts";
import { isSingle } from "#domain/scheduling/session.ts";
import { useRead } from "#web/platform/use-read.ts";
import type { Choice } from "#web/ui/select-field.tsx";

const everything = { limit: 200 } as const;
const quiet = { quiet: true } as const;

interface Named {
  readonly id: string;
  readonly name: string;
}
const choice = ({ id, name }: Named) => ({ value: id, label: name });

/** Everybody who may lead a session. */
export const useStaffChoices = (enabled = true) =>
  useRead(listStaff, everything, { ...quiet, enabled });

/** What a session or a group can be made of; rooms of the chosen site only. */
export const useScheduleChoices = (siteId: string) => {
  const sites = useRead(listSites, everything, quiet);
  const rooms = useRead(listRooms, everything, quiet);
  const staff = useStaffChoices();
  const types = useRead(listActivityTypes, everything, quiet);
  const programs = useRead(listPrograms, everything, quiet);
  return {
    sites: (sites.data?.rows ?? []).map(choice),
    rooms: (rooms.data?.rows ?? []).filter((room) => room.site.id === siteId).map(choice),
    staff: (staff.data?.rows ?? []).map((one) => ({ value: one.id, label: staffName(one) })),
    types: (types.data?.rows ?? []).map(choice),
    typesAlone: (types.data?.rows ?? []).filter(({ format }) => isSingle(format)).map(choice),
    programs: (programs.data?.rows ?? []).map(choice),
  };
};

/** Stays as they are chosen among: by the person, with track and level. */
export const stayChoices = (rows: readonly HoursRow[]): readonly Choice[] =>
  rows
    .map((one) => ({
      value: one.enrollmentId,
      label: `${one.name} · ${one.trackName} · ${one.levelName}`,
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label));

/** Everybody in care now, by the stay that a seat is for. */
export const usePeopleInCare = () => {
  const people = useRead(listHours, {}, quiet);
  const rows = people.data?.rows ?? [];
  return {
    rows,
    choices: stayChoices(rows),
    patientOf: (enrollmentId: string): string =>
      rows.find((one) => one.enrollmentId === enrollmentId)?.patientId ?? "",
  };
};
