/** A file by its segments, changed in one place. */
export type Change = (segments: readonly string[]) => readonly string[];

const placeOf = (segments: readonly string[], start: string): number => {
  const place = segments.findIndex((segment) => segment.startsWith(start));
  if (place === -1) throw new Error(`no segment begins with ${start}`);
  return place;
};

const spliced = (
  segments: readonly string[],
  place: number,
  gone: number,
  ...come: readonly string[]
): readonly string[] => segments.toSpliced(place, gone, ...come);

/** Replaces a text within the first segment that begins so. */
export const swap =
  (start: string, was: string, is: string): Change =>
  (segments) => {
    const place = placeOf(segments, start);
    const segment = segments[place] ?? "";
    if (!segment.includes(was)) throw new Error(`${segment} holds no ${was}`);
    return spliced(segments, place, 1, segment.replace(was, is));
  };

/** Takes the first segment that begins so away, with as many as follow it. */
export const drop =
  (start: string, count = 1): Change =>
  (segments) =>
    spliced(segments, placeOf(segments, start), count);

/** Puts segments behind the first that begins so. */
export const add =
  (start: string, ...come: readonly string[]): Change =>
  (segments) =>
    spliced(segments, placeOf(segments, start) + 1, 0, ...come);

/** Moves the first segment that begins so behind the first that begins otherwise. */
export const move =
  (start: string, behind: string): Change =>
  (segments) => {
    const place = placeOf(segments, start);
    const segment = segments[place] ?? "";
    const rest = spliced(segments, place, 1);
    return spliced(rest, placeOf(rest, behind) + 1, 0, segment);
  };

/** Several changes, one after the other. */
export const all =
  (...changes: readonly Change[]): Change =>
  (segments) =>
    changes.reduce((changed, change) => change(changed), segments);

/** SE01 set to what is there, so that nothing but the change itself is wrong. */
export const counted: Change = (segments) => {
  const from = placeOf(segments, "ST*");
  const to = placeOf(segments, "SE*");
  return spliced(segments, to, 1, (segments[to] ?? "").replace(/^SE\*\d+/, `SE*${to - from + 1}`));
};

/** What is changed, how, and exactly what is then found, as `rule loop element`; `and others` where more follows from it. */
export type Mutation = readonly [name: string, change: Change, ...found: string[]];
