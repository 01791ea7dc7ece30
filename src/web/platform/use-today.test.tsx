import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { dayAt } from "#web/platform/dates.ts";
import { SessionProvider, type Session } from "#web/platform/session.tsx";
import { useToday } from "#web/platform/use-today.ts";

const Today = (props: { readonly zone?: string }) => useToday(props.zone);

const id = "0198c0de-0000-7000-8000-000000000001";
const sessionIn = (zone: string): Session => ({
  id,
  account: { id, name: "Ada Marsh", email: "ada@riverbend.example", locale: "en" },
  organization: { id, name: "Riverbend", zone, crisisPhone: null, patientWord: "member" },
  organizations: [],
  staffId: null,
  roles: [],
  permissions: [],
  signingUntil: null,
  expiresAt: "2026-11-22T12:00:00Z",
  idleMinutes: 15,
});

// Twenty-five hours apart: whatever the device says, it is another day in one of them.
const [east, west] = ["Pacific/Kiritimati", "Pacific/Pago_Pago"] as const;

test.each([east, west])("today is the organization's day, not the device's: %s", (zone) => {
  const shown = (asked?: string) =>
    renderToStaticMarkup(
      <SessionProvider session={sessionIn(zone)}>
        <Today {...(asked === undefined ? {} : { zone: asked })} />
      </SessionProvider>,
    );
  expect(shown()).toBe(dayAt(new Date(), zone));
  expect(shown(east)).toBe(dayAt(new Date(), east));
});
