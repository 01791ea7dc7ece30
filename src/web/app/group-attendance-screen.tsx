import type { ReactNode } from "react";
import { reasonWord } from "#web/charting/attendance-words.ts";
import { GroupAttendanceScreen } from "#web/reporting/group-attendance-screen.tsx";

/** How the groups were attended, which says why seats stayed empty in the words of the session room. */
export const AttendanceOfGroups = (): ReactNode => (
  <GroupAttendanceScreen reasonWord={reasonWord} />
);
