// Why an order is late: parts along the chain from delivery back that sum to its lateness, to the second.
import { Text } from "@mantine/core";
import { cellsOf, usePlanTable } from "../live/plant";
import { Panel } from "../shell/Panel";
import { DataTable } from "../shell/DataTable";
import { duration, moment } from "../words/show";
import { t } from "../words/words";

export const LateChain = ({ order, late }: { order: string; late: number }) => {
  const links = usePlanTable("late_chains.csv", { filter: [`order:eq:${order}`], per_page: 1_000 });
  const rows = cellsOf(links.data).filter((row) => Number(row.seconds) > 0);
  return (
    <Panel title={t("order.why")}>
      <div className="chain" role="img" aria-label={rows.map((row) => `${row.cause} ${duration(Number(row.seconds))}`).join(", ")}>
        {[...rows].reverse().map((row, at) => (
          <span
            key={row.link}
            className={`chain-part chain-${at % 4}`}
            style={{ flexGrow: Number(row.seconds) }}
            title={`${row.explanation}: ${duration(Number(row.seconds))}`}
          >
            {row.cause}
          </span>
        ))}
      </div>
      <Text size="sm" c="var(--kilter-soft)" my={4}>
        {t("order.why-sum", { time: duration(late) })}
      </Text>
      <DataTable
        caption={t("order.why")}
        rows={rows}
        id={(row) => row.link ?? ""}
        empty=""
        columns={[
          { title: t("column.cause"), cell: (row) => row.explanation || row.cause },
          { title: t("column.time"), number: true, cell: (row) => duration(Number(row.seconds)) },
          { title: t("column.from"), cell: (row) => moment(row.from ?? "") },
          { title: t("column.until"), cell: (row) => moment(row.until ?? "") },
          {
            title: t("column.operation"),
            cell: (row) => [row.operation, row.blocker && `behind ${row.blocker}`].filter(Boolean).join(" "),
          },
        ]}
      />
    </Panel>
  );
};
