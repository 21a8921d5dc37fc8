// A published plan as the board shows it: what the API's Board says, with names instead of positions.
import { WallClock } from "./wall";

export type Cell = number | null;

export interface BoardRowData {
  id: string;
  name: string;
  lanes?: number;
  closed: number[][];
  away: number[][];
}

// The schema Board of api/openapi.yaml.
export interface BoardAnswer {
  origin: string;
  board: {
    all: number;
    shown: number;
    cut: number | null;
    from: number;
    until: number;
    frozen: number;
    slushy: number;
    weeks: number[];
    groups: { title: string; load: Cell[]; units: number[] }[];
    units: BoardRowData[];
    people: BoardRowData[];
    bars: Cell[][];
    shifts: number[][];
    orders: unknown[][];
  };
  strings: string[];
}

export type Status = "waiting" | "pinned" | "started" | "done";
const STATUSES: Status[] = ["waiting", "pinned", "started", "done"];

export interface CustomerOrder {
  id: string;
  late: number; // seconds; -1: cannot be planned whole
  customer: string;
}

export interface Bar {
  unit: number; // index into units
  lane: number;
  start: number;
  setup: number; // when the setup is over
  end: number;
  order: CustomerOrder | null; // null: for stock
  operation: string;
  operationId: string;
  production: string;
  item: string;
  quantity: number;
  status: Status;
  material: number | null;
  family: string;
  lamps: string;
  key: string; // "MO-7/10"
}

export interface Away {
  from: number;
  until: number;
  reason: string;
}

export interface Resource {
  id: string;
  name: string;
  lanes: number;
  closed: [number, number][];
  away: Away[];
}

export interface Shift {
  person: number;
  bar: Bar;
  start: number;
  end: number;
  reason: string;
  skill: string;
}

export interface Group {
  title: string;
  load: Cell[];
  units: number[];
}

export interface BoardPlan {
  clock: WallClock;
  from: number;
  until: number;
  frozen: number;
  slushy: number;
  all: number;
  cut: number | null;
  weeks: number[];
  groups: Group[];
  units: Resource[];
  people: Resource[];
  bars: Bar[];
  shifts: Shift[];
  orders: CustomerOrder[];
}

const resource = (row: BoardRowData, texts: string[]): Resource => ({
  id: row.id,
  name: row.name,
  lanes: row.lanes ?? 0,
  closed: row.closed as [number, number][],
  away: row.away.map(([from, until, reason]) => ({ from: from!, until: until!, reason: texts[reason!] ?? "" })),
});

export const readBoard = (answer: BoardAnswer): BoardPlan => {
  const { board, strings } = answer;
  const text = (cell: Cell | undefined): string => (cell == null || cell < 0 ? "" : (strings[cell] ?? ""));
  const orders = board.orders.map(
    ([id, late, , customer]): CustomerOrder => ({
      id: id as string,
      late: late as number,
      customer: customer as string,
    }),
  );
  const bars = board.bars.map((cells): Bar => {
    const number = (at: number): number => cells[at] ?? 0;
    return {
      unit: number(0),
      lane: number(1),
      start: number(2),
      setup: number(3),
      end: number(4),
      order: number(5) < 0 ? null : (orders[number(5)] ?? null),
      operation: text(cells[6]),
      production: text(cells[7]),
      item: text(cells[8]),
      quantity: number(9),
      status: STATUSES[number(10)] ?? "waiting",
      material: cells[11] ?? null,
      operationId: text(cells[12]),
      family: text(cells[13]),
      lamps: text(cells[14]),
      key: `${text(cells[7])}/${text(cells[12])}`,
    };
  });
  return {
    clock: new WallClock(answer.origin),
    from: board.from,
    until: board.until,
    frozen: board.frozen,
    slushy: board.slushy,
    all: board.all,
    cut: board.cut,
    weeks: board.weeks,
    groups: board.groups,
    units: board.units.map((row) => resource(row, strings)),
    people: board.people.map((row) => resource(row, strings)),
    bars,
    shifts: board.shifts.map(([person, bar, start, end, reason, skill]) => ({
      person: person!,
      bar: bars[bar!]!,
      start: start!,
      end: end!,
      reason: text(reason),
      skill: text(skill),
    })),
    orders,
  };
};

export const isLate = (bar: Bar): boolean => bar.order !== null && bar.order.late > 0;
export const isBlocked = (bar: Bar): boolean => bar.lamps.includes("2");

const WHOLE = new Intl.NumberFormat(undefined, { maximumFractionDigits: 3 });
export const quantity = (value: number): string => WHOLE.format(value);

// What a bar is: "SO-118 weld 40".
export const barText = (bar: Bar): string =>
  `${bar.order ? bar.order.id : "stock"} ${bar.operation} ${quantity(bar.quantity)}`;
