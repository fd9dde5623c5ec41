// Starts the modules of a page. Every page is complete without them.

import { startTerms } from "./begriffe.js";
import { startFilters } from "./filter.js";
import { startMenu } from "./menu.js";
import { startOutline } from "./outline.js";
import { startSearch } from "./search.js";
import { startTables } from "./tables.js";

startFilters();
startMenu();
startOutline();
startSearch();
startTables();
startTerms();
