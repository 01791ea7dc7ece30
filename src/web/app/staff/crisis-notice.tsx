import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { listTasks } from "#domain/tasks/task.api.ts";
import { crisesToSay } from "#web/app/staff/crisis-said.ts";
import { useAddress } from "#web/platform/address.ts";
import { paths } from "#web/platform/paths.ts";
import { useCan, useSession } from "#web/platform/session.tsx";
import { useRead } from "#web/platform/use-read.ts";
import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";
import { Time } from "#web/ui/time.tsx";

/**
 * On every staff screen: that a crisis waits for this person, and by when. It comes with the live update, also when a task is
 * passed on; it names nobody, for screens are seen by others, and it goes when somebody has taken the task.
 */
export const CrisisNotice = (): ReactNode => {
  const maySee = useCan("tasks:read");
  const { staffId, organization } = useSession();
  const { path } = useAddress();
  const tasks = useRead(
    listTasks,
    { whose: "mine", state: "open", urgency: "crisis", limit: 20 },
    { enabled: maySee, quiet: true },
  );
  const waiting = crisesToSay(tasks.data?.rows ?? [], { staffId, path });
  const [first] = waiting;
  return (
    <div aria-live="assertive">
      {first !== undefined && (
        <Note
          meaning="risk"
          action={
            <Button size="small" kind="primary" to={paths.tasks}>
              <Trans>Open tasks</Trans>
            </Button>
          }
        >
          <Plural
            value={waiting.length}
            one="A crisis task waits for you,"
            other="# crisis tasks wait for you, the first"
          />{" "}
          <Trans>
            by <Time at={first.dueAt} zone={organization.zone} />
          </Trans>
        </Note>
      )}
    </div>
  );
};
