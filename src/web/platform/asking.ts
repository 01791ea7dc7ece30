import { useAddress } from "#web/platform/address.ts";

/** What a colleague is to be asked for, about a session or a person, and the words to begin with. */
export interface Asking {
  readonly words: string;
  /** Empty where whoever asks says whom. */
  readonly ownerStaffId: string;
  /** What of the session or the person it is. */
  readonly ask: string;
  readonly sessionId: string;
  readonly patientId: string;
}

const names = {
  words: "ask-words",
  ownerStaffId: "ask-whom",
  ask: "ask",
  sessionId: "ask-session",
  patientId: "ask-person",
} as const;

/** Asking stands in the address of whichever screen it is begun on, so that nobody leaves what they look at for it. */
export const useAsking = () => {
  const { path, search, go } = useAddress();
  const read = (name: keyof typeof names): string => search.get(names[name]) ?? "";
  const asking: Asking = {
    words: read("words"),
    ownerStaffId: read("ownerStaffId"),
    ask: read("ask"),
    sessionId: read("sessionId"),
    patientId: read("patientId"),
  };
  const addressOf = (wanted: (Partial<Asking> & Pick<Asking, "words">) | null): string => {
    const next = new URLSearchParams(search);
    for (const name of Object.values(names)) next.delete(name);
    if (wanted !== null) {
      next.set(names.words, wanted.words);
      if (wanted.ownerStaffId) next.set(names.ownerStaffId, wanted.ownerStaffId);
      if (wanted.ask) next.set(names.ask, wanted.ask);
      if (wanted.sessionId) next.set(names.sessionId, wanted.sessionId);
      if (wanted.patientId) next.set(names.patientId, wanted.patientId);
    }
    const text = next.toString();
    return text === "" ? path : `${path}?${text}`;
  };
  return {
    asking: asking.words === "" ? null : asking,
    addressOf,
    end: (): void => go(addressOf(null), { replace: true }),
  };
};
