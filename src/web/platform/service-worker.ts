/** Keeps the shell of the app on the device, so that it opens without a network. Never answers of the API. */
export const keepShell = (scope: "/staff/" | "/my/"): void => {
  if (import.meta.env.PROD && "serviceWorker" in navigator) {
    void navigator.serviceWorker.register("/sw.js", { scope }).catch(() => undefined);
  }
};
