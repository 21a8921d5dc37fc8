// A small board for tests: two welders, a paint line, one late order.
import type { BoardAnswer } from "./plan";

export const exampleAnswer = (): BoardAnswer => ({
  origin: "2026-11-23T06:00:00+01:00",
  strings: ["weld", "MO-1", "frame", "10", "steel", "00000000", "paint", "20", "black", "02000000", "MO-2", "cheapest", ""],
  board: {
    all: 3,
    shown: 3,
    cut: null,
    from: 0,
    until: 100_000,
    frozen: 14_400,
    slushy: 86_400,
    weeks: [-21_600],
    groups: [
      { title: "Welding", load: [96], units: [0] },
      { title: "Paint", load: [118], units: [1] },
    ],
    units: [
      { id: "W-1", name: "Welder 1", lanes: 2, closed: [[28_800, 86_400]], away: [] },
      { id: "P-1", name: "P-1", lanes: 1, closed: [], away: [[0, 7_200, 0]] },
    ],
    people: [{ id: "p01", name: "M. Diaz", closed: [], away: [] }],
    bars: [
      [0, 0, 0, 600, 7_200, 0, 0, 1, 2, 40, 2, null, 3, 4, 5],
      [0, 1, 3_600, 3_600, 10_800, -1, 0, 10, 2, 12.5, 0, null, 3, 4, 5],
      [1, 0, 7_200, 9_000, 20_000, 0, 6, 1, 2, 40, 1, 6_000, 7, 8, 9],
    ],
    shifts: [[0, 0, 0, 7_200, 11, 0]],
    orders: [["SO-118", 90_000, 1, "Dealer"]],
  },
});
