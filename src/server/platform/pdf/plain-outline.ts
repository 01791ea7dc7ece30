/** One step of a glyph's outline, as the font reader gives it. */
export interface OutlineStep {
  readonly command: string;
  readonly args: readonly number[];
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOnCurve: boolean;
}

const point = (x = 0, y = 0, isOnCurve = true): Point => ({
  x: Math.round(x),
  y: Math.round(y),
  isOnCurve,
});

const pointsOf = ({ command, args: [x, y, endX, endY] }: OutlineStep): Point[] => {
  if (command === "quadraticCurveTo") return [point(x, y, false), point(endX, endY)];
  if (command === "moveTo" || command === "lineTo") return [point(x, y)];
  throw new Error(`an outline of a TrueType font has no ${command}`);
};

const contoursOf = (steps: readonly OutlineStep[]): Point[][] => {
  const contours: Point[][] = [];
  for (const step of steps) {
    if (step.command === "closePath") continue;
    if (step.command === "moveTo") contours.push([]);
    contours.at(-1)?.push(...pointsOf(step));
  }
  return contours.filter((contour) => contour.length > 0);
};

const headerBytes = 10;

/**
 * A glyph as an entry of the table `glyf` (OpenType 1.9): all its parts as one plain outline, without instructions, every
 * coordinate in two bytes. An empty glyph has no bytes.
 */
export const plainOutline = (steps: readonly OutlineStep[]): Buffer => {
  const contours = contoursOf(steps);
  const points = contours.flat();
  if (points.length === 0) return Buffer.alloc(0);
  const bytes = headerBytes + 2 * contours.length + 2 + 5 * points.length;
  const glyph = Buffer.alloc(Math.ceil(bytes / 4) * 4);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  let at = 0;
  const write = (value: number): void => {
    at = glyph.writeInt16BE(value, at);
  };
  write(contours.length);
  for (const bound of [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
    write(bound);
  let last = -1;
  for (const contour of contours) write((last += contour.length));
  write(0);
  for (const { isOnCurve } of points) at = glyph.writeUInt8(isOnCurve ? 1 : 0, at);
  for (const all of [xs, ys]) {
    let before = 0;
    for (const value of all) {
      write(value - before);
      before = value;
    }
  }
  return glyph;
};
