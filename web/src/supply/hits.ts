// Which customer orders hang on a supply, through all levels: the supply's "kind id" -> orders.
import type { Cells } from "../live/plant";

export const hitOrders = (pegs: Cells[], productionOrders: Cells[]): Map<string, string[]> => {
  const orderOf = new Map(productionOrders.map((row) => [row.id ?? "", row.for_order ?? ""]));
  const hits = new Map<string, Set<string>>();
  for (const peg of pegs) {
    const order =
      peg.demand_kind === "order"
        ? (peg.demand ?? "")
        : (orderOf.get((peg.demand ?? "").split("/").slice(0, -1).join("/")) ?? "");
    if (order === "") continue;
    const key = `${peg.supply_kind} ${peg.supply}`;
    const set = hits.get(key) ?? new Set<string>();
    set.add(order);
    hits.set(key, set);
  }
  return new Map([...hits].map(([key, set]) => [key, [...set].sort()]));
};
