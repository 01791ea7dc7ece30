/** Shared by all windows of this browser: a person who works in one has not left the others. */
const key = "stepwell.last-input";

/** When a touch, a key or the wheel was last noted on this device, in milliseconds since 1970; 0 where never. */
export const lastInput = (): number => Number(localStorage.getItem(key));

export const noteInput = (at: number): void => localStorage.setItem(key, String(at));
