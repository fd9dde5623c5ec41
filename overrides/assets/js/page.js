// Starts the modules of a page. Every page is complete without them.

import { startTerms } from "./begriffe.js";
import { startMenu } from "./menu.js";
import { startOutline } from "./outline.js";
import { startSearch } from "./search.js";
import { startTables } from "./tables.js";

startMenu();
startOutline();
startSearch();
startTables();
startTerms();
// Few pages have a filter; only those load it.
if (document.querySelector("form[data-filter]")) {
  import("./filter.js").then(({ startFilters }) => startFilters());
}
