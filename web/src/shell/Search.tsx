// Finds customer orders, production orders, items, people and units by what their rows say.
import { Modal, NavLink, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useLocation } from "wouter";
import { cellsOf, usePlant, useTable } from "../live/plant";
import type { Cells } from "../live/plant";
import { t } from "../words/words";
import { orderPlace, placeOf } from "./places";

interface Hit {
  label: string;
  more: string;
  href: string;
}

const KINDS: { table: string; name: string; more: (row: Cells) => string; href: (plant: string, row: Cells) => string }[] = [
  {
    table: "orders.csv",
    name: "order",
    more: (row) => [row.customer, row.item, row.quantity].filter(Boolean).join(", "),
    href: (plant, row) => orderPlace(plant, row.id ?? ""),
  },
  {
    table: "production_orders.csv",
    name: "production order",
    more: (row) => [row.item, row.quantity, row.status].filter(Boolean).join(", "),
    href: (plant, row) => placeOf(plant, `board?order=${encodeURIComponent(row.id ?? "")}`),
  },
  {
    table: "items.csv",
    name: "item",
    more: (row) => row.name ?? "",
    href: (plant, row) => placeOf(plant, `data/items.csv?find=${encodeURIComponent(row.id ?? "")}`),
  },
  {
    table: "purchase_orders.csv",
    name: "purchase order",
    more: (row) => [row.vendor, row.item, row.quantity].filter(Boolean).join(", "),
    href: (plant, row) => placeOf(plant, `supply?find=${encodeURIComponent(row.id ?? "")}`),
  },
];

const useHits = (text: string): Hit[] => {
  const plant = usePlant();
  const filter = [`id:contains:${text || "\u0000"}`];
  const found = [
    useTable(KINDS[0]!.table, { filter, per_page: 6 }),
    useTable(KINDS[1]!.table, { filter, per_page: 6 }),
    useTable(KINDS[2]!.table, { filter, per_page: 6 }),
    useTable(KINDS[3]!.table, { filter, per_page: 6 }),
  ];
  return KINDS.flatMap((kind, at) =>
    cellsOf(found[at]!.data).map((row) => ({
      label: `${row.id} · ${kind.name}`,
      more: kind.more(row),
      href: kind.href(plant, row),
    })),
  );
};

const Hits = ({ text, close }: { text: string; close: () => void }) => {
  const hits = useHits(text);
  const [, go] = useLocation();
  if (text && hits.length === 0) return <Text c="var(--kilter-soft)">{t("shell.search-none")}</Text>;
  return (
    <>
      {hits.map((hit) => (
        <NavLink
          key={hit.href + hit.label}
          href={hit.href}
          label={hit.label}
          description={hit.more}
          onClick={(event) => {
            event.preventDefault();
            go(hit.href);
            close();
          }}
        />
      ))}
    </>
  );
};

export const Search = ({ opened, close }: { opened: boolean; close: () => void }) => {
  const [text, setText] = useState("");
  const [settled] = useDebouncedValue(text.trim(), 150);
  return (
    <Modal opened={opened} onClose={close} title={t("shell.search")} closeButtonProps={{ "aria-label": t("app.close") }}>
      <Stack gap="xs">
        <TextInput
          data-autofocus
          aria-label={t("shell.search")}
          placeholder={t("shell.search-hint")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {settled && <Hits text={settled} close={close} />}
      </Stack>
    </Modal>
  );
};
