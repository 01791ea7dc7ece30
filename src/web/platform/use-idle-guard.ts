import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { signOut } from "#domain/access/session.api.ts";
import { call } from "#web/platform/call.ts";
import { idleStep } from "#web/platform/idle.ts";
import { lastInput, noteInput } from "#web/platform/last-input.ts";
import { notify } from "#web/platform/notices.ts";
import { useSession, useSessionRefresh } from "#web/platform/session.tsx";
import { isGateOpen, passGate } from "#web/platform/signed-in-gate.ts";
import { lockVault } from "#web/platform/vault-lock.ts";

const noteMilliseconds = 5_000;
const lookMilliseconds = 15_000;
let noted = 0;
/** How long nobody may touch the device while somebody is signed in; 0 while nobody is. */
let idleMs = 0;

const note = (): void => {
  const now = Date.now();
  if (idleMs === 0 || now - noted < noteMilliseconds) return;
  // Whoever touches it after that has not stayed: a tablet that slept must not come alive by the touch that wakes it.
  if (now - lastInput() >= idleMs) return;
  noted = now;
  noteInput(now);
};

for (const type of ["pointerdown", "keydown", "wheel"]) {
  addEventListener(type, note, { capture: true, passive: true });
}

const end = async (): Promise<void> => {
  await lockVault();
  await call(signOut, {}, { quiet: true }).catch(() => undefined);
  await passGate("signed-out");
};

/**
 * Covers the screen and ends the session when nobody has touched this device for as long as the server
 * allows (45 CFR 164.312(a)(2)(iii): automatic logoff); warns a minute before. What was typed stays.
 */
export const useIdleGuard = (): void => {
  const { t } = useLingui();
  const { idleMinutes, expiresAt } = useSession();
  const refresh = useSessionRefresh();
  const lastAsked = useRef(0);
  const warned = useRef(false);
  const look = (): void => {
    const step = idleStep({
      now: Date.now(),
      lastInput: lastInput(),
      lastAsked: lastAsked.current,
      idleMilliseconds: idleMinutes * 60_000,
      expiresAt: new Date(expiresAt).getTime(),
    });
    if (step === "end" && !isGateOpen()) void end();
    if (step === "warn" && !warned.current) {
      notify({
        text: t`You will be signed out in a minute. Touch the screen or press a key to stay.`,
        seconds: 55,
      });
    }
    warned.current = step === "warn";
    if (step === "ask") {
      lastAsked.current = Date.now();
      void refresh();
    }
  };
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    idleMs = idleMinutes * 60_000;
    return () => {
      idleMs = 0;
    };
  }, [idleMinutes]);
  useEffect(() => {
    noted = 0;
    noteInput(Date.now());
    lastAsked.current = Date.now();
    const timer = setInterval(() => latest.current(), lookMilliseconds);
    return () => clearInterval(timer);
  }, []);
};
