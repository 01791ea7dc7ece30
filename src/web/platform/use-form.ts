import { useEffect, useState } from "react";
import type { FieldProblem } from "#domain/contract/problem.ts";
import type { AnyRoute, Input } from "#domain/contract/route.ts";
import { sayField, type ProblemWords } from "#web/platform/problem-words.ts";
import type { DraftStanding, FormDraft } from "#web/platform/draft-door.ts";
import type { Nearness } from "#web/platform/nearness.ts";
import { useUnsaved } from "#web/platform/unsaved.ts";
import type { Act } from "#web/platform/use-act.ts";
import { useDraft } from "#web/platform/use-draft.ts";

type Values = Readonly<Record<string, unknown>>;
export type FieldProblems = Readonly<Record<string, FieldProblem | undefined>>;

export interface FieldBinding<T> {
  readonly name: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly error?: string | undefined;
}

export interface FormState<V extends Values> {
  readonly values: V;
  /** What a field part needs: `<TextField label=… {...form.field("name")} />`. */
  readonly field: <K extends keyof V & string>(name: K) => FieldBinding<V[K]>;
  readonly set: (change: Partial<V>) => void;
  readonly submit: () => void;
  readonly busy: boolean;
  readonly dirty: boolean;
  /** The failure as one sentence, or null. */
  readonly sentence: string | null;
  /** Names of the refused fields with their sentences, in the order of the values. */
  readonly refused: readonly { readonly name: string; readonly sentence: string }[];
  /** Counts the refusals, so that the form can move the focus after each. */
  readonly refusals: number;
  /** Where the unsent words are kept, and what else was typed here by whom. */
  readonly draft: FormDraft;
  /** Back to what is stored; what was typed is thrown away. */
  readonly reset: () => void;
}

export interface FormOptions<V extends Values, R extends AnyRoute> {
  /** Names the form on this device: what was typed survives a fault of the screen until it is saved. */
  readonly id: string;
  readonly initial: V;
  readonly act: Act<R>;
  readonly toInput: (values: V) => Input<R>;
  /** What can be told before asking the server: codes by field. */
  readonly check?: (values: V) => FieldProblems;
  /** The names the server uses where they differ: `{ "address.city": "city" }`. */
  readonly serverNames?: Readonly<Record<string, keyof V & string>>;
  /** Nothing typed outlives the form, and leaving asks nothing: for passwords and what is done on the way. */
  readonly passing?: boolean;
}

/** Typed text by form, for as long as the page lives; what outlives it is the keeper's. */
const typed = new Map<string, Values>();

/** Forgets all typed text: called when the person signs out. */
export const forgetTyped = (): void => typed.clear();

const nothing: FieldProblems = {};

const sameValues = (one: Values, other: Values): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const sentencesOf = (
  problems: FieldProblems,
  serverNames: Readonly<Record<string, string>>,
  words: ProblemWords,
): Map<string, string> =>
  new Map(
    Object.entries(problems).flatMap(([name, field]) => {
      if (!field) return [];
      const own = serverNames[name] ?? name.split(".").at(-1) ?? name;
      return [[own, sayField(own, field, words)] as const];
    }),
  );

interface TypedValues<V extends Values> {
  readonly values: V;
  readonly dirty: boolean;
  readonly change: (change: Partial<V>) => void;
  /** These values are what is stored now. */
  readonly store: (values: V) => void;
}

/** The values of one form, kept in memory until they are stored. */
const useTypedValues = <V extends Values>({
  id,
  initial,
  passing = false,
}: Pick<FormOptions<V, AnyRoute>, "id" | "initial" | "passing">): TypedValues<V> => {
  const [values, setValues] = useState<V>(() => (typed.get(id) as V | undefined) ?? initial);
  const [stored, setStored] = useState<V>(initial);
  const dirty = !sameValues(values, stored);
  useEffect(() => {
    if (dirty && !passing) typed.set(id, values);
    else typed.delete(id);
  }, [id, values, dirty, passing]);
  return {
    values,
    dirty,
    change: (change) => setValues((before) => ({ ...before, ...change })),
    store: (now) => {
      typed.delete(id);
      setStored(now);
    },
  };
};

