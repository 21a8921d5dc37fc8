// Rows as cells that are typed into. A row is saved when it is left or by Enter; each save is a command that can be
// undone; what somebody else changed meanwhile is shown, and what was typed stays.
import { ActionIcon, Button, Group, Table, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { KeyboardEvent } from "react";
import { Refusal, body, client, commandKey } from "../api/client";
import type { List, Row } from "../api/client";
import { usePlant } from "../live/plant";
import { Problem } from "../shell/Problem";
import { t } from "../words/words";

type Draft = Record<string, string>;

interface Saved {
  sequence: number;
}

const useSaving = (table: string) => {
  const plant = usePlant();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const [saved, setSaved] = useState<number | null>(null);
  const run = async (act: () => Promise<unknown>): Promise<boolean> => {
    setProblem(null);
    try {
      const receipt = (await act()) as Saved | undefined;
      setSaved(receipt?.sequence ?? null);
      await queries.invalidateQueries({ queryKey: [plant] });
      return true;
    } catch (error) {
      setProblem(error instanceof Refusal && error.status === 412 ? new Error(t("data.conflict")) : error);
      await queries.invalidateQueries({ queryKey: [plant, "tables", table] });
      return false;
    }
  };
  const path = { plant, table };
  return {
    problem,
    saved,
    change: (row: Row, cells: Draft) =>
      run(() =>
        body(
          client.PATCH("/api/v1/plants/{plant}/tables/{table}/rows/{row}", {
            params: { path: { ...path, row: row.row }, header: { "If-Match": row.etag, "Idempotency-Key": commandKey() } },
            body: { cells },
          }),
        ),
      ),
    add: (cells: Draft) =>
      run(() =>
        body(
          client.POST("/api/v1/plants/{plant}/tables/{table}/rows", {
            params: { path, header: { "Idempotency-Key": commandKey() } },
            body: { cells },
          }),
        ),
      ),
    remove: (row: Row) =>
      run(() =>
        body(
          client.DELETE("/api/v1/plants/{plant}/tables/{table}/rows/{row}", {
            params: { path: { ...path, row: row.row }, header: { "If-Match": row.etag, "Idempotency-Key": commandKey() } },
          }),
        ),
      ),
    undo: (sequence: number) =>
      run(async () => {
        await client.POST("/api/v1/plants/{plant}/journal/{sequence}/undo", {
          params: { path: { plant, sequence } },
        });
      }),
  };
};

interface LineProps {
  columns: string[];
  cells: Draft;
  label: string;
  save: (changed: Draft) => Promise<boolean>;
  remove?: () => void;
}

const Line = ({ columns, cells, label, save, remove }: LineProps) => {
  const [draft, setDraft] = useState<Draft>({});
  const [busy, setBusy] = useState(false);
  const changed = Object.fromEntries(Object.entries(draft).filter(([name, text]) => text !== (cells[name] ?? "")));
  const dirty = Object.keys(changed).length > 0;
  const send = async (): Promise<void> => {
    if (!dirty || busy) return;
    setBusy(true);
    if (await save(changed)) setDraft({});
    setBusy(false);
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === "Enter") void send();
    if (event.key === "Escape") setDraft({});
  };
  return (
    <Table.Tr data-dirty={dirty || undefined}>
      {columns.map((column) => (
        <Table.Td key={column} className="cell">
          <input
            aria-label={`${label}: ${column}`}
            value={draft[column] ?? cells[column] ?? ""}
            disabled={busy}
            onChange={(event) => setDraft({ ...draft, [column]: event.currentTarget.value })}
            onKeyDown={keys}
          />
        </Table.Td>
      ))}
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          {dirty && (
            <Button size="compact-xs" loading={busy} onClick={() => void send()}>
              {t("data.save")}
            </Button>
          )}
          {remove && (
            <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`${t("data.remove")} ${label}`} onClick={remove}>
              ×
            </ActionIcon>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
};

export const EditableTable = ({ table, list, editable }: { table: string; list: List; editable: boolean }) => {
  const saving = useSaving(table);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Problem error={saving.problem} />
      {saving.saved !== null && (
        <Group gap="xs" role="status">
          <Text size="sm" className="good">
            ● {t("data.edited", { sequence: saving.saved })}
          </Text>
          <Button size="compact-xs" variant="default" onClick={() => void saving.undo(saving.saved!)}>
            {t("data.undo")}
          </Button>
        </Group>
      )}
      <Table.ScrollContainer minWidth={500} scrollAreaProps={{ type: "auto" }}>
        <Table fz={12} verticalSpacing={0} horizontalSpacing={4} withColumnBorders>
          <caption className="visually-hidden">{table}</caption>
          <Table.Thead>
            <Table.Tr>
              {list.columns.map((column) => (
                <Table.Th key={column} scope="col">
                  {column}
                </Table.Th>
              ))}
              {editable && <Table.Td />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.rows.map((row) =>
              editable ? (
                <Line
                  key={row.row}
                  columns={list.columns}
                  cells={row.cells}
                  label={row.cells[list.columns[0]!] || `row ${row.row}`}
                  save={(changed) => saving.change(row, changed)}
                  remove={() => void saving.remove(row)}
                />
              ) : (
                <Table.Tr key={row.row}>
                  {list.columns.map((column) => (
                    <Table.Td key={column}>{row.cells[column] ?? ""}</Table.Td>
                  ))}
                </Table.Tr>
              ),
            )}
            {adding && (
              <Line
                columns={list.columns}
                cells={{}}
                label="new"
                save={async (cells) => {
                  const ok = await saving.add(cells);
                  if (ok) setAdding(false);
                  return ok;
                }}
              />
            )}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {editable && !adding && (
        <Button size="compact-sm" variant="default" w="fit-content" onClick={() => setAdding(true)}>
          {t("data.add")}
        </Button>
      )}
    </>
  );
};
