import { expect, it } from "vitest";
import { hitOrders } from "./hits";

it("names the orders that hang on a supply, directly or through what is made of it", () => {
  const hits = hitOrders(
    [
      { supply_kind: "purchase", supply: "B-1", demand_kind: "operation", demand: "MO-1/10" },
      { supply_kind: "purchase", supply: "B-1", demand_kind: "order", demand: "SO-2" },
      { supply_kind: "open purchase", supply: "PO-1", demand_kind: "operation", demand: "MO-2/20" },
    ],
    [
      { id: "MO-1", for_order: "SO-1" },
      { id: "MO-2", for_order: "" },
    ],
  );
  expect(hits.get("purchase B-1")).toEqual(["SO-1", "SO-2"]);
  expect(hits.has("open purchase PO-1")).toBe(false);
});
