import { expect, it } from "vitest";
import { childrenOf } from "./pegs";

it("hangs supplies below what they serve and joins those of one supply", () => {
  const pegs = childrenOf([
    { supply_kind: "production", supply: "MO-1", demand_kind: "order", demand: "SO-1", quantity: "4" },
    { supply_kind: "purchase", supply: "B-1", demand_kind: "operation", demand: "MO-1/10", quantity: "8" },
    { supply_kind: "purchase", supply: "B-1", demand_kind: "operation", demand: "MO-1/20", quantity: "2.5" },
    { supply_kind: "stock", supply: "S-1", demand_kind: "safety stock", demand: "TYRE", quantity: "9" },
  ]);
  expect(pegs.get("order SO-1")?.map((peg) => peg.supply)).toEqual(["MO-1"]);
  expect(pegs.get("MO-1")?.map((peg) => peg.quantity)).toEqual(["10.5"]);
  expect(pegs.size).toBe(2);
});
