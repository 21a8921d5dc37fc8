// Load against capacity by week, people with their certificates, absences.
import { Group, Loader, SegmentedControl, Stack, Title } from "@mantine/core";
import { useState } from "react";
import { cellsOf, usePlanTable, useTable } from "../live/plant";
import type { Cells } from "../live/plant";
import { DataTable } from "../shell/DataTable";
import { NoPlan, isNoPlan } from "../shell/NoPlan";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { day } from "../words/show";
import { t } from "../words/words";
import { LoadTable } from "./LoadTable";

const soon = (until: string, now: string): boolean =>
  until !== "" && Date.parse(until.slice(0, 10)) - Date.parse(now.slice(0, 10)) < 14 * 86_400_000;

const Skills = ({ skills, now }: { skills: Cells[]; now: string }) => (
  <Group gap={10}>
    {skills.map((skill) => (
      <span key={skill.skill}>
        {skill.skill} {skill.level || "1"}
        {skill.until && (
          <span className={soon(skill.until, now) ? "alarm" : "soft"}>
            {soon(skill.until, now) ? " ▲" : ""} {t("capacity.ends", { day: day(skill.until) })}
          </span>
        )}
      </span>
    ))}
  </Group>
);

const Capacity = () => {
  const [kind, setKind] = useState("work centre");
  const load = usePlanTable("capacity.csv", { per_page: 10_000 });
  const people = useTable("people.csv", { per_page: 1_000 });
  const skills = useTable("person_skills.csv", { per_page: 10_000 });
  const absences = useTable("absences.csv", { per_page: 1_000, sort: "from" });
  const plant = useTable("plant.csv");
  if (isNoPlan(load.error)) return <NoPlan />;
  if (load.error) return <Problem error={load.error} retry={() => void load.refetch()} />;
  if (!load.data) return <Loader aria-label={t("app.loading")} />;
  const now = cellsOf(plant.data)[0]?.origin ?? "";
  const rows = cellsOf(load.data).filter((row) => row.kind === kind);
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t("capacity.title")}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t("capacity.kind")}
          data={["work centre", "unit", "skill"]}
          value={kind}
          onChange={setKind}
        />
      </Group>
      <Panel title={t("capacity.load")}>
        <LoadTable rows={rows} />
      </Panel>
      <Panel title={t("capacity.people")}>
        <DataTable
          caption={t("capacity.people")}
          rows={cellsOf(people.data)}
          id={(row) => row.id ?? ""}
          empty=""
          columns={[
            { title: t("column.who"), cell: (row) => `${row.id} ${row.name ?? ""}` },
            { title: t("column.when"), cell: (row) => row.calendar ?? "" },
            {
              title: t("column.what"),
              cell: (row) => <Skills skills={cellsOf(skills.data).filter((each) => each.person === row.id)} now={now} />,
            },
          ]}
        />
      </Panel>
      <Panel title={t("capacity.absences")}>
        <DataTable
          caption={t("capacity.absences")}
          rows={cellsOf(absences.data)}
          id={(row) => `${row.person} ${row.from}`}
          empty={t("capacity.absences-none")}
          columns={[
            { title: t("column.who"), cell: (row) => row.person },
            { title: t("column.from"), cell: (row) => row.from },
            { title: t("column.until"), cell: (row) => row.until || "–" },
            { title: t("column.why"), cell: (row) => row.reason ?? "" },
          ]}
        />
      </Panel>
    </Stack>
  );
};

export default Capacity;
