const breathMilliseconds = 400;

const networkIsBack = (): Promise<void> =>
  new Promise((resolve) => {
    if (navigator.onLine) setTimeout(resolve, breathMilliseconds);
    else addEventListener("online", () => resolve(), { once: true });
  });

/**
 * Fetches the code of a screen, and once more when it did not come: after a breath, or as soon as there is a network
 * again. A page that were loaded anew instead would lose what was just said on it.
 */
export const loadAgain = async <T>(load: () => Promise<T>): Promise<T> => {
  try {
    return await load();
  } catch {
    await networkIsBack();
    return load();
  }
};
