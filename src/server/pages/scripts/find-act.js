// @ts-check
// Narrows the list of acts to those that hold every typed word. Without this script the whole list stands there.
const box = /** @type {HTMLInputElement | null} */ (document.querySelector("#find-act"));
const count = document.querySelector("#found-acts");
const acts = [...document.querySelectorAll("[data-words]")];
const groups = [...document.querySelectorAll("[data-group]")];

const narrow = () => {
  if (!box || !count) return;
  const wanted = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const act of acts) {
    const words = act.getAttribute("data-words") ?? "";
    const fits = wanted.every((word) => words.includes(word));
    act.toggleAttribute("hidden", !fits);
    if (fits) found++;
  }
  for (const group of groups)
    group.toggleAttribute("hidden", !group.querySelector("[data-words]:not([hidden])"));
  const sentence = count.getAttribute("data-sentence") ?? "";
  count.textContent = sentence.replace("{found}", `${found}`).replace("{all}", `${acts.length}`);
};

if (box) {
  box.closest("[hidden]")?.removeAttribute("hidden");
  box.addEventListener("input", narrow);
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target === box || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    box.focus();
  });
  narrow();
}
