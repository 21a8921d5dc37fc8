import { describe, expect, it } from "vitest";
import { WallClock, duration } from "./wall";

const clock = new WallClock("2026-11-23T06:00:00+01:00");

describe("wall clock", () => {
  it("reads as the plant's clocks do, whatever the browser's zone", () => {
    expect(clock.moment(0)).toBe("Mon 23 Nov 06:00");
    expect(clock.span(0, 3600)).toBe("Mon 23 Nov 06:00 to 07:00");
    expect(clock.span(0, 86400)).toBe("Mon 23 Nov 06:00 to Tue 24 Nov 06:00");
  });
  it("turns table texts into seconds and back", () => {
    expect(clock.wall("2026-11-24T07:30")).toBe(86400 + 5400);
    expect(clock.wall("2026-11-24 07:30")).toBe(86400 + 5400);
    expect(clock.iso(86400 + 5400)).toBe("2026-11-24T07:30:00");
  });
  it("finds midnights and ISO weeks over the turn of a year", () => {
    expect(clock.midnight(0)).toBe(18 * 3600);
    expect(clock.midnight(18 * 3600)).toBe(18 * 3600);
    expect(clock.isoWeek(0)).toBe(48);
    expect(clock.isoWeek(clock.wall("2026-12-31T12:00"))).toBe(53);
    expect(clock.isoWeek(clock.wall("2027-01-04T12:00"))).toBe(1);
  });
});

it("durations name the two largest units", () => {
  expect(duration(0)).toBe("0 min");
  expect(duration(61)).toBe("2 min");
  expect(duration(3600 * 28)).toBe("1 d 4 h");
  expect(duration(-5400)).toBe("-1 h 30 min");
});
