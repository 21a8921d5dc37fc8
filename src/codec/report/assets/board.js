// The board: zoom, pan, hover, keyboard, details, table twin.
const ZOOMS = [
  ["1d", DAY],
  ["3d", 3 * DAY],
  ["1w", 7 * DAY],
  ["2w", 14 * DAY],
  ["all", 0],
];

class Board {
  constructor(root) {
    this.layouts = { units: placed(unitRows()), people: placed(peopleRows()) };
    this.view = { from: Math.max(B.from, -6 * 3600), scale: 1, width: 1000, height: 560, top: 0, focused: null };
    this.kind = "units";
    this.span = 7 * DAY;
    this.canvas = el("canvas", {
      tabindex: 0,
      role: "application",
      "aria-label":
        "Board. Arrow keys move between operations, plus and minus zoom, Enter opens details, " +
          "t shows the same as a table.",
    });
    this.space = el("div");
    this.box = el("div", { class: "board" }, this.canvas, this.space);
    this.twin = el("div", { class: "twin", hidden: true });
    this.surface = new CanvasSurface(this.canvas);
    root.append(this.tools(), this.box, this.twin);
    this.listen();
    this.show("units");
  }
  get layout() {
    return this.layouts[this.kind];
  }

  tools() {
    const button = (text, act, options = {}) => el("button", { type: "button", onclick: act, ...options }, text);
    this.kinds = ["units", "people"].map((kind) => button(kind, () => this.show(kind)));
    this.zooms = ZOOMS.map(([name, span]) => button(name, () => this.zoom(span), { "aria-label": "show " + name }));
    this.twinButton = button("table", () => this.toggleTwin(), { "aria-pressed": "false" });
    return el(
      "div",
      { class: "tools" },
      ...this.kinds,
      el("span", { class: "gap" }),
      ...this.zooms,
      el("span", { class: "gap" }),
      button("◀", () => this.pan(-0.5), { "aria-label": "earlier" }),
      button("now", () => this.go(-0.03 * this.range())),
      button("▶", () => this.pan(0.5), { "aria-label": "later" }),
      el("span", { class: "gap" }),
      this.twinButton,
      el(
        "span",
        { class: "keys" },
        el("kbd", {}, "arrows"),
        " move, ",
        el("kbd", {}, "+"),
        " ",
        el("kbd", {}, "-"),
        " zoom, ",
        el("kbd", {}, "Enter"),
        " details, ",
        el("kbd", {}, "t"),
        " table",
      ),
    );
  }

