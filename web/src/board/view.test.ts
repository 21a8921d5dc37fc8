import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "./wall";
import { LABEL, axisStep, gridOf, panned, scaleOf, shown, timeOf, xOf, zoomed } from "./view";

const extent = { from: 0, until: 60 * DAY };
const view = { from: DAY, span: 7 * DAY, width: 1390, height: 600, top: 0 };

describe("view", () => {
  it("turns pixels into times and back", () => {
    expect(xOf(view, DAY)).toBe(LABEL);
    expect(timeOf(view, xOf(view, 3 * DAY + 77))).toBeCloseTo(3 * DAY + 77);
  });
  it("keeps what the pointer is on in its place when it zooms", () => {
    for (const span of [DAY, 3 * DAY, 14 * DAY]) {
      const around = 4 * DAY;
      expect(xOf(zoomed(view, span, around, extent), around)).toBeCloseTo(xOf(view, around));
    }
    expect(zoomed(view, 1, 4 * DAY, extent).span).toBe(HOUR);
  });
  it("never loses the plan", () => {
    expect(panned(view, -1000 * DAY, extent).from).toBeGreaterThanOrEqual(-2 * DAY);
    expect(panned(view, 1000 * DAY, extent).from).toBeLessThan(extent.until);
  });
  it("moves only as far as it must to show a bar", () => {
    expect(shown(view, 2 * DAY, 3 * DAY, 100, 130)).toEqual(view);
    expect(shown(view, 20 * DAY, 21 * DAY, 0, 30).from).toBe(20 * DAY - view.span / 4);
    expect(shown(view, 2 * DAY, 3 * DAY, 900, 930).top).toBe(930 - (600 - 34));
  });
  it("chooses marks that have room and a grid that a hand can hit", () => {
    for (const span of [HOUR, DAY, 7 * DAY, 60 * DAY]) {
      const at = { ...view, span };
      expect(axisStep(at) * scaleOf(at)).toBeGreaterThanOrEqual(48);
      expect(gridOf(at) * scaleOf(at)).toBeGreaterThanOrEqual(8);
    }
  });
});
