// Rows under headings: numbers to the right, a caption for those who do not see the frame, an empty state that says what
// to do.
import { Table, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useChangedCells } from "./useChangedCells";

export interface Column<Row> {
  title: string;
  cell: (row: Row) => ReactNode;
  number?: boolean;
  // What is compared to mark a change; the cell's text by default when that is a text.
  value?: (row: Row) => string;
}

interface Props<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  id: (row: Row) => string;
  empty: string;
  marked?: (row: Row) => boolean; // shown as the one that was looked for
}

const valueOf = <Row,>(column: Column<Row>, row: Row): string => {
  if (column.value) return column.value(row);
  const shown = column.cell(row);
  return typeof shown === "string" ? shown : "";
};

export const DataTable = <Row,>({ caption, columns, rows, id, empty, marked }: Props<Row>) => {
  const changed = useChangedCells(rows, id, (row) => columns.map((column) => valueOf(column, row)));
  if (rows.length === 0) return <Text c="var(--kilter-soft)">{empty}</Text>;
  return (
    <Table.ScrollContainer minWidth={480} scrollAreaProps={{ type: "auto" }}>
      <Table fz={13} verticalSpacing={4} highlightOnHover captionSide="top">
        <caption className="visually-hidden">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.title} className={column.number ? "number" : ""} scope="col">
                {column.title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={id(row)} data-marked={marked?.(row) || undefined}>
              {columns.map((column, at) => (
                <Table.Td
                  key={column.title}
                  className={[column.number ? "number" : "", changed.has(`${id(row)}\n${at}`) ? "news" : ""].join(" ")}
                >
                  {column.cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
