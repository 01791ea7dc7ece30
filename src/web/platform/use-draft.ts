import { useEffect, useMemo, useRef, useState } from "react";
import { toRequest } from "#domain/contract/client.ts";
import type { AnyRoute, Input } from "#domain/contract/route.ts";
import {
  useBesideOf,
  useDraftKeeper,
  type DraftStanding,
  type ElsewhereWord,
  type FormDraft,
  type FormPlace,
  type OpenDraft,
  type TypedWords,
} from "#web/platform/draft-door.ts";
import { createStore } from "#web/platform/store.ts";
import { changedNames } from "#web/platform/three-sides.ts";

type Values = Readonly<Record<string, unknown>>;

interface DraftOptions {
  /** Left out where nothing is to be kept. */
  readonly contract: AnyRoute | undefined;
  readonly id: string;
  readonly isOn: boolean;
  /** The input as the form would send it now: only its path is looked at. */
  readonly inputNow: () => Input<AnyRoute>;
  readonly values: Values;
  readonly initial: Values;
  readonly dirty: boolean;
  readonly change: (change: Values) => void;
  readonly reset: () => void;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The last record that the path of the request names. */
const recordOf = (
  contract: AnyRoute | undefined,
  inputNow: () => Input<AnyRoute>,
): string | null => {
  if (!contract?.path.includes("{")) return null;
  const names = contract.path.split("/");
  try {
    const said = toRequest(contract, inputNow()).url.split("?", 1)[0]?.split("/").slice(2) ?? [];
    const ids = said.filter((part, place) => names[place + 1]?.startsWith("{") && uuid.test(part));
    return ids.at(-1) ?? null;
  } catch {
    // Half a form may not be a request yet.
    return null;
  }
};

/** The screen and the panel that is open on it. What is searched there is left out: that may be a name. */
const placeNow = (): string => {
  const panel = new URLSearchParams(location.search).get("add") ?? "";
  return /^[a-z-]{1,40}$/.test(panel) ? `${location.pathname}?add=${panel}` : location.pathname;
};

const atRest = createStore<DraftStanding>({ kind: "none" });
const nothingElsewhere = createStore<readonly ElsewhereWord[]>([]);
const nothing: Values = {};

const isNewPart = (contract: AnyRoute | undefined): boolean =>
  contract?.method !== "PATCH" && contract?.method !== "PUT";

const wordsOf = ({ dirty, values, initial }: DraftOptions, was: Values): TypedWords =>
  dirty
    ? Object.fromEntries(
        changedNames(values, initial).map((name) => [
          name,
          { now: values[name], was: name in was ? was[name] : initial[name] },
        ]),
      )
    : {};

interface Restored {
  readonly at: string;
  readonly was: Values;
}

/** Puts back what was kept, once, into the fields that nobody has touched since the form opened. */
const useRestored = (draft: OpenDraft | null, options: DraftOptions) => {
  const [isReady, setReady] = useState(false);
  const [restored, setRestored] = useState<Restored | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    if (draft === null) return;
    let isGone = false;
    const putBack = async (): Promise<void> => {
      const found = await draft.find();
      if (isGone) return;
      setReady(true);
      if (found === null) return;
      const { values, initial, change } = latest.current;
      const touched = new Set(changedNames(values, initial));
      const mine = Object.entries(found.words).filter(
        ([name]) => Object.hasOwn(initial, name) && !touched.has(name),
      );
      const all = Object.entries(found.words).filter(([name]) => Object.hasOwn(initial, name));
      if (all.length === 0) return;
      change(Object.fromEntries(mine.map(([name, { now }]) => [name, now])));
      setRestored({
        at: found.at,
        was: Object.fromEntries(all.map(([name, { was }]) => [name, was])),
      });
    };
    void putBack();
    return () => {
      isGone = true;
    };
  }, [draft]);
  return { isReady, restored, forget: () => setRestored(null) };
};

/** Keeps what is typed in a form from the first letter until it is sent or thrown away. */
export const useDraft = (
  options: DraftOptions,
): FormDraft & { readonly open: OpenDraft | null } => {
  const { contract, id, isOn, values, dirty } = options;
  const keeper = useDraftKeeper();
  const name = contract ? `${contract.method} ${contract.path}` : "";
  const recordId = recordOf(contract, options.inputNow);
  // A form for something new has its place by its own name: what is chosen in it may be part of the path.
  const [steady] = useState(recordId);
  const record = isNewPart(contract) ? steady : recordId;
  const place: FormPlace = useMemo(
    () => ({ route: name, form: id, recordId: record, place: placeNow() }),
    [name, id, record],
  );
  const draft = useMemo(() => (isOn && keeper ? keeper.open(place) : null), [isOn, keeper, place]);
  const { isReady, restored, forget } = useRestored(draft, options);
  const was = restored?.was ?? nothing;
  const words = isReady ? JSON.stringify(wordsOf(options, was)) : null;
  useEffect(() => {
    if (draft && words !== null) draft.write(JSON.parse(words) as TypedWords);
  }, [draft, words]);
  const beside = useBesideOf(keeper)(place, draft !== null && !isNewPart(contract));
  return {
    open: draft,
    standing: (draft?.standing ?? atRest).use(),
    restoredAt: dirty ? (restored?.at ?? null) : null,
    elsewhere: (draft?.elsewhere ?? nothingElsewhere).use(),
    beside,
    was,
    rebase: forget,
    take: (field, value) => {
      if (Object.hasOwn(values, field)) options.change({ [field]: value });
    },
    settle: (wordId) => draft?.settle(wordId),
    discard: options.reset,
  };
};
