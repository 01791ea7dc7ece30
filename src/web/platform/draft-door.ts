import { createContext, use, type ComponentType } from "react";
import type { Store } from "#web/platform/store.ts";

/** Which form on which screen, and the request its words become. */
export interface FormPlace {
  readonly route: string;
  readonly form: string;
  readonly recordId: string | null;
  /** The path of the screen, without what is searched on it. */
  readonly place: string;
}

/** What stands in a field, and what stood there before it was typed. */
export interface TypedWord {
  readonly now: unknown;
  readonly was: unknown;
}
export type TypedWords = Readonly<Record<string, TypedWord>>;

/** Where the words of a form are kept now. */
export type DraftStanding =
  /** `typing`: kept nowhere yet, for a moment; `saving`: on this device, on its way to the server. */
  | { readonly kind: "none" | "typing" | "saving" }
  | { readonly kind: "saved"; readonly at: string }
  /** On this device, encrypted; `code`: why the server has not got them. */
  | { readonly kind: "device"; readonly at: string; readonly code: string }
  | { readonly kind: "not-kept"; readonly code: string }
  /** They were sent, or thrown away, from another window or device. */
  | { readonly kind: "ended"; readonly as: "sent" | "discarded" };

/** What the same person typed into a field in another window or on another device. */
export interface ElsewhereWord {
  readonly id: string;
  readonly field: string;
  readonly now: unknown;
  readonly at: string;
}

/** Unsent words of somebody else over the same record; `words` is null where they may not be read. */
export interface BesideWords {
  readonly id: string;
  readonly name: string;
  readonly changedAt: string;
  readonly words: Readonly<Record<string, unknown>> | null;
}

/** What was kept of a form when it was opened. */
export interface FoundWords {
  readonly words: TypedWords;
  readonly at: string;
}

/** One form's unsent words, while it is open. */
export interface OpenDraft {
  readonly standing: Store<DraftStanding>;
  readonly elsewhere: Store<readonly ElsewhereWord[]>;
  readonly find: () => Promise<FoundWords | null>;
  /** Everything that is typed in the form now; called after each change. */
  readonly write: (words: TypedWords) => void;
  /** The person has seen what they typed elsewhere and has chosen. */
  readonly settle: (id: string) => void;
  /** Names the draft for the request that sends its words; undefined where nothing was typed. */
  readonly idToSend: () => string | undefined;
  readonly discard: () => void;
}

/** What a form shows of its draft. */
export interface FormDraft {
  readonly standing: DraftStanding;
  /** When the words that were found and put back were typed; null where none were. */
  readonly restoredAt: string | null;
  readonly elsewhere: readonly ElsewhereWord[];
  readonly beside: readonly BesideWords[];
  /** What stood in the fields when the found words were typed. */
  readonly was: Readonly<Record<string, unknown>>;
  /** What is typed from now on is typed over the record as the form shows it. */
  readonly rebase: () => void;
  readonly take: (field: string, value: unknown) => void;
  readonly settle: (id: string) => void;
  readonly discard: () => void;
}

/** A form as its draft is shown in it. */
export interface DraftFormProps {
  readonly draft: FormDraft;
  readonly values: Readonly<Record<string, unknown>>;
  readonly labelOf: (field: string) => string;
  /** What a choice of this field says, where it is one of a list. */
  readonly optionOf: (field: string, value: string) => string | undefined;
}

/** Keeps what is typed, wherever this app keeps it, and shows in the form where that is. */
export interface DraftKeeper {
  readonly Notes: ComponentType<DraftFormProps>;
  readonly State: ComponentType<{ readonly standing: DraftStanding }>;
  readonly open: (place: FormPlace) => OpenDraft;
  /** A hook: what others have typed over the same record and not sent. */
  readonly useBeside: (place: FormPlace, enabled: boolean) => readonly BesideWords[];
  /** Brings what waits to the server before the person leaves. True where nothing is left that is kept nowhere. */
  readonly flush: () => Promise<boolean>;
}

const none: readonly BesideWords[] = [];

const DraftDoor = createContext<DraftKeeper | null>(null);

export const DraftKeeperProvider = DraftDoor.Provider;

export const useDraftKeeper = (): DraftKeeper | null => use(DraftDoor);

const useNone = (): readonly BesideWords[] => none;

/** The hook of the keeper that stands above, which never changes below it. */
export const useBesideOf = (keeper: DraftKeeper | null): DraftKeeper["useBeside"] =>
  keeper?.useBeside ?? useNone;
