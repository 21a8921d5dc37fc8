// The sections of the page, top to bottom; each is empty when there is nothing to say, with a word on what that means.
const SHAPES = { cross: ["✕", "act"], half: ["◐", "decide"], hollow: ["○", "blocked"], full: ["●", "ready"] };
const shape = (name) =>
  el("span", { class: "shape", role: "img", "aria-label": SHAPES[name][1], title: SHAPES[name][1] }, SHAPES[name][0]);

const figures = () => {
  const f = D.figures;
  const share = f.orders ? Math.floor((100 * f.on_time_orders) / f.orders) : 100;
  const if_released = f.orders - f.on_time_orders - f.late_orders - f.unplanned_orders;
  const more = if_released > 0 ? `, ${count(if_released)} more if released` : "";
  const figure = (value, unit, what, to) =>
    el(
      "div",
      { class: "figure" },
      el("a", { href: "#" + to }, el("b", {}, value, unit ? el("small", {}, " " + unit) : null), el("span", {}, what)),
    );
  return [
    figure(`${share} %`, `${count(f.on_time_orders)} of ${count(f.orders)}`, "orders on time" + more, "orders"),
    figure(count(f.late_orders), f.late_orders ? `${duration(f.tardiness)} in all` : "", "late", "late"),
    figure(count(f.unplanned_orders), "", "cannot be planned whole", "orders"),
    figure(money(f.penalty), D.currency, "penalties", "money"),
    figure(money(f.total), D.currency, "costs in all", "money"),
    figure(count(f.operations), `in ${plural(f.production_orders, "order")}`, "operations", "board"),
    figure(count(f.purchases), `${count(D.today.purchases.length)} today`, "purchases", "purchases"),
  ];
};

const ordersLinked = (names) => {
  const shown = names.slice(0, 4).flatMap((name, i) => [i ? ", " : "", D.order_ids[name] ? link("order", name) : name]);
  return names.length > 4 ? [...shown, ` and ${count(names.length - 4)} more`] : shown;
};

const needsSection = () => {
  const list = D.needs;
  const head = el(
    "li",
    { class: "head", "aria-hidden": true },
    el("span"),
    el("span", {}, "what"),
    el("span", {}, "whom it hits"),
    el("span", { class: "number" }, "lateness"),
    el("span", { class: "number" }, "penalty " + D.currency),
  );
  const row = (need) =>
    el(
      "li",
      {},
      shape(need.shape),
      el(
        "span",
        {},
        el("a", { class: "what", href: "#" + need.to }, need.title),
        need.detail ? el("span", { class: "hits" }, " " + need.detail) : null,
      ),
      el("span", { class: "hits" }, ...(need.orders.length ? ["hits ", ...ordersLinked(need.orders)] : [])),
      el("span", { class: "number" }, need.seconds ? duration(need.seconds) : ""),
      el("span", { class: "number" }, need.money ? money(need.money) : ""),
    );
  return section(
    "needs",
    "Needs you",
    list.all ? `${count(list.all)}, one line per root cause, dearest first` : "",
    list.all
      ? el("ul", { class: "needs" }, head, ...list.rows.map(row))
      : el("p", { class: "note" }, "Nothing. Every order is on time, every piece in place."),
    leftOut(list, "late_chains.csv, readiness.csv and unplanned.csv"),
  );
};

const todaySection = () => {
  const column = (title, rows, empty) =>
    el(
      "div",
      {},
      el("h3", {}, `${title} (${count(rows.length)})`),
      rows.length
        ? el("ul", { class: "plain" }, ...rows.slice(0, 14).map((text) => el("li", {}, text)))
        : el("p", { class: "note" }, empty),
      rows.length > 14 ? el("p", { class: "note" }, `and ${count(rows.length - 14)} more`) : null,
    );
  return section(
    "today",
    "Today",
    dayText(0),
    el(
      "div",
      { class: "columns" },
      column("Starts", D.today.starts, "Nothing starts today."),
      column("Order", D.today.purchases, "Nothing has to be ordered today."),
      column("Chase and change", D.today.actions, "No open order needs a word."),
    ),
  );
};

