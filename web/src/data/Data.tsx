// The plant's tables, edited in place; import and export.
import { Button, Group, Loader, Pagination, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { useSession } from "../access/session";
import { body, client, download } from "../api/client";
import { usePlant, useTable } from "../live/plant";
import { Problem } from "../shell/Problem";
import { placeOf } from "../shell/places";
import { t } from "../words/words";
import { EditableTable } from "./EditableTable";
import { PlantDrop } from "./PlantDrop";

interface TableInfo {
  name: string;
  meaning: string;
  by_events: boolean;
  rows: number;
}

const useTables = () => {
  const plant = usePlant();
  return useQuery({
    queryKey: [plant, "tables"],
    queryFn: async () =>
      ((await body(client.GET("/api/v1/plants/{plant}/tables", { params: { path: { plant } } }))) as unknown as {
        tables: TableInfo[];
      }).tables,
  });
};

const PER_PAGE = 100;

const OneTable = ({ info }: { info: TableInfo }) => {
  const { may } = useSession();
  const search = new URLSearchParams(useSearch());
  const [find, setFind] = useState(search.get("find") ?? "");
  const [settled] = useDebouncedValue(find.trim(), 200);
  const [page, setPage] = useState(1);
  const first = useTable(info.name, { per_page: 1 });
  const column = first.data?.columns[0] ?? "";
  const filter = settled && column ? [`${column}:contains:${settled}`] : [];
  const rows = useTable(info.name, { filter, page, per_page: PER_PAGE });
  if (rows.error) return <Problem error={rows.error} retry={() => void rows.refetch()} />;
  if (!rows.data) return <Loader aria-label={t("app.loading")} />;
  const editable = !info.by_events && may(info.name === "orders.csv" ? "edit-orders" : "edit-plant");
  return (
    <Stack gap="xs">
      <Text size="sm" c="var(--kilter-soft)">
        {info.meaning} {info.by_events && t("data.by-events")}
      </Text>
      <Group justify="space-between">
        <TextInput
          size="xs"
          w={260}
          aria-label={t("data.find")}
          placeholder={`${t("data.find")}: ${column}`}
          value={find}
          onChange={(event) => {
            setFind(event.currentTarget.value);
            setPage(1);
          }}
        />
        <Text size="sm">{t("data.rows", { count: rows.data.total })}</Text>
      </Group>
      <EditableTable table={info.name} list={rows.data} editable={editable} />
      {rows.data.total > PER_PAGE && (
        <Pagination
          total={Math.ceil(rows.data.total / PER_PAGE)}
          value={page}
          onChange={setPage}
          size="sm"
          getControlProps={(control) => ({ "aria-label": control })}
        />
      )}
    </Stack>
  );
};

const Data = ({ table }: { table: string }) => {
  const plant = usePlant();
  const queries = useQueryClient();
  const { may } = useSession();
  const [, go] = useLocation();
  const tables = useTables();
  const [importing, setImporting] = useState(false);
  if (tables.error) return <Problem error={tables.error} retry={() => void tables.refetch()} />;
  if (!tables.data) return <Loader aria-label={t("app.loading")} />;
  const info = tables.data.find((each) => each.name === table) ?? tables.data.find((each) => each.name === "orders.csv");
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t("data.title")}
        </Title>
        <Group gap="xs">
          <Select
            size="xs"
            w={240}
            searchable
            allowDeselect={false}
            aria-label={t("data.pick")}
            data={tables.data.map((each) => ({ value: each.name, label: `${each.name.replace(".csv", "")} (${each.rows})` }))}
            value={info?.name ?? null}
            onChange={(name) => name && go(placeOf(plant, `data/${name}`))}
          />
          {info && (
            <>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => download(`/api/v1/plants/${plant}/tables/${info.name}?format=csv&per_page=10000`)}
              >
                CSV
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => download(`/api/v1/plants/${plant}/tables/${info.name}?format=xlsx&per_page=10000`)}
              >
                Excel
              </Button>
            </>
          )}
          {may("edit-plant") && (
            <Button size="compact-sm" variant="default" aria-expanded={importing} onClick={() => setImporting(!importing)}>
              {t("data.import")}
            </Button>
          )}
        </Group>
      </Group>
      {importing && (
        <PlantDrop
          plant={plant}
          done={() => {
            setImporting(false);
            void queries.invalidateQueries({ queryKey: [plant] });
          }}
        />
      )}
      {info && <OneTable key={info.name} info={info} />}
    </Stack>
  );
};

export default Data;
