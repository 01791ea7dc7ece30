import { sessionsWithBoxes } from "#web/charting/room-box.ts";
import { deskOf } from "#web/charting/room-desk.ts";
import { dropOldAnswers } from "#web/platform/kept-answers.ts";

const resume = async (): Promise<void> => {
  for (const sessionId of await sessionsWithBoxes()) deskOf(sessionId);
};

/**
 * Sends what earlier windows left of any session, whatever screen is open now; and drops what was kept too long. Returns how to
 * stop looking for more.
 */
export const resumeRooms = (): (() => void) => {
  const look = (): void => void resume().catch(() => undefined);
  look();
  void dropOldAnswers().catch(() => undefined);
  addEventListener("online", look);
  return () => removeEventListener("online", look);
};
