import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/chrome.css";
import "./style/pages.css";
import "./style/charts.css";
import "./style/report.css";
import "./style/review.css";
import "./style/print.css";
import { render } from "preact";
import { App } from "./app";
import { applyTheme } from "./chrome/theme";

applyTheme();
const root = document.getElementById("desk");
if (root) render(<App />, root);
