import { useEffect, useState } from "react";
import type { AnyRoute, Input } from "#domain/contract/route.ts";
import { changedNames, threeSides } from "#web/platform/three-sides.ts";
import { useForm, type FieldProblems, type FormState } from "#web/platform/use-form.ts";
import type { Act } from "#web/platform/use-act.ts";

interface Versioned {
  readonly version: number;
}
type Values = Readonly<Record<string, unknown>>;

/** A field that both changed, to different values: the person chooses. */
export interface Disagreement<V extends Values> {
  readonly name: keyof V & string;
  readonly theirs: V[keyof V];
  readonly mine: V[keyof V];
  readonly takeTheirs: () => void;
  readonly keepMine: () => void;
}

export interface ChangeForm<T, V extends Values> extends FormState<V> {
  /** The version that the typed values start from: only what differs from it is sent. */
  readonly base: T;
  readonly disagreements: readonly Disagreement<V>[];
}

export interface ChangeFormOptions<T extends Versioned, V extends Values, R extends AnyRoute> {
  readonly id: string;
  /** The record as it is now; live updates may bring a newer one while somebody types. */
  readonly record: T;
  /** Asks for the record again, when the server says that there is a newer one. */
  readonly refresh: () => unknown;
  readonly valuesOf: (record: T) => V;
  readonly act: Act<R>;
  readonly toInput: (values: V, base: T) => Input<R>;
  readonly check?: (values: V) => FieldProblems;
  readonly serverNames?: Readonly<Record<string, keyof V & string>>;
}

/** The version each unsaved form started from, as long as its typed text is kept. */
const bases = new Map<string, Versioned>();

const nothingFound: Values = {};

const useRefreshWhenStale = (isStale: boolean, refresh: () => unknown): void => {
  useEffect(() => {
    if (isStale) void refresh();
    // oxlint-disable-next-line react/exhaustive-deps -- once for each refusal, however often the reader is made anew
  }, [isStale]);
};

/** The version a form starts from, remembered as long as something is typed over it. */
const useBase = <T extends Versioned>(id: string, record: T) => {
  const [base, setBase] = useState<T>(() => (bases.get(id) as T | undefined) ?? record);
  const remember = (isDirty: boolean): void => {
    if (isDirty) bases.set(id, base);
    else bases.delete(id);
  };
  return { base, setBase, remember };
};

/**
 * A form over a record that others may change meanwhile. Fields that only they changed follow; fields that both changed
 * are disagreements, shown side by side, and nothing is sent until each is decided. What was typed is never lost.
 */
export const useChangeForm = <T extends Versioned, V extends Values, R extends AnyRoute>(
  options: ChangeFormOptions<T, V, R>,
): ChangeForm<T, V> => {
  const { id, record, valuesOf, act, refresh } = options;
  const { base, setBase, remember } = useBase(id, record);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [found, setFound] = useState<Values>(nothingFound);
  const was: V = { ...valuesOf(base), ...found };
  const theirs = valuesOf(record);
  // Words that were found again may be older than the record: what stood there then tells what changed since.
  const isBehind = record.version > base.version || changedNames(found, theirs).length > 0;
  const decision = (name: string): string => `${name} ${record.version}`;
  const isKept = (name: string): boolean => kept.has(decision(name));
  const stand = (mine: V) =>
    isBehind ? threeSides({ was, theirs, mine }, isKept) : { following: [], undecided: [] };
  const form = useForm<V, R>({
    id,
    initial: valuesOf(base),
    act,
    toInput: (values) => options.toInput(values, base),
    check: (values) => ({
      ...options.check?.(values),
      ...Object.fromEntries(
        stand(values).undecided.map((name) => [name, { code: "changed-by-both" }]),
      ),
    }),
    ...(options.serverNames && { serverNames: options.serverNames }),
  });
  if (form.draft.was !== found) setFound(form.draft.was);
  const { following, undecided } = stand(form.values);
  const pick = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, theirs[name]])) as Partial<V>;

  const mayFollow = following.length > 0;
  const maySettle = isBehind && !mayFollow && undecided.length === 0;
  // Nothing of the person's own is left: what they see is simply the newer version.
  const mayRest = !isBehind && form.dirty && changedNames(form.values, was).length === 0;
  useEffect(() => {
    if (mayFollow) form.set(pick(following));
    if (maySettle) setBase(record);
    if (maySettle) form.draft.rebase();
    if (mayRest) form.reset();
    // oxlint-disable-next-line react/exhaustive-deps -- each step makes the next one possible; the version starts them anew
  }, [mayFollow, maySettle, mayRest, record.version]);
  useEffect(() => remember(form.dirty));
  useRefreshWhenStale(act.problem?.code === "changed-meanwhile", refresh);

  return {
    ...form,
    base,
    disagreements: undecided.map((name) => ({
      name,
      theirs: theirs[name] as V[keyof V],
      mine: form.values[name] as V[keyof V],
      takeTheirs: () => form.set(pick([name])),
      keepMine: () => setKept((before) => new Set([...before, decision(name)])),
    })),
  };
};
