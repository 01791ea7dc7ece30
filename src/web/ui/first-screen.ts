let first = true;

/** True until the person first goes to another screen: the browser places the focus of the first one. */
export const isFirstScreen = (): boolean => first;

export const markMoved = (): void => {
  first = false;
};