  listen() {
    window.addEventListener("resize", () => this.draw());
    this.box.addEventListener("scroll", () => this.draw());
    this.box.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey && !event.shiftKey && Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
        event.preventDefault();
        if (event.ctrlKey) this.zoom(this.range() * (event.deltaY > 0 ? 1.25 : 0.8), this.timeAt(event.offsetX));
        else this.go(this.view.from + (event.deltaX || event.deltaY) / this.view.scale);
      },
      { passive: false },
    );
    this.canvas.addEventListener("pointerdown", (event) => {
      this.drag = { x: event.clientX, from: this.view.from, moved: false };
    });
    window.addEventListener("pointerup", () => {
      this.drag = null;
    });
    this.canvas.addEventListener("pointermove", (event) => this.hover(event));
    this.canvas.addEventListener("pointerleave", () => {
      byId("hint").hidden = true;
    });
    this.canvas.addEventListener("click", (event) => {
      const span = this.at(event);
      if (span) this.focus(span, true);
    });
    this.canvas.addEventListener("keydown", (event) => this.key(event));
  }

  range() {
    return (this.view.width - LABEL) / this.view.scale;
  }
  timeAt(x) {
    return this.view.from + Math.max(0, x - LABEL) / this.view.scale;
  }
  go(from) {
    this.view.from = Math.min(Math.max(from, B.from - this.range() / 4), B.until - this.range() / 4);
    this.draw();
  }
  pan(share) {
    this.go(this.view.from + share * this.range());
  }
  zoom(span, around) {
    const all = B.until - Math.min(B.from, 0);
    const range = Math.min(Math.max(span || all, 3600), Math.max(all * 1.05, DAY));
    const keep = around === undefined ? null : (around - this.view.from) / this.range();
    this.span = range;
    this.draw();
    this.go(keep === null ? (span ? this.view.from : Math.min(B.from, 0)) : around - keep * range);
  }
  show(kind) {
    this.kind = kind;
    this.kinds.forEach((button) => button.setAttribute("aria-pressed", String(button.textContent === kind)));
    this.box.scrollTop = 0;
    this.view.focused = null;
    const height = Math.min(this.layout.height + AXIS + 2, 620);
    this.box.style.height = height + "px";
    this.space.style.height = Math.max(0, this.layout.height + AXIS - height) + "px";
    if (!this.twin.hidden) this.fillTwin();
    this.draw();
  }
  draw() {
    if (this.box.hidden) return;
    const view = this.view;
    view.width = this.box.clientWidth;
    view.height = this.box.clientHeight;
    view.top = this.box.scrollTop;
    view.scale = (view.width - LABEL) / this.span;
    this.surface.resize(view.width, view.height);
    drawBoard(this.surface, this.layout, view);
  }

  at(event) {
    const y = event.offsetY + this.view.top - AXIS,
      t = this.timeAt(event.offsetX);
    if (event.offsetX < LABEL || event.offsetY < AXIS) return null;
    const row = this.layout.rows.find((r) => y >= r.top && y < r.top + r.height);
    if (!row) return null;
    const line = Math.floor((y - row.top - 3) / LINE_HEIGHT),
      slack = 2 / this.view.scale;
    return row.spans.find((s) => s.line === line && t >= s.start - slack && t <= s.end + slack) || null;
  }
  hover(event) {
    if (this.drag && event.buttons) {
      this.drag.moved = true;
      return this.go(this.drag.from - (event.clientX - this.drag.x) / this.view.scale);
    }
    const span = this.at(event),
      hint = byId("hint");
    hint.hidden = !span;
    this.canvas.style.cursor = span ? "pointer" : "default";
    if (!span) return;
    hint.replaceChildren(
      el("b", {}, barText(span.bar)),
      `${moment(span.start)} to ${moment(span.end)}`,
      el("br"),
      this.lateText(span.bar),
    );
    hint.style.left = Math.min(event.clientX + 14, window.innerWidth - 350) + "px";
    hint.style.top = event.clientY + 16 + "px";
  }
  lateText(bar) {
    const order = orderOf(bar);
    if (!order) return "for stock";
    return order[1] > 0
      ? `${order[0]} is late by ${duration(order[1])}`
      : `${order[0]} ${order[1] < 0 ? "cannot be planned whole" : "is on time"}`;
  }

  key(event) {
    const act = {
      ArrowRight: () => this.step(1),
      ArrowLeft: () => this.step(-1),
      ArrowDown: () => this.jump(1),
      ArrowUp: () => this.jump(-1),
      "+": () => this.zoom(this.range() * 0.7, this.middle()),
      "-": () => this.zoom(this.range() * 1.4, this.middle()),
      Enter: () => this.view.focused && this.focus(this.view.focused, true),
      t: () => this.toggleTwin(),
      Escape: () => closePanel(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
  middle() {
    return this.view.from + this.range() / 2;
  }
  rowOfFocus() {
    return this.layout.rows.findIndex((row) => row.spans.includes(this.view.focused));
  }
  step(by) {
    const at = this.rowOfFocus();
    if (at < 0) return this.jump(1);
    const spans = this.layout.rows[at].spans;
    const next = spans[spans.indexOf(this.view.focused) + by];
    if (next) this.focus(next);
  }
  jump(by) {
    const start = this.view.focused ? this.view.focused.start : this.view.from;
    for (let at = this.rowOfFocus() + by; at >= 0 && at < this.layout.rows.length; at += by) {
      const spans = this.layout.rows[at].spans;
      if (spans.length)
        return this.focus(spans.reduce((a, b) => (Math.abs(b.start - start) < Math.abs(a.start - start) ? b : a)));
    }
  }
  focus(span, open) {
    this.view.focused = span;
    const row = this.layout.rows[this.rowOfFocus()];
    if (row.top < this.box.scrollTop || row.top + row.height > this.box.scrollTop + this.view.height - AXIS)
      this.box.scrollTop = row.top;
    if (span.end < this.view.from || span.start > this.view.from + this.range())
      this.view.from = span.start - this.range() / 4;
    this.draw();
    byId("live").textContent =
      `${row.name}: ${barText(span.bar)}, ${moment(span.start)} to ${moment(span.end)}, ${this.lateText(span.bar)}`;
    if (open) openPanel(span, row, this.lateText(span.bar));
  }

  toggleTwin() {
    this.twin.hidden = !this.twin.hidden;
    this.box.hidden = !this.twin.hidden;
    this.twinButton.setAttribute("aria-pressed", String(!this.twin.hidden));
    if (!this.twin.hidden) this.fillTwin();
    this.draw();
  }
  fillTwin() {
    const spans = this.layout.rows.flatMap((row) => row.spans.map((span) => ({ row, span })));
    const most = 2000;
    const columns = [
      { title: this.kind === "units" ? "Unit" : "Person", kind: "id", cell: (r) => r.row.id },
      { title: "Start", kind: "date", cell: (r) => moment(r.span.start) },
      { title: "End", kind: "date", cell: (r) => moment(r.span.end) },
      { title: "Production order", kind: "id", cell: (r) => S(r.span.bar[BAR.production]) },
      { title: "Operation", kind: "", cell: (r) => S(r.span.bar[BAR.operation]) },
      { title: "Item", kind: "", cell: (r) => S(r.span.bar[BAR.item]) },
      { title: "Quantity", kind: "number", cell: (r) => quantity(r.span.bar[BAR.quantity]) },
      { title: "For", kind: "", cell: (r) => this.lateText(r.span.bar) },
    ];
    this.twin.replaceChildren(
      table("The board as a table", columns, spans.slice(0, most)),
      ...(spans.length > most
        ? [el("p", { class: "note" }, `Showing ${count(most)} of ${count(spans.length)}; all are in operations.csv.`)]
        : []),
    );
  }
}

const closePanel = () => {
  byId("panel").hidden = true;
};
const openPanel = (span, row, late) => {
  const bar = span.bar,
    order = orderOf(bar);
  const people = B.shifts
    .filter((shift) => shift[1] === span.index)
    .map((shift) => `${B.people[shift[0]].name} (${S(shift[5])}): ${S(shift[4])}`);
  const fact = (name, ...value) => [el("dt", {}, name), el("dd", {}, ...value)];
  byId("panel").replaceChildren(
    el("button", { type: "button", onclick: closePanel, style: "float:right" }, "Close"),
    el("h3", {}, `${S(bar[BAR.production])} ${S(bar[BAR.operation])}`),
    el("p", {}, late),
    el(
      "dl",
      {},
      ...fact("Item", S(bar[BAR.item])),
      ...fact("Quantity", quantity(bar[BAR.quantity])),
      ...fact("When", `${moment(bar[BAR.start])} to ${moment(bar[BAR.end])}`),
      ...fact("Where", B.units[bar[BAR.unit]].name),
      ...(bar[BAR.setup] > bar[BAR.start] ? fact("Setup", `until ${moment(bar[BAR.setup])}`) : []),
      ...fact("Material", bar[BAR.material] === null ? "waits for none" : `last arrives ${moment(bar[BAR.material])}`),
      ...fact("State", STATUS[bar[BAR.status]]),
      ...(people.length ? fact("People", ...people.flatMap((text) => [text, el("br")])) : []),
      ...(order ? fact("Order", order[2] ? link("order", order[0]) : order[0]) : []),
    ),
  );
  byId("panel").hidden = false;
};
window.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closePanel();
});

