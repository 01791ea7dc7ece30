// @ts-check
// Looks every few seconds whether a letter has come, and puts the new list in place of the old one.
const list = document.querySelector("#letters");
const news = document.querySelector("#letters-news");

const look = async () => {
  if (!list || !news || document.hidden) return;
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("#letters");
  const newest = fresh?.getAttribute("data-newest") ?? "";
  if (!fresh || newest === list.getAttribute("data-newest")) return;
  list.setAttribute("data-newest", newest);
  list.replaceChildren(...fresh.childNodes);
  news.textContent = news.getAttribute("data-arrived");
};

if (list) setInterval(() => void look().catch(() => undefined), 4000);
