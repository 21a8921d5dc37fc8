import { describe, expect, it } from "vitest";
import { exampleAnswer } from "./example";
import { readBoard } from "./plan";
import type { Row, Span } from "./rows";
import { firstReaching, layoutOf, pack, rowAt, spanAt } from "./rows";

const plan = readBoard(exampleAnswer());

describe("layout", () => {
  it("stands units under their work centre and people by name", () => {
    const units = layoutOf(plan, "units", plan.bars);
    expect(units.rows.map((row) => row.title)).toEqual(["Welding", "W-1  Welder 1", "Paint", "P-1"]);
    expect(units.rows[1]!.lines).toBe(2);
    expect(units.height).toBe(units.rows.reduce((sum, row) => sum + row.height, 0));
    const people = layoutOf(plan, "people", plan.bars);
    expect(people.rows[0]!.spans[0]!.note).toContain("cheapest");
  });
  it("puts the latest order first", () => {
    expect(layoutOf(plan, "orders", plan.bars).rows.map((row) => row.title)).toEqual(["SO-118", "stock"]);
  });
  it("leaves out what a filter leaves out, also of people", () => {
    const rest = plan.bars.filter((bar) => bar.order === null);
    expect(layoutOf(plan, "people", rest).rows[0]!.spans).toHaveLength(0);
    expect(layoutOf(plan, "units", rest).rows[1]!.spans).toHaveLength(1);
  });
});

// The slow twins: every row, every span.
const slowSpanAt = (row: Row, line: number, t: number, slack: number): Span | null =>
  row.spans.find((span) => span.line === line && t >= span.start - slack && t <= span.end + slack) ?? null;

const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
};

describe("looking up", () => {
  it("finds what a walk over all spans finds, on rows that overlap", () => {
    for (let seed = 1; seed <= 40; ++seed) {
      const next = random(seed);
      const bars = Array.from({ length: 60 }, () => {
        const start = Math.floor(next() * 1000);
        const end = start + 1 + Math.floor(next() * 120);
        return { ...plan.bars[0]!, unit: 0, lane: Math.floor(next() * 2), start, setup: start, end };
      });
      const row = layoutOf(plan, "units", bars).rows[1]!;
      for (let t = -10; t < 1200; t += 7) {
        const reaching = row.spans.findIndex((span) => span.end >= t);
        const found = firstReaching(row, t);
        expect(found).toBe(reaching < 0 ? row.spans.length : reaching);
        for (const line of [0, 1]) {
          const slow = slowSpanAt(row, line, t, 0);
          const fast = spanAt(row, line, t, 0);
          expect(fast === null).toBe(slow === null);
          if (fast) expect([fast.start, fast.end]).toEqual([slow!.start, slow!.end]);
        }
      }
    }
  });
  it("finds rows by height, none beyond the last", () => {
    const layout = layoutOf(plan, "units", plan.bars);
    for (let y = 0; y < layout.height; ++y) {
      const row = rowAt(layout, y)!;
      expect(y >= row.top && y < row.top + row.height).toBe(true);
    }
    expect(rowAt(layout, layout.height)).toBeNull();
    expect(rowAt(layout, -1)).toBeNull();
  });
});

it("packs spans so that none overlaps in a line while there are lines left", () => {
  for (let seed = 1; seed <= 20; ++seed) {
    const next = random(seed);
    const spans = Array.from({ length: 30 }, () => {
      const start = Math.floor(next() * 300);
      return { start, end: start + 20, setup: start, line: 0, bar: plan.bars[0]!, note: "" };
    }).sort((a, b) => a.start - b.start);
    const lines = pack(spans, 100);
    for (let line = 0; line < lines; ++line) {
      const mine = spans.filter((span) => span.line === line);
      for (let at = 1; at < mine.length; ++at) expect(mine[at]!.start).toBeGreaterThanOrEqual(mine[at - 1]!.end);
    }
    expect(pack(spans, 2)).toBeLessThanOrEqual(2);
  }
});
