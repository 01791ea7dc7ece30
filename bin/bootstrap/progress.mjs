const begin = performance.now();

/**
 * Says what is going on, with the seconds since the start. On the error stream, so that what a
 * command prints stays clean.
 *
 * @param {string} text
 */
export const say = (text) => {
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  process.stderr.write(`[${seconds.padStart(5)} s] ${text}\n`);
};

/**
 * Says what is being done, and every five seconds that it still is.
 *
 * @template T
 * @param {string} text
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const during = async (text, work) => {
  say(text);
  const reminder = setInterval(() => say(`${text}, still at it`), 5_000);
  try {
    return await work();
  } finally {
    clearInterval(reminder);
  }
};