const boardLegend = () => {
  const hatching = (id, ground, lines) =>
    `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse">` +
    `<rect width="6" height="6" fill="${ground}"/>${lines}</pattern>`;
  const sample = (fill, edge, extra = "") => {
    const span = el("span");
    span.innerHTML =
      `<svg width="26" height="14" aria-hidden="true"><defs>` +
      hatching("lh", "#f3dfd7", `<path d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5" stroke="${LATE}" stroke-width="1.3"/>`) +
      hatching("lg", "#fbfcfc", `<path d="M-1 7L7 -1" stroke="#ccd3d9"/>`) +
      `</defs><rect x=".5" y=".5" width="25" height="13" fill="${fill}" stroke="${edge}"/>${extra}</svg>`;
    return span;
  };
  const item = (mark, text) => el("span", {}, mark, text);
  return el(
    "div",
    { class: "legend" },
    item(sample("#c9d8e8", "#6f8eac"), "on time"),
    item(sample("url(#lh)", LATE, `<path d="M0 0h8l-8 8z" fill="${LATE}"/>`), "for a late order"),
    item(sample("#fff", "#6f8eac"), "for stock"),
    item(sample("#e3e7ea", "#6f8eac"), "done"),
    item(sample("#c9d8e8", "#6f8eac", '<rect y="9" width="12" height="5" fill="#6f8eac"/>'), "setup"),
    item(sample("#c9d8e8", "#6f8eac", `<circle cx="3" cy="7" r="3" fill="${INK}"/>`), "pinned or started"),
    item(sample("url(#lg)", "#dfe4e8"), "closed or away"),
  );
};

const boardSection = () => {
  const root = el("div", { class: "screen-only" });
  const cut =
    B.shown < B.all
      ? el(
          "p",
          { class: "note" },
          `The board holds the ${count(B.shown)} of ${count(B.all)} operations that start before ${moment(B.cut)}; ` +
            "all are in operations.csv.",
        )
      : null;
  const node = section(
    "board",
    "Board",
    `${plural(B.shown, "operation")} on ${plural(B.units.length, "row")}`,
    cut,
    root,
    boardLegend(),
    el("div", { class: "print-only" }, ...(B.shown <= 20000 ? printFigures() : [])),
  );
  return {
    node,
    start: () => {
      if (B.shown) new Board(root);
      else root.append(el("p", { class: "note" }, "No operation is planned."));
    },
  };
};

const ordersSection = () => {
  const state = (o) =>
    o.delivered === null
      ? "✕ not whole"
      : (o.late > 0 ? `◐ late ${duration(o.late)}` : o.blocked ? "○ on time" : "● on time") +
        (o.blocked ? ", if released" : "");
  const columns = [
    { title: "Order", kind: "id", cell: (o) => o.id },
    { title: "Customer", kind: "", cell: (o) => o.customer },
    { title: "Item", kind: "", cell: (o) => o.item },
    { title: "Quantity", kind: "number", cell: (o) => quantity(o.quantity) },
    { title: "Priority", kind: "number", cell: (o) => String(o.priority) },
    { title: "Due", kind: "date", cell: (o) => deadline(o.due) },
    { title: "Delivered", kind: "date", cell: (o) => momentOr(o.delivered, "") },
    { title: "State", kind: "state", cell: state },
    { title: "Why", kind: "", cell: (o) => (o.chain ? link("late", o.id, o.why) : o.why) },
  ];
  return section(
    "orders",
    "Orders",
    plural(D.orders.all, "order") + ", late ones first",
    table("Every firm order line", columns, D.orders.rows, (o) => ({
      id: anchor("order", o.id),
      class: o.late > 0 || o.delivered === null ? "late" : null,
    })),
    leftOut(D.orders, "orders.csv"),
  );
};

const partClass = (cause) =>
  "p" +
  ({
    process: 0,
    setup: 3,
    queue: 1,
    person: 2,
    tool: 2,
    closed: 5,
    "minimum wait": 6,
    purchase: 4,
    "open purchase": 4,
    stock: 4,
    outside: 6,
    "late start": 7,
    clearance: 4,
    choice: 7,
  }[cause] ?? 7);
// Whole minutes of parts such that they sum to the whole's.
const minutesOf = (parts) => {
  let before = 0;
  return parts.map((part) => {
    const from = Math.ceil(before / 60);
    before += part[1];
    return Math.ceil(before / 60) - from;
  });
};
const chainNode = (chain) => {
  const minutes = minutesOf(chain.parts);
  const total = minutes.reduce((a, b) => a + b, 0);
  return el(
    "div",
    { class: "chain", id: anchor("late", chain.id) },
    el(
      "div",
      { class: "head" },
      D.order_ids[chain.id] ? link("order", chain.id) : el("b", {}, chain.id),
      el("span", { class: "sum" }, `late ${duration(chain.late)}`),
      el("span", { class: "note" }, chain.item),
    ),
    el(
      "div",
      {
        class: "stack",
        role: "img",
        "aria-label": chain.parts.map((p, i) => `${S(p[2])} ${count(minutes[i])} min`).join("; "),
      },
      ...chain.parts.map((part, i) =>
        el("i", {
          class: partClass(part[0]),
          style: `flex: ${Math.max(part[1], 1)} 1 0`,
          title: `${S(part[2])}: ${count(minutes[i])} min`,
        }),
      ),
    ),
    el(
      "div",
      { class: "parts" },
      ...chain.parts.map((part, i) =>
        el("span", {}, el("i", { class: "swatch " + partClass(part[0]) }), `${S(part[2])} ${count(minutes[i])} min`),
      ),
      el("b", {}, `= ${count(total)} min`),
    ),
  );
};
const lateSection = () =>
  section(
    "late",
    "Why late",
    plural(D.late.all, "late order") + ", from delivery back; parts sum to the lateness",
    D.late.all ? el("div", {}, ...D.late.rows.map(chainNode)) : el("p", { class: "note" }, "No order is late."),
    leftOut(D.late, "late_chains.csv"),
  );