// For paper: the first two weeks, a figure each, units and people that work in them.
const printFigures = () => {
  const figures = [];
  const weeks = Math.max(1, Math.ceil((B.until - Math.max(B.from, 0)) / (7 * DAY)));
  const pages = Math.min(2, weeks);
  if (weeks > pages) figures.push(el("p", { class: "note" }, `On paper the first two of ${weeks} weeks.`));
  for (const [kind, rows] of [
    ["units", unitRows()],
    ["people", peopleRows()],
  ]) {
    for (let page = 0; page < pages; ++page) figures.push(...printPages(kind, rows, B.weeks[0] + page * 7 * DAY));
  }
  return figures;
};
const printPages = (kind, rows, from) => {
  const busy = rows.filter(
    (row) => row.head !== undefined || row.spans.some((s) => s.end > from && s.start < from + 7 * DAY),
  );
  const used = busy.filter((row, at) => row.head === undefined || (busy[at + 1] && busy[at + 1].head === undefined));
  const figures = [];
  for (let first = 0, height = 0, at = 0; at < used.length && figures.length < 6; ++at) {
    height += used[at].height;
    const full = height + (used[at + 1] ? used[at + 1].height : 0) > 1280;
    if (!full && at + 1 < used.length) continue;
    const layout = placed(used.slice(first, at + 1));
    const surface = new SvgSurface(),
      width = 1000,
      page_height = layout.height + AXIS;
    drawBoard(surface, layout, {
      from,
      scale: (width - LABEL) / (7 * DAY),
      width,
      height: page_height,
      top: 0,
      focused: null,
    });
    const figure = el("figure", {});
    figure.innerHTML = surface.svg(width, page_height, `Board of ${kind}, week of ${dayText(from)}`);
    figures.push(el("h3", {}, `${kind === "units" ? "Units" : "People"}, week of ${dayText(from)}`), figure);
    first = at + 1;
    height = 0;
  }
  return figures;
};
