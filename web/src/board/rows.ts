// Rows of the board: work centres with their units, people, or orders; each with the spans that stand in it.
import type { Bar, BoardPlan, Group, Resource } from "./plan";

export type Kind = "units" | "people" | "orders";

export interface Span {
  start: number;
  end: number;
  setup: number; // when the setup is over; start: none
  line: number;
  bar: Bar;
  note: string; // people: why they, and with which skill
}

export interface Row {
  key: string;
  title: string;
  heading: boolean; // a work centre or customer; has no spans
  load: (number | null)[]; // of a heading, per week
  resource: Resource | null;
  spans: Span[]; // by start
  reach: number[]; // per span the latest end up to it, so that search can be binary although spans may overlap
  lines: number;
  top: number;
  height: number;
}

export const LINE_HEIGHT = 22;
export const HEADING_HEIGHT = 26;
const MOST_LINES = 8; // of a row without lanes

const spanOf = (bar: Bar): Span => ({
  start: bar.start,
  end: bar.end,
  setup: bar.setup,
  line: bar.lane,
  bar,
  note: "",
});

// Puts spans into as few lines as they need, the rest into the last one.
export const pack = (spans: Span[], most: number): number => {
  const ends: number[] = [];
  for (const span of spans) {
    let line = ends.findIndex((end) => end <= span.start);
    if (line < 0) line = ends.length < most ? ends.length : most - 1;
    ends[line] = Math.max(ends[line] ?? -Infinity, span.end);
    span.line = line;
  }
  return Math.max(ends.length, 1);
};

const rowOf = (key: string, title: string, resource: Resource | null, spans: Span[], lanes: number): Row => {
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  const lines = lanes > 0 ? lanes : pack(spans, MOST_LINES);
  let latest = -Infinity;
  return {
    key,
    title,
    heading: false,
    load: [],
    resource,
    spans,
    reach: spans.map((span) => (latest = Math.max(latest, span.end))),
    lines,
    top: 0,
    height: lines * LINE_HEIGHT + 6,
  };
};

const headingOf = (group: Group): Row => ({
  key: `group:${group.title}`,
  title: group.title,
  heading: true,
  load: group.load,
  resource: null,
  spans: [],
  reach: [],
  lines: 1,
  top: 0,
  height: HEADING_HEIGHT,
});

const titled = (resource: Resource): string =>
  resource.name === resource.id ? resource.id : `${resource.id}  ${resource.name}`;

const unitRows = (plan: BoardPlan, bars: Bar[]): Row[] => {
  const spans: Span[][] = plan.units.map(() => []);
  for (const bar of bars) spans[bar.unit]?.push(spanOf(bar));
  return plan.groups.flatMap((group) => [
    headingOf(group),
    ...group.units.map((unit) => {
      const resource = plan.units[unit]!;
      return rowOf(`unit:${resource.id}`, titled(resource), resource, spans[unit] ?? [], resource.lanes);
    }),
  ]);
};

const peopleRows = (plan: BoardPlan, bars: Bar[]): Row[] => {
  const shown = new Set(bars);
  const spans: Span[][] = plan.people.map(() => []);
  for (const shift of plan.shifts) {
    if (!shown.has(shift.bar)) continue;
    const note = shift.skill ? `${shift.skill}: ${shift.reason}` : shift.reason;
    spans[shift.person]?.push({
      start: shift.start,
      end: shift.end,
      setup: shift.start,
      line: 0,
      bar: shift.bar,
      note,
    });
  }
  return plan.people.map((person, at) => rowOf(`person:${person.id}`, titled(person), person, spans[at] ?? [], 0));
};

// Late orders first, the latest on top; then by the first start.
const orderRows = (_plan: BoardPlan, bars: Bar[]): Row[] => {
  const spans = new Map<string, Span[]>();
  const late = new Map<string, number>();
  for (const bar of bars) {
    const id = bar.order?.id ?? "stock";
    const list = spans.get(id) ?? [];
    list.push(spanOf(bar));
    spans.set(id, list);
    late.set(id, bar.order?.late ?? 0);
  }
  const first = (list: Span[]): number => list.reduce((least, span) => Math.min(least, span.start), Infinity);
  const weight = (id: string): number => {
    const seconds = late.get(id) ?? 0;
    return seconds < 0 ? Infinity : seconds;
  };
  return [...spans.entries()]
    .sort(([a, x], [b, y]) => (weight(a) === weight(b) ? first(x) - first(y) : weight(b) > weight(a) ? 1 : -1))
    .map(([id, list]) => rowOf(`order:${id}`, id, null, list, 0));
};

export interface Layout {
  rows: Row[];
  height: number;
}

// `bars`: those that the filters leave.
export const layoutOf = (plan: BoardPlan, kind: Kind, bars: Bar[]): Layout => {
  const make = { units: unitRows, people: peopleRows, orders: orderRows }[kind];
  const rows = make(plan, bars);
  let top = 0;
  for (const row of rows) {
    row.top = top;
    top += row.height;
  }
  return { rows, height: top };
};

// The first span of the row that may reach into what begins at `from`. Binary search.
export const firstReaching = (row: Row, from: number): number => {
  let low = 0;
  let high = row.spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (row.reach[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
};

// The row at height `y` of the layout. Binary search.
export const rowAt = (layout: Layout, y: number): Row | null => {
  let low = 0;
  let high = layout.rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const row = layout.rows[middle]!;
    if (y < row.top) high = middle - 1;
    else if (y >= row.top + row.height) low = middle + 1;
    else return row;
  }
  return null;
};

// The span of the row at time `t` in `line`, give or take `slack` seconds.
export const spanAt = (row: Row, line: number, t: number, slack: number): Span | null => {
  for (let at = firstReaching(row, t - slack); at < row.spans.length; ++at) {
    const span = row.spans[at]!;
    if (span.start > t + slack) break;
    if (span.line === line && t <= span.end + slack) return span;
  }
  return null;
};