const meterCell = (load) => {
  if (load === null || (load[0] === 0 && load[1] === 0)) return "";
  const [planned, capacity] = load,
    share = percent(planned, capacity),
    over = share === null || share > 100;
  if (planned === 0) return el("div", { class: "meter none" }, el("span"), el("b", {}, "–"));
  return el(
    "div",
    { class: "meter" + (over ? " over" : ""), title: `${duration(planned)} of ${duration(capacity)}` },
    el("span", {}, el("i", { style: `width:${Math.min(share === null ? 100 : share, 100)}%` })),
    el("b", {}, (over ? "▲ " : "") + (share === null ? duration(planned) : `${share} %`)),
  );
};
const loadSection = () => {
  const shown = D.load.weeks.slice(0, 10);
  const columns = [
    { title: "", kind: "", cell: (r) => r.name },
    ...shown.map((week, i) => ({ title: dayText(week), kind: "cell", cell: (r) => meterCell(r.cells[i] || null) })),
  ];
  const part = (kind, title) => {
    const rows = D.load.rows.filter((row) => row.kind === kind);
    return rows.length
      ? [el("h3", {}, title), table(`${title}: planned hours against open hours per week, regular time`, columns, rows)]
      : [];
  };
  return section(
    "load",
    "Load",
    "per week; over 100 % hatched and marked ▲",
    el(
      "div",
      { class: "load" },
      ...part("work centre", "Work centres"),
      ...part("unit", "Units"),
      ...part("skill", "Skills"),
    ),
    D.load.weeks.length > shown.length
      ? el("p", { class: "note" }, `Showing ${shown.length} of ${D.load.weeks.length} weeks; all are in capacity.csv.`)
      : null,
    leftOut(D.load, "capacity.csv"),
  );
};

const purchasesSection = () => {
  const columns = [
    { title: "Purchase", kind: "id", cell: (p) => p.id },
    { title: "Order by", kind: "date", cell: (p) => dayText(p.order_at) },
    { title: "Arrives", kind: "date", cell: (p) => dayText(p.receipt_at) },
    { title: "Item", kind: "", cell: (p) => p.item },
    { title: "Vendor", kind: "", cell: (p) => p.vendor },
    { title: "Quantity", kind: "number", cell: (p) => quantity(p.quantity) },
    { title: `Price ${D.currency}`, kind: "number", cell: (p) => quantity(p.price) },
    { title: `Total ${D.currency}`, kind: "number", cell: (p) => money(p.total) },
    { title: `Freight ${D.currency}`, kind: "number", cell: (p) => (p.freight ? money(p.freight) : "") },
    { title: "Why", kind: "", cell: (p) => p.why },
  ];
  return section(
    "purchases",
    "Purchases",
    `${plural(D.purchases.all, "purchase")}, by order date`,
    D.purchases.all
      ? table("What to buy", columns, D.purchases.rows)
      : el("p", { class: "note" }, "Nothing has to be bought."),
    leftOut(D.purchases, "purchases.csv"),
  );
};

