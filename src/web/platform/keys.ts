import { createRegistry } from "#web/platform/registry.ts";
import { createStore } from "#web/platform/store.ts";

export interface KeyBinding {
  /** One key, or two pressed one after the other: `["g", "s"]`. */
  readonly keys: readonly string[];
  readonly label: string;
  readonly run: () => void;
}

const bindings = createRegistry<KeyBinding>((one) => `${one.keys.join(" ")} ${one.label}`);

const offKey = "stepwell.single-keys";
const singleKeys = createStore<boolean>(localStorage.getItem(offKey) !== "off");

/** Single keys can be switched off on this device (WCAG 2.1.4): people who dictate set them off by speaking. */
export const setSingleKeys = (on: boolean): void => {
  if (on) localStorage.removeItem(offKey);
  else localStorage.setItem(offKey, "off");
  singleKeys.set(on);
};
export const useSingleKeys = (): boolean => singleKeys.use();

/** Every key that does something on the screen now, for the keyboard map. */
export const useAllKeys = bindings.useAll;

/** Keys that do something while the component stands. Silent while typing and inside dialogs. */
export const useKeys = bindings.useAdd;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input, textarea, select, [role=combobox]"));

const isInDialog = (): boolean => document.querySelector("[aria-modal=true]") !== null;

const betweenMilliseconds = 900;
let before: { readonly key: string; readonly at: number } | null = null;

const matches = (binding: KeyBinding, key: string, previous: string | null): boolean => {
  const [first, second] = binding.keys;
  return second === undefined ? first === key : first === previous && second === key;
};

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!singleKeys.get() || isTyping(event.target) || isInDialog() || event.key.length > 1) return;
  const previous = before && event.timeStamp - before.at < betweenMilliseconds ? before.key : null;
  const all = bindings.all();
  const found =
    all.find((one) => one.keys.length === 2 && matches(one, event.key, previous)) ??
    all.find((one) => one.keys.length === 1 && matches(one, event.key, previous));
  before = found ? null : { key: event.key, at: event.timeStamp };
  if (!found) return;
  event.preventDefault();
  found.run();
});
