import type { ReactNode } from "react";
import { Button } from "#web/ui/button.tsx";
import type { Icon } from "#web/ui/icons.ts";
import { Row } from "#web/ui/rows.tsx";

interface NeedProps {
  readonly icon: Icon;
  readonly to: string;
  readonly title: ReactNode;
  readonly below: ReactNode;
  readonly marks?: ReactNode;
  /** The verb that leads to where it is done. */
  readonly act: ReactNode;
}

/** One thing to do, which opens where it is done. */
export const NeedRow = ({ act, ...row }: NeedProps): ReactNode => (
  <Row
    {...row}
    action={
      <Button size="small" to={row.to}>
        {act}
      </Button>
    }
  />
);
