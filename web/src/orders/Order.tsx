// One customer order: dates, how it is made, why it is late, what it costs, who changed it.
import { Anchor, Group, Loader, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { cellsOf, useInfo, usePlanTable, usePlant, useTable } from "../live/plant";
import type { Cells } from "../live/plant";
import { NoPlan, isNoPlan } from "../shell/NoPlan";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { placeOf } from "../shell/places";
import { deadline, duration, money, moment, quantity } from "../words/show";
import { t } from "../words/words";
import { Fixes } from "./Fixes";
import { LateChain } from "./LateChain";
import { Lateness } from "./Orders";
import { Pegging } from "./Pegging";

const DateFact = ({ label, value }: { label: string; value: string }) => (
  <div>
    <Text size="xs" c="var(--kilter-soft)">
      {label}
    </Text>
    <Text fw={600}>{value || "–"}</Text>
  </div>
);

const Head = ({ order }: { order: Cells }) => {
  const late = Number(order.late_seconds ?? 0);
  return (
    <Group gap="xl" className="strip">
      <DateFact label={t("column.customer")} value={order.customer ?? ""} />
      <DateFact label={t("column.item")} value={`${quantity(order.quantity ?? 0)} ${order.item}`} />
      <DateFact label={t("column.requested")} value={deadline(order.requested ?? "")} />
      <DateFact label={t("column.promised")} value={order.promised ? deadline(order.promised) : ""} />
      <DateFact label={t("column.projected")} value={order.delivered ? moment(order.delivered) : ""} />
      <div>
        <Text size="xs" c="var(--kilter-soft)">
          {t("column.late")}
        </Text>
        <Text fw={600} component="div">
          <Lateness order={order} />
        </Text>
        {late === 0 && order.delivered && (
          <Text size="xs" c="var(--kilter-soft)">
            {t("order.early-by", { time: duration((Date.parse(order.due!) - Date.parse(order.delivered)) / 1000) })}
          </Text>
        )}
      </div>
    </Group>
  );
};

const Costs = ({ order }: { order: Cells }) => {
  const info = useInfo();
  const lines = usePlanTable("cost_lines.csv", { filter: [`order:eq:${order.order}`], per_page: 10_000 });
  const firm = useTable("orders.csv", { filter: [`id:eq:${order.order}`] });
  const sums = new Map<string, number>();
  for (const line of cellsOf(lines.data)) sums.set(line.kind!, (sums.get(line.kind!) ?? 0) + Number(line.amount));
  const total = [...sums.values()].reduce((a, b) => a + b, 0);
  const price = Number(cellsOf(firm.data)[0]?.price ?? "");
  const revenue = price * Number(order.quantity ?? 0);
  return (
    <Panel title={`${t("order.cost")}, ${info.data?.currency ?? ""}`}>
      <table className="sums">
        <tbody>
          {[...sums.entries()].map(([kind, amount]) => (
            <tr key={kind}>
              <th scope="row">{kind}</th>
              <td className="number">{money(amount)}</td>
            </tr>
          ))}
          <tr className="sum">
            <th scope="row">{t("order.cost-total")}</th>
            <td className="number">{money(total)}</td>
          </tr>
          {price > 0 && (
            <>
              <tr>
                <th scope="row">{t("order.revenue")}</th>
                <td className="number">{money(revenue)}</td>
              </tr>
              <tr className="sum">
                <th scope="row">{t("order.margin")}</th>
                <td className="number">{money(revenue - total)}</td>
              </tr>
            </>
          )}
        </tbody>
      </table>
    </Panel>
  );
};

const History = ({ id }: { id: string }) => {
  const messages = useTable("messages.csv", { filter: [`lines:contains:${id}`], sort: "-at", per_page: 20 });
  const rows = cellsOf(messages.data);
  return (
    <Panel title={t("order.history")}>
      {rows.length === 0 && <Text c="var(--kilter-soft)">{t("order.history-none")}</Text>}
      <ul className="lines">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="soft">
              {moment(row.at ?? "")}, {row.to}:
            </span>{" "}
            {(row.lines ?? "")
              .split("\n")
              .filter((line) => line.includes(id))
              .slice(0, 3)
              .join("; ")}
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const Order = ({ id }: { id: string }) => {
  const plant = usePlant();
  const orders = usePlanTable("orders.csv", { filter: [`order:eq:${id}`] });
  if (isNoPlan(orders.error)) return <NoPlan />;
  if (orders.error) return <Problem error={orders.error} retry={() => void orders.refetch()} />;
  if (!orders.data) return <Loader aria-label={t("app.loading")} />;
  const order = cellsOf(orders.data)[0];
  return (
    <Stack>
      <Anchor component={Link} size="sm" href={placeOf(plant, "orders")}>
        ← {t("order.back")}
      </Anchor>
      <Title order={1} size="h3">
        {id}
      </Title>
      {!order && <Text>{t("order.gone", { order: id })}</Text>}
      {order && (
        <>
          <Head order={order} />
          {Number(order.late_seconds) > 0 && <Fixes order={id} />}
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl">
            <Pegging order={id} />
            <Stack gap="lg">
              {Number(order.late_seconds) > 0 && <LateChain order={id} late={Number(order.late_seconds)} />}
              <Costs order={order} />
              <History id={id} />
            </Stack>
          </SimpleGrid>
        </>
      )}
    </Stack>
  );
};

export default Order;
