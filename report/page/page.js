/* What the page does beside being read: one indicator at a time, tables sorted, a kabupaten found. Without it
 * everything is there, one below the other. The text stays well-formed XML: no less-than sign, no ampersand. */
(function () {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  all(".tool").forEach((tool) => { tool.hidden = false; });

  /* one indicator at a time; a link to another one, in the page or in the address, shows that one */
  const select = byId("choose");
  function show(id) {
    all("#indicators > article").forEach((article) => { article.hidden = article.id !== id; });
    select.value = id;
  }
  function follow() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = byId(id);
    if (!target) { return; }
    if (target.matches("#indicators > article")) { show(id); }
    if (target.matches(".card")) { find(""); }
    target.scrollIntoView();
  }
  if (select) {
    show(byId("indicators").dataset.first);
    select.addEventListener("change", () => {
      show(select.value);
      history.replaceState(null, "", "#" + select.value);
    });
  }

  /* tables sorted by a heading, numbers by their exact value; what has none stays last */
  function value(row, column, number) {
    const cell = row.cells[column];
    if (!number) { return cell.textContent; }
    const text = cell.dataset.v === undefined ? cell.textContent : cell.dataset.v;
    return text === "" ? null : Number(text);
  }
  function compare(a, b) {
    return typeof a === "string" ? a.localeCompare(b, document.documentElement.lang) : a - b;
  }
  function sort(head, column, number) {
    const down = head.getAttribute("aria-sort") === "ascending";
    const body = head.closest("table").tBodies[0];
    const rows = Array.from(body.rows).map((row) => ({ row: row, value: value(row, column, number) }));
    rows.sort((a, b) => {
      if (a.value === null || b.value === null) { return (a.value === null) - (b.value === null); }
      return down ? compare(b.value, a.value) : compare(a.value, b.value);
    });
    rows.forEach((entry) => body.appendChild(entry.row));
    all("th", head.parentNode).forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
  }
  all("th.sort").forEach((head) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.appendChild(button);
    const column = head.cellIndex, number = head.classList.contains("n");
    button.addEventListener("click", () => sort(head, column, number));
  });

  /* cards of the kabupaten whose name holds what was typed */
  const input = byId("find");
  function find(text) {
    if (input.value !== text) { input.value = text; }
    const wanted = text.trim().toLowerCase();
    all(".card").forEach((card) => { card.hidden = !card.dataset.name.toLowerCase().includes(wanted); });
  }
  input.addEventListener("input", () => find(input.value));

  addEventListener("hashchange", follow);
  follow();
})();
