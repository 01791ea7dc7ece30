/** Has the browser fetch a file from an address onto the person's device. */
export const saveFrom = (address: string): void => {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
};
