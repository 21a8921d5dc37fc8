// What an order is made of, as a tree: production, purchases and stock, each with its dates.
import { Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { cellsOf, usePlanTable, usePlant } from "../live/plant";
import type { Cells } from "../live/plant";
import { Panel } from "../shell/Panel";
import { placeOf } from "../shell/places";
import { moment, quantity } from "../words/show";
import { t } from "../words/words";
import { childrenOf } from "./pegs";

const words = (peg: Cells): string => {
  const values = { quantity: quantity(peg.quantity ?? 0), item: peg.item ?? "", id: peg.supply ?? "" };
  if (peg.supply_kind === "production") return t("order.made", values);
  if (peg.supply_kind === "stock") return t("order.from-stock", values);
  return t("order.purchase", values);
};

const placeOfSupply = (plant: string, peg: Cells): string =>
  peg.supply_kind === "production"
    ? placeOf(plant, `board?order=${encodeURIComponent(peg.supply ?? "")}`)
    : placeOf(plant, `supply?find=${encodeURIComponent(peg.item ?? "")}`);

const Available = ({ peg }: { peg: Cells }) => {
  const late = (peg.available ?? "") > (peg.wanted ?? "") && peg.wanted !== "";
  return (
    <span className={late ? "alarm" : "soft"}>
      {peg.available ? moment(peg.available) : ""}
      {late && " ▲"}
    </span>
  );
};

const Node = ({ peg, pegs, depth }: { peg: Cells; pegs: Map<string, Cells[]>; depth: number }) => {
  const plant = usePlant();
  const children = peg.supply_kind === "production" ? (pegs.get(peg.supply ?? "") ?? []) : [];
  const [open, setOpen] = useState(depth < 2);
  return (
    <li role="treeitem" aria-expanded={children.length > 0 ? open : undefined} aria-selected={false}>
      <span className="tree-line">
        {children.length > 0 ? (
          <button type="button" className="fold" aria-label={open ? "fold" : "unfold"} onClick={() => setOpen(!open)}>
            {open ? "▾" : "▸"}
          </button>
        ) : (
          <span className="fold" aria-hidden>
            ·
          </span>
        )}
        <Link className="quiet" href={placeOfSupply(plant, peg)}>
          {words(peg)}
        </Link>
        <Available peg={peg} />
      </span>
      {open && children.length > 0 && (
        <ul role="group">
          {children.map((child, at) => (
            <Node key={`${child.supply}-${at}`} peg={child} pegs={pegs} depth={depth + 1} />
          ))}
        </ul>
      )}
    </li>
  );
};

export const Pegging = ({ order }: { order: string }) => {
  const pegging = usePlanTable("pegging.csv", { per_page: 10_000 });
  const pegs = childrenOf(cellsOf(pegging.data));
  const roots = pegs.get(`order ${order}`) ?? [];
  return (
    <Panel title={t("order.chain")}>
      {pegging.data && roots.length === 0 && <Text c="var(--kilter-soft)">{t("order.chain-none")}</Text>}
      <ul role="tree" className="tree" aria-label={t("order.chain")}>
        {roots.map((peg, at) => (
          <Node key={`${peg.supply}-${at}`} peg={peg} pegs={pegs} depth={0} />
        ))}
      </ul>
    </Panel>
  );
};
