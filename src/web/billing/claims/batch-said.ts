import { plural, t } from "@lingui/core/macro";
import type { exportClaims } from "#domain/billing/claims/claim-file.api.ts";
import type { buildAlike, buildClaims } from "#domain/billing/claims/claim.api.ts";
import type { Output } from "#domain/contract/route.ts";
import { sayMoney } from "#web/platform/money.ts";

type Built = Pick<Output<typeof buildClaims>, "built" | "ready" | "held">;

/** What building made. None where a colleague pressed first: the days are in claims already, and nothing is doubled. */
export const sayBuilt = ({ built, ready, held }: Built): string => {
  if (built === 0)
    return t`Nothing was left to build. A colleague may have built it a moment ago: it stands below.`;
  const made = plural(built, { one: "# claim", other: "# claims" });
  return t`${made} built: ${ready} ready, ${held} held.`;
};

type File = Pick<Output<typeof exportClaims>["files"][number], "claims" | "totalCents">;

/** What was put into files and what stays back. No file where a colleague pressed first: each claim goes once. */
export const sayExported = (made: {
  readonly files: readonly File[];
  readonly held: readonly unknown[];
}): string => {
  const { files, held } = made;
  if (files.length === 0)
    return t`No claim was left to send. A colleague may have made the files a moment ago: they stand below.`;
  const amount = sayMoney(files.reduce((sum, { totalCents }) => sum + totalCents, 0));
  const sent = files.reduce((sum, file) => sum + file.claims, 0);
  const count = plural(files.length, { one: "# file", other: "# files" });
  const claims = plural(sent, { one: "# claim", other: "# claims" });
  const said = t`${count} made. ${claims}, ${amount}.`;
  const kept = plural(held.length, {
    one: "# claim stays back: it stands below, with why.",
    other: "# claims stay back: they stand below, each with why.",
  });
  return held.length === 0 ? said : `${said} ${kept}`;
};

type BuiltAnew = Pick<Output<typeof buildAlike>, "made" | "held" | "left">;

/** What became of claims that waited for the same, once that was put right. */
export const sayBuiltAnew = ({ made, held, left }: BuiltAnew): string => {
  const ready = made - held;
  const lacking = left.filter(({ code }) => code === "fault-stands").length;
  const others = left.length - lacking;
  const said = [
    ready > 0 &&
      plural(ready, {
        one: "# claim was built anew and goes with the next file.",
        other: "# claims were built anew and go with the next file.",
      }),
    held > 0 &&
      plural(held, {
        one: "# claim was built anew and waits for something else.",
        other: "# claims were built anew and wait for something else.",
      }),
    lacking > 0 &&
      plural(lacking, {
        one: "# still lacks the same and stays as it was.",
        other: "# still lack the same and stay as they were.",
      }),
    others > 0 &&
      plural(others, {
        one: "# has to be looked at first.",
        other: "# have to be looked at first.",
      }),
  ];
  return said.filter(Boolean).join(" ");
};
