import { expect, it } from "vitest";
import type { Proposal } from "../live/jobs";
import { moneyParts, touchedPeople } from "./compare";

const proposal = (parts: Record<string, number>): Proposal => ({
  id: "J-1.1",
  name: "",
  words: "",
  based_on: 1,
  figures: {
    orders: 1,
    on_time_orders: 1,
    late_orders: 0,
    unplanned_orders: 0,
    operations: 1,
    objective: { total: 0, parts: {} },
  },
  changes: { money: { total: 0, parts }, promises: [], moved: [], reassigned: [], overtime: [], best_in: [] },
});

it("shows only parts that change, penalties first", () => {
  const all = [proposal({ setup: 3, penalty: -2 }), proposal({ setup: 0, labour: 0.001 })];
  expect(moneyParts(all, (each, name) => each.changes?.money.parts[name] ?? 0)).toEqual(["penalty", "setup"]);
});

it("counts everybody once who gives or takes work", () => {
  const { changes } = proposal({});
  changes!.reassigned = [
    { operation: "a", before: "p1", person: "p2" },
    { operation: "b", before: "p2", person: "p3" },
    { operation: "c", before: "", person: "p1" },
  ];
  expect(touchedPeople(changes!)).toBe(3);
});
