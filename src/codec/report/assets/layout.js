// Rows of the board: work centres with their units, or people. Each unit has a line per lane; units without lanes
// (unlimited, outside, waiting) get as many lines as overlap, up to eight.
const LABEL = 190,
  LINE_HEIGHT = 22,
  HEAD = 26,
  AXIS = 34;
const B = D.board;
const BAR = {
  unit: 0,
  lane: 1,
  start: 2,
  setup: 3,
  end: 4,
  order: 5,
  operation: 6,
  production: 7,
  item: 8,
  quantity: 9,
  status: 10,
  material: 11,
};
const STATUS = ["waiting", "pinned", "started", "done"];
const S = (index) => (index < 0 ? "" : D.strings[index]);
const orderOf = (bar) => (bar[BAR.order] < 0 ? null : B.orders[bar[BAR.order]]);
const isLate = (bar) => orderOf(bar) !== null && orderOf(bar)[1] > 0;

const packLines = (spans, most) => {
  const ends = [];
  for (const span of spans) {
    let line = ends.findIndex((end) => end <= span.start);
    if (line < 0) line = ends.length < most ? ends.length : most - 1;
    ends[line] = Math.max(ends[line] || 0, span.end);
    span.line = line;
  }
  return Math.max(ends.length, 1);
};

const unitRows = () => {
  const spans = B.units.map(() => []);
  B.bars.forEach((bar, index) =>
    spans[bar[BAR.unit]].push({
      start: bar[BAR.start],
      end: bar[BAR.end],
      setup: bar[BAR.setup],
      line: bar[BAR.lane],
      bar,
      index,
    }),
  );
  const rows = [];
  for (const group of B.groups) {
    rows.push({ head: group.title, load: group.load, height: HEAD, spans: [] });
    for (const unit of group.units) rows.push(rowOf(B.units[unit], spans[unit], B.units[unit].lanes));
  }
  return rows;
};

const peopleRows = () => {
  const spans = B.people.map(() => []);
  for (const [person, index, start, end, reason, skill] of B.shifts) {
    spans[person].push({
      start,
      end,
      setup: start,
      line: 0,
      bar: B.bars[index],
      index,
      reason: S(reason),
      skill: S(skill),
    });
  }
  return B.people.map((person, at) => rowOf(person, spans[at], 0));
};

const rowOf = (owner, spans, lanes) => {
  spans.sort((a, b) => a.start - b.start);
  const lines = lanes > 0 ? lanes : packLines(spans, 8);
  return { id: owner.id, name: owner.name, closed: owner.closed, spans, lines, height: lines * LINE_HEIGHT + 6 };
};

const placed = (rows) => {
  let top = 0;
  for (const row of rows) {
    row.top = top;
    top += row.height;
  }
  return { rows, height: top };
};

const barText = (bar) => {
  const order = orderOf(bar);
  return `${order ? order[0] : "stock"} ${S(bar[BAR.operation])} ${quantity(bar[BAR.quantity])}`;
};

// The first span of a row that may be visible from `from` on. Ends grow with starts in rows of one line; other rows
// are short.
const firstVisible = (row, from) => {
  if (row.lines > 1) return 0;
  let low = 0,
    high = row.spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (row.spans[middle].end < from) low = middle + 1;
    else high = middle;
  }
  return low;
};

const STEPS = [3600, 3 * 3600, 6 * 3600, 12 * 3600, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY];

// Draws rows between `top` and `top + height` (board coordinates) and times from `view.from` at `view.scale` pixels a
// second.
const drawBoard = (surface, layout, view) => {
  const x = (t) => LABEL + (t - view.from) * view.scale;
  const until = view.from + (view.width - LABEL) / view.scale;
  for (const row of layout.rows) {
    const y = row.top - view.top + AXIS;
    if (y + row.height < AXIS || y > view.height) continue;
    if (row.head !== undefined) drawHead(surface, row, y, x, view, until);
    else drawRow(surface, row, y, x, view, until);
  }
  drawAxis(surface, x, view, until);
};

