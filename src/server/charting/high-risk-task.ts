import { labelOf } from "#domain/basics/label.ts";
import type { SignedMember } from "#server/charting/note-signature.queries.ts";
import type { Work } from "#server/platform/work.ts";
import { raiseTask } from "#server/tasks/task.service.ts";

interface SignedPart {
  readonly patientId: string;
  readonly member: Pick<SignedMember, "id" | "risk" | "label">;
}

/**
 * A high risk that is signed is somebody's to act on, in the same transaction: the signer's, who saw it, and from there it is passed
 * on as a critical answer is.
 */
export const raiseHighRisk = async (
  work: Work,
  staffId: string,
  parts: readonly SignedPart[],
): Promise<void> => {
  for (const { patientId, member } of parts)
    if (member.risk === "high")
      await raiseTask(work, {
        kind: "high-risk",
        patientId,
        label: labelOf(member.label),
        record: { kind: "note", id: member.id },
        ownerStaffId: staffId,
      });
};
