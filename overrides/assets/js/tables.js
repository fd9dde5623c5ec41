// Names each cell by its column, so that the style sheet may show rows as cards on small screens.

const ROLES = [
  ["table", "table"],
  ["thead, tbody", "rowgroup"],
  ["tr", "row"],
  ["thead th", "columnheader"],
  ["tbody th", "rowheader"],
  ["td", "cell"],
];

/** Mark every table in a scroll region; tables with joined cells keep scrolling. */
export function startTables() {
  for (const region of document.querySelectorAll(".tabelle")) {
    const table = region.querySelector("table");
    const heads = [...(table?.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent.trim());
    if (!heads.length || table.querySelector("[colspan], [rowspan]")) continue;
    for (const row of table.tBodies[0].rows) {
      [...row.cells].forEach((cell, column) => {
        if (column > 0) cell.dataset.spalte = heads[column];
      });
    }
    // A table shown as blocks loses its meaning for assistive technology; the roles keep it.
    for (const [selector, role] of ROLES) {
      const elements = selector === "table" ? [table] : table.querySelectorAll(selector);
      for (const element of elements) element.setAttribute("role", role);
    }
    region.classList.add("tabelle--karten");
  }
}
