/** The screen that was opened comes first; those that may be opened without a network are fetched after it. */
const settleMilliseconds = 2_500;

const askForTheRest = async (): Promise<void> => {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage("keep-the-rest", []);
};

/** Keeps the shell of the app on the device, so that it opens without a network. Never answers of the API. */
export const keepShell = (scope: "/staff" | "/my"): void => {
  if (import.meta.env.PROD && "serviceWorker" in navigator) {
    void navigator.serviceWorker.register("/sw.js", { scope }).catch(() => undefined);
    setTimeout(() => void askForTheRest().catch(() => undefined), settleMilliseconds);
  }
};
