// Load per week as a table of bars: what is over is said by word and hatching, not by colour alone.
import { Table, Text } from "@mantine/core";
import type { Cells } from "../live/plant";
import { day } from "../words/show";
import { t } from "../words/words";
import { weeksOf } from "./weeks";

const Bar = ({ percent }: { percent: number | null }) => {
  if (percent === null) return <span className="soft">–</span>;
  return (
    <span className="load" title={`${percent} %`}>
      <span className={percent > 100 ? "load-bar over" : "load-bar"} style={{ width: `${Math.min(percent, 100)}%` }} />
      <span className={percent > 100 ? "load-text alarm" : "load-text"}>
        {percent} %{percent > 100 ? " over" : ""}
      </span>
    </span>
  );
};

export const LoadTable = ({ rows }: { rows: Cells[] }) => {
  const { weeks, resources } = weeksOf(rows);
  return (
    <Table.ScrollContainer minWidth={600} scrollAreaProps={{ type: "auto" }}>
      <Table fz={13} verticalSpacing={3}>
        <caption className="visually-hidden">{t("capacity.load")}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("column.what")}</Table.Th>
            {weeks.map((week) => (
              <Table.Th key={week} scope="col">
                <Text size="xs" inherit>
                  {day(week)}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {resources.map(({ id, percents }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row">{id}</Table.Th>
              {weeks.map((week) => (
                <Table.Td key={week}>
                  <Bar percent={percents.get(week) ?? null} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
