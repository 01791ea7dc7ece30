/** Hands a file of the API to the person on their device. */
export const saveFrom = (address: string): void => {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
};