const moneySection = () => {
  const parts = D.costs.filter((part) => part[1] !== 0);
  const columns = [
    { title: "Part", kind: "", cell: (p) => p[0] },
    { title: D.currency, kind: "number", cell: (p) => money(p[1]) },
  ];
  return section(
    "money",
    "Costs",
    "every total is the sum of cost_lines.csv",
    el(
      "div",
      { style: "max-width:360px" },
      table("Costs of the plan by part", columns, [...parts, ["total", D.figures.total]]),
    ),
  );
};
const capsBar = (b) => {
  const most = Math.max(b.spent + b.committed + b.planned, b.soft || 0, b.hard || 0, 1);
  const at = (value) => `${(100 * value) / most}%`;
  return el(
    "div",
    {
      class: "caps",
      role: "img",
      "aria-label": `spent ${money(b.spent)}, committed ${money(b.committed)}, planned ${money(b.planned)}`,
    },
    el("i", { class: "spent", style: `left:0;width:${at(b.spent)}` }),
    el("i", { class: "committed", style: `left:${at(b.spent)};width:${at(b.committed)}` }),
    el("i", { class: "planned", style: `left:${at(b.spent + b.committed)};width:${at(b.planned)}` }),
    b.soft === null ? null : el("u", { class: "soft", style: `left:calc(${at(b.soft)} - 1px)`, title: "soft cap" }),
    b.hard === null ? null : el("u", { style: `left:calc(${at(b.hard)} - 2px)`, title: "hard cap" }),
  );
};
const budgetSection = () => {
  const total = (b) => b.spent + b.committed + b.planned;
  const state = (b) =>
    b.hard !== null && total(b) > b.hard
      ? "✕ over hard cap"
      : b.soft !== null && total(b) > b.soft
        ? "◐ over soft cap"
        : "● within";
  const columns = [
    { title: "Account", kind: "", cell: (b) => b.account },
    { title: "From", kind: "date", cell: (b) => dayText(b.from) },
    { title: "To", kind: "date", cell: (b) => dayText(b.until - 1) },
    ...[
      ["Spent", "spent"],
      ["Committed", "committed"],
      ["Planned", "planned"],
    ].map(([title, key]) => ({ title: `${title} ${D.currency}`, kind: "number", cell: (b) => money(b[key]) })),
    { title: `Total ${D.currency}`, kind: "number", cell: (b) => money(total(b)) },
    { title: `Soft cap ${D.currency}`, kind: "number", cell: (b) => (b.soft === null ? "" : money(b.soft)) },
    { title: `Hard cap ${D.currency}`, kind: "number", cell: (b) => (b.hard === null ? "" : money(b.hard)) },
    { title: "", kind: "state", cell: state },
    { title: "dark spent, mid committed, hatched planned; │ hard, ┊ soft cap", kind: "", cell: capsBar },
  ];
  return section(
    "budget",
    "Budget",
    "",
    D.budget.length
      ? table("Accounts and periods against their caps", columns, D.budget)
      : el("p", { class: "note" }, "The plant has no budgets."),
  );
};

const LAMPS = ["material", "people", "machine", "tool", "document", "quality", "paperwork", "money"];
const lampsNode = (lamps) =>
  el(
    "span",
    { class: "lamps" },
    ...lamps.map(([state, text], i) =>
      el(
        "span",
        { title: `${LAMPS[i]}: ${S(text)}`, role: "img", "aria-label": `${LAMPS[i]}: ${S(text)}` },
        ["●", "◐", "○"][state],
      ),
    ),
  );
const PAPER_ROWS = 60;
const readinessSection = () => {
  const columns = [
    { title: "Start", kind: "date", cell: (r) => moment(r.start) },
    { title: "Operation", kind: "id", cell: (r) => r.operation },
    { title: "What", kind: "", cell: (r) => r.what },
    { title: "For", kind: "id", cell: (r) => r.order },
    { title: "Lamps", kind: "", cell: (r) => lampsNode(r.lamps) },
    {
      title: "Full kit",
      kind: "date",
      cell: (r) => (r.full_kit === "ready" ? "ready" : momentOr(r.full_kit, "○ blocked")),
    },
    {
      title: "Waits for",
      kind: "",
      cell: (r) => r.lamps.flatMap(([state, text], i) => (state ? [`${LAMPS[i]}: ${S(text)}`] : [])).join("; "),
    },
    { title: "Owner", kind: "", cell: (r) => r.owner },
    { title: "Next step", kind: "", cell: (r) => r.next_step },
  ];
  return section(
    "readiness",
    "Readiness",
    "● ready  ◐ on a date  ○ blocked; lamps: " + LAMPS.join(", "),
    D.readiness.rows.length
      ? table(
          "Blocked operations, and those that start soonest",
          columns,
          D.readiness.rows.map((row, at) => ({ ...row, at })),
          (row) => ({ class: row.at >= PAPER_ROWS ? "screen-row" : null }),
        )
      : el("p", { class: "note" }, "No operation is open."),
    D.readiness.rows.length > PAPER_ROWS
      ? el("p", { class: "note print-only" }, `On paper the first ${PAPER_ROWS}; all are in readiness.csv.`)
      : null,
    leftOut(D.readiness, "readiness.csv"),
  );
};

const assumptionsSection = () => {
  const columns = [
    { title: "", kind: "", cell: (a) => a.severity },
    { title: "Where", kind: "", cell: (a) => a.where },
    { title: "What", kind: "", cell: (a) => a.message },
    { title: "Way out", kind: "", cell: (a) => a.way_out },
  ];
  return section(
    "assumptions",
    "Assumptions",
    "every default that was used",
    D.assumptions.all
      ? table("Made while reading the plant and while planning", columns, D.assumptions.rows)
      : el("p", { class: "note" }, "None: the plant says everything itself."),
    leftOut(D.assumptions, "assumptions.csv"),
  );
};
