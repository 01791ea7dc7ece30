import { sql } from "kysely";
import type { Work } from "#server/platform/work.ts";

/** When the file was made that the first answer speaks of; null while none was taken in. */
export const firstAnsweredFile = async ({
  tx,
  organizationId,
}: Work): Promise<string | undefined> => {
  const row = await tx
    .selectFrom("stepwell.acknowledgment as said")
    .innerJoin("stepwell.claimFile as file", (on) =>
      on.on("file.organizationId", "=", organizationId).onRef("file.id", "=", "said.claimFileId"),
    )
    .select("file.createdAt")
    .where("said.organizationId", "=", organizationId)
    .orderBy("said.id")
    .limit(1)
    .executeTakeFirst();
  return row?.createdAt;
};

/** Whether a file that is no test was made since a moment, and left: one that lies here is nobody's to answer. */
export const isLiveSince = async (
  { tx, organizationId }: Work,
  since: string,
): Promise<boolean> => {
  const row = await tx
    .selectFrom("stepwell.claimFile")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("createdAt", ">=", since)
    .where("handedOverAt", "is not", null)
    .where(sql<boolean>`not is_test`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};