const drawHead = (surface, row, y, x, view, until) => {
  surface.rect(0, y, view.width, row.height, "head");
  row.load.forEach((load, i) => {
    const from = Math.max(B.weeks[i], view.from),
      to = Math.min(B.weeks[i + 1] || B.weeks[i] + 7 * DAY, until);
    if (to <= from || load === null) return;
    const left = x(from),
      width = (to - from) * view.scale;
    surface.rect(
      left + 1,
      y + 5,
      Math.max(0, ((width - 3) * Math.min(load, 100)) / 100),
      row.height - 10,
      load > 100 ? "over" : "load",
    );
    surface.text(left + 5, y + row.height / 2, `${load} %${load > 100 ? " over" : ""}`, width - 8, {
      size: 11,
      bold: load > 100,
      back: true,
    });
  });
  surface.rect(0, y, LABEL, row.height, "head");
  surface.text(8, y + row.height / 2, row.head, LABEL - 12, { bold: true, size: 12 });
  surface.line(0, y + row.height, view.width, y + row.height, LINE);
};

const drawRow = (surface, row, y, x, view, until) => {
  for (const [from, to] of row.closed) {
    if (to < view.from || from > until || (to - from) * view.scale < 2) continue;
    const left = Math.max(x(from), LABEL);
    surface.rect(left, y, Math.min(x(to), view.width) - left, row.height, "closed");
  }
  drawDays(surface, x, view, until, y, y + row.height);
  for (let i = firstVisible(row, view.from); i < row.spans.length; ++i) {
    const span = row.spans[i];
    if (span.start > until) break;
    if (span.end >= view.from) drawSpan(surface, span, y + 3 + span.line * LINE_HEIGHT, x, view);
  }
  surface.rect(0, y, LABEL, row.height, "stock");
  surface.text(
    16,
    y + Math.min(row.height / 2, 14),
    row.name === row.id ? row.id : `${row.id}  ${row.name}`,
    LABEL - 22,
    { size: 12 },
  );
  surface.line(0, y + row.height, view.width, y + row.height, "#eef1f4");
  surface.line(LABEL, y, LABEL, y + row.height, LINE);
};

const drawSpan = (surface, span, y, x, view) => {
  const left = Math.max(x(span.start), LABEL),
    right = Math.min(x(span.end), view.width);
  const width = Math.max(right - left, 1.5),
    height = LINE_HEIGHT - 4,
    late = isLate(span.bar);
  const kind = span.bar[BAR.status] === 3 ? "done" : late ? "late" : span.bar[BAR.order] < 0 ? "stock" : "bar";
  surface.rect(left, y, width, height, kind, width > 3 ? (late ? LATE : "#6f8eac") : null);
  const setup = Math.min(x(span.setup), right) - left;
  if (setup > 1) surface.rect(left, y + height - 5, setup, 5, "setup");
  if (late && width > 10) surface.triangle(left, y);
  if (span.bar[BAR.status] === 1 || span.bar[BAR.status] === 2) surface.dot(left + 1, y + height / 2);
  surface.text(left + (late ? 11 : 6), y + height / 2, barText(span.bar), width - (late ? 14 : 9), { back: late });
  if (view.focused === span) surface.focus(left, y, width, height);
};

const MIDNIGHT = -(((ORIGIN % DAY) + DAY) % DAY);
const drawDays = (surface, x, view, until, top, bottom) => {
  if (DAY * view.scale < 12) return;
  for (let t = MIDNIGHT + Math.ceil((view.from - MIDNIGHT) / DAY) * DAY; t < until; t += DAY)
    surface.line(x(t), top, x(t), bottom, LINE);
};

const drawAxis = (surface, x, view, until) => {
  surface.rect(0, 0, view.width, AXIS, "stock");
  const step = STEPS.find((s) => s * view.scale >= (s < DAY ? 44 : 66)) || STEPS[STEPS.length - 1];
  for (let t = MIDNIGHT + Math.floor((view.from - MIDNIGHT) / step) * step; t < until; t += step) {
    if (x(t) < LABEL) continue;
    const day = (t - MIDNIGHT) % DAY === 0;
    surface.line(x(t), day ? 4 : 20, x(t), AXIS, "#c4ccd3");
    surface.text(x(t) + 4, day ? 11 : 26, day ? dayText(t) : clock(t), day ? 80 : 40, { size: 11, color: SOFT });
  }
  if (x(0) >= LABEL && 0 < until) {
    surface.line(x(0), 18, x(0), view.height, LATE, 1.5);
    surface.text(x(0) + 3, 26, "now", 30, { size: 11, color: LATE, bold: true });
  }
  surface.line(0, AXIS, view.width, AXIS, SOFT);
};
