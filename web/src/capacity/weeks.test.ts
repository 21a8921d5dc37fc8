import { expect, it } from "vitest";
import { weeksOf } from "./weeks";

it("stands the most loaded resource first, over the weeks with work", () => {
  const row = (id: string, week: string, load: string, planned: string) => ({
    id,
    week,
    load_percent: load,
    planned_seconds: planned,
  });
  const { weeks, resources } = weeksOf([
    row("SAW", "2026-11-23", "40", "100"),
    row("PAINT", "2026-11-23", "104.6", "900"),
    row("PAINT", "2026-11-30", "", "0"),
    row("SAW", "2026-11-30", "12", "0"),
  ]);
  expect(weeks).toEqual(["2026-11-23"]);
  expect(resources.map((each) => each.id)).toEqual(["PAINT", "SAW"]);
  expect(resources[0]!.percents.get("2026-11-23")).toBe(105);
});
