import type { MemberNote } from "#domain/charting/member-note.ts";

interface Offers {
  /** What comes next with this note, of all that may be done with it. */
  readonly first: "cosign" | "correct" | null;
  /** Besides what comes first: it went back to its author, and the supervisor may still let it stand as it is. */
  readonly cosignsAsItIs: boolean;
}

/** What a note offers whoever reads it. Once returned it waits for its author: it is not asked of its supervisor as if nothing was. */
export const noteOffers = ({ may, state }: Pick<MemberNote, "may" | "state">): Offers => {
  const isReturned = state === "returned";
  const cosigns = may.cosign && !isReturned;
  return {
    first: cosigns ? "cosign" : may.correct ? "correct" : null,
    cosignsAsItIs: may.cosign && isReturned,
  };
};