/** Whether leaving now would lose what is typed. */
const nearest = ({ kind }: DraftStanding): Nearness =>
  kind === "typing" ? "on-its-way" : kind === "none" || kind === "not-kept" ? "nowhere" : "kept";

const refusedOf = (
  values: Values,
  sentences: ReadonlyMap<string, string>,
): FormState<Values>["refused"] =>
  Object.keys(values).flatMap((name) => {
    const sentence = sentences.get(name);
    return sentence === undefined ? [] : [{ name, sentence }];
  });

/** True where what is typed may be sent; says what was found wrong. */
const passes = (found: FieldProblems, refusals: Refusals): boolean => {
  refusals.say(found);
  return !Object.values(found).some(Boolean);
};

interface Refusals {
  readonly sentences: ReadonlyMap<string, string>;
  readonly count: number;
  readonly refuse: () => void;
  /** What was found wrong before asking; nothing is mended any more. */
  readonly say: (found: FieldProblems) => void;
  /** These fields were changed since: what was said of them is old. */
  readonly mend: (names: readonly string[]) => void;
}

/** What was refused, by field, until it is typed anew. */
const useRefusals = (
  act: Act<AnyRoute>,
  serverNames: Readonly<Record<string, string>>,
): Refusals => {
  const [checked, setChecked] = useState<FieldProblems>(nothing);
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  const [count, setCount] = useState(0);
  const sentences = sentencesOf({ ...act.fields, ...checked }, serverNames, act.words);
  for (const name of mended) sentences.delete(name);
  return {
    sentences,
    count,
    refuse: () => setCount((before) => before + 1),
    say: (found) => {
      setChecked(found);
      setMended(new Set());
    },
    mend: (names) => setMended((before) => new Set([...before, ...names])),
  };
};

/** Holds what a form's fields contain, sends it, and puts each refusal beside its field. */
export const useForm = <V extends Values, R extends AnyRoute>(
  options: FormOptions<V, R>,
): FormState<V> => {
  const { act, initial, passing = false } = options;
  const { values, dirty, change, store } = useTypedValues<V>(options);
  const refusals = useRefusals(act, options.serverNames ?? {});
  const { sentences } = refusals;
  const set = (changed: Partial<V>): void => {
    change(changed);
    refusals.mend(Object.keys(changed));
  };
  const reset = (): void => {
    act.reset();
    change(initial);
    store(initial);
    refusals.say(nothing);
    open?.discard();
    draft.rebase();
  };
  const { open, ...draft } = useDraft({
    contract: act.contract,
    id: options.id,
    isOn: !passing,
    inputNow: () => options.toInput(values),
    values,
    initial,
    dirty,
    change: (changed) => set(changed as Partial<V>),
    reset,
  });
  useUnsaved(dirty && !act.busy && !passing ? nearest(draft.standing) : "kept");
  const submit = async (): Promise<void> => {
    if (act.busy) return;
    const isSound = passes(options.check?.(values) ?? nothing, refusals);
    if (!isSound) act.reset();
    const answer = isSound && (await act.run(options.toInput(values), open?.idToSend()));
    if (answer === false || answer === undefined) return refusals.refuse();
    draft.rebase();
    store(values);
  };
  return {
    values,
    field: (name) => ({
      name,
      value: values[name],
      onChange: (value) => set({ [name]: value } as unknown as Partial<V>),
      error: sentences.get(name),
    }),
    set,
    submit: () => void submit(),
    busy: act.busy,
    dirty,
    sentence: act.sentence,
    refused: refusedOf(initial, sentences),
    refusals: refusals.count,
    draft,
    reset,
  };
};
