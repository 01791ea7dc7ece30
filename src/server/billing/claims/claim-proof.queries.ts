import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

/** Sessions by their own times, in the order of their beginning. */
export const selectSessions = async ({ tx, organizationId }: Work, sessionIds: readonly string[]) =>
  sessionIds.length === 0
    ? []
    : await tx
        .selectFrom("stepwell.session")
        .select(["id", "name", "startsAt", "endsAt", "zone"])
        .where("organizationId", "=", organizationId)
        .where("id", "in", sessionIds)
        .orderBy("startsAt")
        .orderBy("id")
        .execute();

/** Notes as signed, and what became of them. */
export const selectNotes = async ({ tx, organizationId }: Work, noteIds: readonly string[]) =>
  noteIds.length === 0
    ? []
    : await tx
        .selectFrom("stepwell.memberNote as note")
        .select(["note.id", "note.sessionId", "note.authorName", "note.signedAt"])
        .select([
          sql<string | null>`(select act.at from stepwell.note_act act
            where act.organization_id = ${organizationId} and act.note_id = note.id and act.kind = 'cosign')`.as(
            "cosignedAt",
          ),
          sql<boolean>`exists (select from stepwell.note_act act
            where act.organization_id = ${organizationId} and act.note_id = note.id and act.kind = 'retract')`.as(
            "isRetracted",
          ),
        ])
        .where("note.organizationId", "=", organizationId)
        .where("note.id", "in", noteIds)
        .execute();

/** The file a claim went out in. */
export const selectFile = ({ tx, organizationId }: Work, claimFileId: string) =>
  tx
    .selectFrom("stepwell.claimFile")
    .select(["id", "name", "createdAt", "handedOverAt", "content"])
    .where("organizationId", "=", organizationId)
    .where("id", "=", claimFileId)
    .executeTakeFirst();
