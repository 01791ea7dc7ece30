import type { ReactNode } from "react";
import { AskedBy } from "#web/ui/ask-colleague.tsx";
import { Button } from "#web/ui/button.tsx";

/** Where something is mended; or who asked a colleague to mend it. */
export type MendAt =
  | { readonly to: string; readonly name: string }
  | { readonly asked: { readonly by: string; readonly at: string } };

/** Leads to where something is mended, or says that it is asked for. */
export const MendAction = ({ place }: { readonly place: MendAt }): ReactNode =>
  "asked" in place ? (
    <AskedBy asked={place.asked} />
  ) : (
    <Button size="small" to={place.to}>
      {place.name}
    </Button>
  );
