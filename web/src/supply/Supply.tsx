// The buyer's book: open purchase orders with their dates and whom they hit, planned purchases, messages, what cannot
// be had.
import { Group, Loader, Stack, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { Link, useSearch } from "wouter";
import { cellsOf, useInfo, usePlanTable, usePlant, useTable } from "../live/plant";
import type { Cells } from "../live/plant";
import { DataTable } from "../shell/DataTable";
import { NoPlan, isNoPlan } from "../shell/NoPlan";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { orderPlace } from "../shell/places";
import { day, deadline, money, moment, quantity } from "../words/show";
import { t } from "../words/words";
import { hitOrders } from "./hits";

const has = (row: Cells, text: string): boolean =>
  text === "" || Object.values(row).some((cell) => cell.toLowerCase().includes(text.toLowerCase()));

const OrderLinks = ({ orders }: { orders: string[] }) => {
  const plant = usePlant();
  return (
    <Group gap={6}>
      {orders.slice(0, 6).map((order) => (
        <Link key={order} href={orderPlace(plant, order)}>
          {order}
        </Link>
      ))}
      {orders.length > 6 && <span>+{orders.length - 6}</span>}
    </Group>
  );
};

const Supply = () => {
  const plant = usePlant();
  const info = useInfo();
  const search = new URLSearchParams(useSearch());
  const [find, setFind] = useState(search.get("find") ?? "");
  const open = useTable("purchase_orders.csv", { per_page: 10_000 });
  const purchases = usePlanTable("purchases.csv", { per_page: 10_000 });
  const pegging = usePlanTable("pegging.csv", { per_page: 10_000 });
  const made = usePlanTable("production_orders.csv", { per_page: 10_000 });
  const actions = usePlanTable("actions.csv", { per_page: 10_000 });
  const unplanned = usePlanTable("unplanned.csv", { per_page: 10_000 });
  if (isNoPlan(purchases.error)) return <NoPlan />;
  if (purchases.error) return <Problem error={purchases.error} />;
  if (!purchases.data || !open.data) return <Loader aria-label={t("app.loading")} />;
  const hits = hitOrders(cellsOf(pegging.data), cellsOf(made.data));
  const currency = info.data?.currency ?? "";
  const filtered = (rows: Cells[]): Cells[] => rows.filter((row) => has(row, find));
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t("supply.title")}
        </Title>
        <TextInput
          size="xs"
          w={240}
          aria-label={t("data.find")}
          placeholder={t("data.find")}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
      </Group>
      <Panel title={t("supply.actions")}>
        <DataTable
          caption={t("supply.actions")}
          rows={filtered(cellsOf(actions.data))}
          id={(row) => `${row.action} ${row.id}`}
          empty={t("supply.actions-none")}
          columns={[
            { title: t("column.action"), cell: (row) => row.action },
            { title: t("column.order"), cell: (row) => row.id },
            { title: t("column.item"), cell: (row) => row.item },
            { title: t("column.now"), cell: (row) => day(row.from ?? "") },
            { title: t("column.wanted"), cell: (row) => day(row.to ?? "") },
            { title: t("column.quantity"), number: true, cell: (row) => (row.quantity ? quantity(row.quantity) : "") },
            { title: t("column.why"), cell: (row) => row.explanation },
          ]}
        />
      </Panel>
      <Panel title={t("supply.open")}>
        <DataTable
          caption={t("supply.open")}
          rows={filtered(cellsOf(open.data))}
          id={(row) => row.id ?? ""}
          empty={t("supply.none")}
          columns={[
            { title: t("column.order"), cell: (row) => row.id },
            { title: t("column.vendor"), cell: (row) => row.vendor },
            { title: t("column.item"), cell: (row) => row.item },
            { title: t("column.quantity"), number: true, cell: (row) => quantity(row.quantity ?? 0) },
            { title: t("column.requested"), cell: (row) => deadline(row.requested ?? "") },
            {
              title: t("column.confirmed"),
              cell: (row) => (row.first_confirmed ? deadline(row.first_confirmed) : "–"),
            },
            { title: t("column.current"), cell: (row) => deadline(row.current || row.requested || "") },
            {
              title: t("column.hits"),
              cell: (row) => <OrderLinks orders={hits.get(`open purchase ${row.id}`) ?? []} />,
            },
          ]}
        />
      </Panel>
      <Panel title={`${t("supply.planned")}, ${currency}`}>
        <DataTable
          caption={t("supply.planned")}
          rows={filtered(cellsOf(purchases.data))}
          id={(row) => row.id ?? ""}
          empty={t("supply.planned-none")}
          columns={[
            { title: t("column.order"), cell: (row) => row.id },
            { title: t("column.vendor"), cell: (row) => row.vendor },
            { title: t("column.item"), cell: (row) => row.item },
            { title: t("column.quantity"), number: true, cell: (row) => quantity(row.quantity ?? 0) },
            { title: t("column.action"), cell: (row) => moment(row.order_date ?? "") },
            { title: t("column.until"), cell: (row) => moment(row.receipt_date ?? "") },
            { title: t("column.price"), number: true, cell: (row) => money(Number(row.unit_price)) },
            { title: t("column.total"), number: true, cell: (row) => money(Number(row.total)) },
            { title: t("column.hits"), cell: (row) => <OrderLinks orders={hits.get(`purchase ${row.id}`) ?? []} /> },
            { title: t("column.why"), cell: (row) => row.explanation },
          ]}
        />
      </Panel>
      <Panel title={t("supply.shortages")}>
        <DataTable
          caption={t("supply.shortages")}
          rows={filtered(cellsOf(unplanned.data))}
          id={(row) => `${row.order} ${row.item}`}
          empty={t("supply.shortages-none")}
          columns={[
            {
              title: t("column.order"),
              cell: (row) => <Link href={orderPlace(plant, row.order ?? "")}>{row.order}</Link>,
            },
            { title: t("column.item"), cell: (row) => row.item },
            { title: t("column.quantity"), number: true, cell: (row) => quantity(row.quantity ?? 0) },
            { title: t("column.why"), cell: (row) => row.explanation },
          ]}
        />
      </Panel>
    </Stack>
  );
};

export default Supply;
