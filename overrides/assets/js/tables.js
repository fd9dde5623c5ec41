// Shows the rows of a table as cards where the table is wider than its place.

const ROLES = [
  ["table", "table"],
  ["thead, tbody", "rowgroup"],
  ["tr", "row"],
  ["thead th", "columnheader"],
  ["tbody th", "rowheader"],
  ["td", "cell"],
];

/** Watch every table in a scroll region; tables with joined cells keep scrolling. */
export function startTables() {
  const watcher = new ResizeObserver((entries) => {
    for (const { target } of entries) showAsFits(target);
  });
  for (const region of document.querySelectorAll(".tabelle")) {
    const table = region.querySelector("table");
    if (!table?.tHead || table.querySelector("[colspan], [rowspan]")) continue;
    nameCells(table);
    keepRoles(region);
    watcher.observe(region);
  }
}

/** Give each cell the name of its column; the style sheet prints it beside the cell. */
function nameCells(table) {
  const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
  for (const row of table.tBodies[0].rows) {
    [...row.cells].forEach((cell, column) => {
      if (column > 0) cell.dataset.spalte = heads[column];
    });
  }
}

/** Say what each part is: a table shown as blocks means nothing to assistive technology. */
function keepRoles(region) {
  for (const [selector, role] of ROLES) {
    for (const element of region.querySelectorAll(selector)) element.setAttribute("role", role);
  }
}

/** Decide between table and cards, once for each width. */
function showAsFits(region) {
  const width = String(region.clientWidth);
  if (region.dataset.breite === width) return;
  region.dataset.breite = width;
  region.classList.remove("tabelle--karten");
  region.classList.toggle("tabelle--karten", region.scrollWidth > region.clientWidth);
}
