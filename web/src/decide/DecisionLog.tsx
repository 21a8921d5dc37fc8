// Who published what, when and why; each can be undone while nothing builds on it.
import { useQuery } from "@tanstack/react-query";
import { body, client } from "../api/client";
import { usePlant } from "../live/plant";
import { DataTable } from "../shell/DataTable";
import { moment } from "../words/show";
import { t } from "../words/words";

interface LogEntry {
  sequence: number;
  at: string;
  kind: string;
  author: string;
  reason: string;
}

export const DecisionLog = () => {
  const plant = usePlant();
  const { data } = useQuery({
    queryKey: [plant, "journal", "publications"],
    queryFn: async () => {
      const found = (await body(
        client.GET("/api/v1/plants/{plant}/journal", {
          params: { path: { plant }, query: { kind: "publish", limit: 1000, form: "brief" } },
        }),
      )) as unknown as { entries: LogEntry[] };
      return found.entries;
    },
  });
  return (
    <DataTable
      caption={t("decide.log")}
      rows={[...(data ?? [])].reverse().slice(0, 20)}
      id={(entry) => String(entry.sequence)}
      empty={t("decide.log-empty")}
      columns={[
        { title: t("column.when"), cell: (entry) => `${moment(entry.at)} UTC` },
        { title: t("column.who"), cell: (entry) => entry.author },
        { title: t("column.why"), cell: (entry) => entry.reason || "–" },
        { title: "#", number: true, cell: (entry) => String(entry.sequence) },
      ]}
    />
  );
};
