// Pegs by what they serve: "order SO-118" for a customer order, the production order's id for what goes into it. What
// goes into several of its operations from one supply is one line.
import type { Cells } from "../live/plant";

const servedBy = (peg: Cells): string => {
  if (peg.demand_kind === "order") return `order ${peg.demand}`;
  if (peg.demand_kind === "operation") return (peg.demand ?? "").split("/").slice(0, -1).join("/");
  return "";
};

export const childrenOf = (pegs: Cells[]): Map<string, Cells[]> => {
  const served = new Map<string, Cells[]>();
  for (const peg of pegs) {
    const key = servedBy(peg);
    if (key === "") continue;
    const list = served.get(key) ?? [];
    const same = list.find((other) => other.supply === peg.supply && other.supply_kind === peg.supply_kind);
    if (same) same.quantity = String(Number(same.quantity) + Number(peg.quantity));
    else list.push({ ...peg });
    served.set(key, list);
  }
  return served;
};
