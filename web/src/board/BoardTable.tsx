// The board as a table, with the same filters.
import { Text } from "@mantine/core";
import { DataTable } from "../shell/DataTable";
import { t } from "../words/words";
import { lateness } from "./controller";
import type { Bar, BoardPlan } from "./plan";
import { quantity } from "./plan";

const MOST = 1_000;

export const BoardTable = ({ plan, bars, open }: { plan: BoardPlan; bars: Bar[]; open: (bar: Bar) => void }) => {
  const rows = bars.slice(0, MOST);
  return (
    <>
      {bars.length > MOST && <Text size="sm">{t("board.rows-shown", { shown: MOST, all: bars.length })}</Text>}
      <DataTable
        caption={t("board.title")}
        rows={rows}
        id={(bar) => bar.key}
        empty={t("board.none")}
        columns={[
          {
            title: t("column.operation"),
            cell: (bar) => (
              <button type="button" className="link" onClick={() => open(bar)}>
                {bar.key}
              </button>
            ),
          },
          { title: t("column.what"), cell: (bar) => `${bar.operation} ${bar.item}` },
          { title: t("column.quantity"), number: true, cell: (bar) => quantity(bar.quantity) },
          { title: t("column.unit"), cell: (bar) => plan.units[bar.unit]?.id ?? "" },
          { title: t("column.start"), cell: (bar) => plan.clock.moment(bar.start) },
          { title: t("column.end"), cell: (bar) => plan.clock.moment(bar.end) },
          { title: t("column.status"), cell: (bar) => bar.status },
          { title: t("column.late"), cell: (bar) => lateness(bar) },
        ]}
      />
    </>
  );
};
