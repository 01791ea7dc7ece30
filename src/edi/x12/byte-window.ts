/** A piece of a file that moves forward over it. */
export interface ByteWindow {
  /** What is in sight. */
  bytes: Uint8Array;
  /** True where nothing comes behind it. */
  isLast: boolean;
  /** Moves so that `place` of the bytes in sight comes first, with at least `least` bytes where there are so many. */
  moveTo(place: number, least: number): void;
}

const concatenated = (pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.length;
  }
  return whole;
};

/**
 * Opens a window of about `size` bytes over chunks of any size. A large chunk is looked at in place; only what
 * lies across two chunks is copied.
 */
export const byteWindow = (chunks: Iterable<Uint8Array>, size: number): ByteWindow => {
  const source = chunks[Symbol.iterator]();
  let chunk: Uint8Array = new Uint8Array(0);
  let end = 0;
  let isDrained = false;

  const fetchMore = (from: number, least: number): void => {
    const pieces = [chunk.subarray(from)];
    let length = chunk.length - from;
    while (length < least && !isDrained) {
      const next = source.next();
      if (next.done === true) {
        isDrained = true;
        break;
      }
      pieces.push(next.value);
      length += next.value.length;
    }
    chunk = pieces.length === 1 ? chunk.subarray(from) : concatenated(pieces);
    end = 0;
  };

  const window: ByteWindow = {
    bytes: chunk,
    isLast: false,
    moveTo(place, least) {
      const from = end - window.bytes.length + place;
      const wanted = Math.max(least, size);
      let begin = from;
      if (chunk.length - from < wanted && !isDrained) {
        fetchMore(from, wanted);
        begin = 0;
      }
      end = Math.min(chunk.length, begin + wanted);
      window.bytes = chunk.subarray(begin, end);
      window.isLast = isDrained && end === chunk.length;
    },
  };
  return window;
};
