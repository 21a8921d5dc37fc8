// Numbers, dates and small elements. All text goes in as text nodes: names from the plant can hold anything.
const D = JSON.parse(document.getElementById("data").textContent);
const DAY = 86400;
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const ORIGIN = Date.parse(D.origin + "Z") / 1000; // local wall time of second 0, as if it were UTC

const el = (tag, options = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") node.className = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
};
const byId = (id) => document.getElementById(id);
const anchor = (kind, name) => kind + "-" + encodeURIComponent(name);
const link = (kind, name, text = name) => el("a", { href: "#" + anchor(kind, name) }, text);

const dateOf = (seconds) => new Date((ORIGIN + seconds) * 1000);
const pad = (n) => String(n).padStart(2, "0");
const dayText = (seconds) => {
  const d = dateOf(seconds);
  return `${DAYS[d.getUTCDay()]} ${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]}`;
};
const clock = (seconds) => {
  const d = dateOf(seconds);
  return `${pad(d.getUTCHours())}:${pad(d.getUTCMinutes())}`;
};
const moment = (seconds) => (seconds === null ? "never" : `${dayText(seconds)} ${clock(seconds)}`);
// A deadline at midnight is the end of the day before.
const deadline = (seconds) => (clock(seconds) === "00:00" ? `${dayText(seconds - 1)} 24:00` : moment(seconds));
const momentOr = (seconds, text) => (seconds === null ? text : moment(seconds));
const grouped = (text) => text.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
const count = (n) => grouped(String(n));
const money = (cents) => {
  const whole = Math.floor(Math.abs(cents) / 100);
  return (cents < 0 ? "-" : "") + grouped(String(whole)) + "." + pad(Math.abs(cents) % 100);
};
const quantity = (text) => {
  const [whole, rest] = String(text).split(".");
  return grouped(whole) + (rest ? "." + rest : "");
};
const plural = (n, one, many = one + "s") => `${count(n)} ${n === 1 ? one : many}`;
const duration = (seconds) => {
  const minutes = Math.ceil(seconds / 60);
  const two = (a, unit, b, small) => (b ? `${a} ${unit} ${b} ${small}` : `${a} ${unit}`);
  if (minutes >= 1440) return two(Math.floor(minutes / 1440), "d", Math.floor((minutes % 1440) / 60), "h");
  if (minutes >= 60) return two(Math.floor(minutes / 60), "h", minutes % 60, "min");
  return `${minutes} min`;
};
const percent = (part, whole) => (whole > 0 ? Math.round((100 * part) / whole) : null);

// A section with heading; `note` says what a list leaves out.
const section = (id, title, extra, ...content) =>
  el(
    "section",
    { id, "aria-labelledby": id + "-h" },
    el("h2", { id: id + "-h" }, title, extra ? el("span", { class: "count" }, extra) : null),
    ...content,
  );
const leftOut = (list, file) =>
  list.shown < list.all
    ? el("p", { class: "note" }, `Showing ${count(list.shown)} of ${count(list.all)}; all are in ${file}.`)
    : null;

// columns: [{ title, kind: "number" | "date" | "id" | "", cell(row) -> node or text }]
const table = (caption, columns, rows, row_options = () => ({})) =>
  el(
    "div",
    { class: "scroll" },
    el(
      "table",
      {},
      el("caption", {}, caption),
      el("thead", {}, el("tr", {}, ...columns.map((c) => el("th", { class: c.kind, scope: "col" }, c.title)))),
      el(
        "tbody",
        {},
        ...rows.map((row) =>
          el("tr", row_options(row), ...columns.map((c) => el("td", { class: c.kind }, ...[c.cell(row)].flat()))),
        ),
      ),
    ),
  );
