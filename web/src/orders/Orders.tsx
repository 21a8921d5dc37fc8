// Every customer order with its three dates; the latest first.
import { Button, Group, Loader, Stack, Switch, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { Link, useSearch } from "wouter";
import { download } from "../api/client";
import { cellsOf, usePlanTable, usePlant } from "../live/plant";
import type { Cells } from "../live/plant";
import { DataTable } from "../shell/DataTable";
import { NoPlan, isNoPlan } from "../shell/NoPlan";
import { Problem } from "../shell/Problem";
import { orderPlace } from "../shell/places";
import { deadline, duration, moment, quantity } from "../words/show";
import { t } from "../words/words";

export const Lateness = ({ order }: { order: Cells }) => {
  const late = Number(order.late_seconds ?? "0");
  if (!order.delivered) return <span className="alarm">✖ {t("order.not-whole")}</span>;
  if (late > 0) return <span className="alarm">▲ {duration(late)}</span>;
  return <span className="good">● {t("order.on-time")}</span>;
};

const weight = (row: Cells): number => (row.delivered ? Number(row.late_seconds ?? 0) : Infinity);

const matches = (row: Cells, text: string): boolean =>
  [row.order, row.customer, row.item].some((cell) => (cell ?? "").toLowerCase().includes(text.toLowerCase()));

const Orders = () => {
  const plant = usePlant();
  const search = new URLSearchParams(useSearch());
  const [late, setLate] = useState(search.get("late") === "1");
  const [find, setFind] = useState("");
  const orders = usePlanTable("orders.csv", { per_page: 10_000 });
  if (isNoPlan(orders.error)) return <NoPlan />;
  if (orders.error) return <Problem error={orders.error} retry={() => void orders.refetch()} />;
  if (!orders.data) return <Loader aria-label={t("app.loading")} />;
  const rows = cellsOf(orders.data)
    .filter((row) => (!late || weight(row) > 0) && matches(row, find))
    .sort((a, b) => (weight(a) === weight(b) ? (a.due ?? "").localeCompare(b.due ?? "") : weight(b) - weight(a)));
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t("orders.title")} ({rows.length})
        </Title>
        <Group>
          <TextInput
            size="xs"
            w={220}
            aria-label={t("orders.find")}
            placeholder={t("orders.find")}
            value={find}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
          <Switch
            size="sm"
            label={t("orders.late-only")}
            checked={late}
            onChange={(event) => setLate(event.currentTarget.checked)}
          />
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => download(`/api/v1/plants/${plant}/plan/tables/orders.csv?format=xlsx&per_page=10000`)}
          >
            Excel
          </Button>
        </Group>
      </Group>
      <DataTable
        caption={t("orders.title")}
        rows={rows}
        id={(row) => row.order ?? ""}
        empty={t("orders.empty")}
        columns={[
          {
            title: t("column.order"),
            cell: (row) => <Link href={orderPlace(plant, row.order ?? "")}>{row.order}</Link>,
          },
          { title: t("column.customer"), cell: (row) => row.customer ?? "" },
          { title: t("column.item"), cell: (row) => row.item ?? "" },
          { title: t("column.quantity"), number: true, cell: (row) => quantity(row.quantity ?? "0") },
          { title: t("column.priority"), number: true, cell: (row) => row.priority ?? "" },
          { title: t("column.requested"), cell: (row) => deadline(row.requested ?? "") },
          { title: t("column.promised"), cell: (row) => (row.promised ? deadline(row.promised) : "–") },
          { title: t("column.projected"), cell: (row) => (row.delivered ? moment(row.delivered) : "–") },
          { title: t("column.late"), cell: (row) => <Lateness order={row} />, value: (row) => row.late_seconds ?? "" },
        ]}
      />
    </Stack>
  );
};

export default Orders;
