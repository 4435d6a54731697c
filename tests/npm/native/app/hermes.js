/** The values in Hermes, with the `Intl` of FormatJS; on devices Hermes has its own. */

import "@formatjs/intl-getcanonicallocales/polyfill";
import "@formatjs/intl-locale/polyfill";
import "@formatjs/intl-pluralrules/polyfill";
import "@formatjs/intl-pluralrules/locale-data/en";
import "@formatjs/intl-pluralrules/locale-data/es";
import "@formatjs/intl-numberformat/polyfill";
import "@formatjs/intl-numberformat/locale-data/en";
import "@formatjs/intl-numberformat/locale-data/es-CL";
import "@formatjs/intl-numberformat/locale-data/es-MX";

import { printAll } from "./values.js";

// As on iOS.
delete Intl.NumberFormat.prototype.formatToParts;

printAll(print);
