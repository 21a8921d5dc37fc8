// Ways out side by side: money by part, late orders, what moves, whom it touches, promises before and after.
import { Button, Table } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Proposal } from "../live/jobs";
import { usePlan, usePlant } from "../live/plant";
import { orderPlace } from "../shell/places";
import { change, moment } from "../words/show";
import { t } from "../words/words";
import { moneyParts, touchedPeople } from "./compare";

interface Line {
  title: string;
  minor?: boolean;
  cell: (proposal: Proposal) => ReactNode;
}

const useLines = (proposals: Proposal[]): Line[] => {
  const plant = usePlant();
  const { data: plan } = usePlan();
  const before = plan?.objective;
  const delta = (proposal: Proposal): number =>
    proposal.changes?.money.total ?? proposal.figures.objective.total - (before?.total ?? 0);
  const part = (proposal: Proposal, name: string): number =>
    proposal.changes
      ? (proposal.changes.money.parts[name] ?? 0)
      : (proposal.figures.objective.parts[name] ?? 0) - (before?.parts[name] ?? 0);
  return [
    { title: t("decide.money"), cell: (proposal) => <b>{change(delta(proposal))}</b> },
    ...moneyParts(proposals, part).map((name) => ({
      title: name,
      minor: true,
      cell: (proposal: Proposal) => change(part(proposal, name)),
    })),
    { title: t("decide.late"), cell: (proposal) => proposal.figures.late_orders },
    { title: t("decide.moved"), cell: (proposal) => proposal.changes?.moved.length ?? "–" },
    { title: t("decide.people"), cell: (proposal) => (proposal.changes ? touchedPeople(proposal.changes) : "–") },
    {
      title: t("decide.overtime"),
      cell: (proposal) => proposal.changes?.overtime.map((each) => moment(each.from)).join(", ") || t("decide.none"),
    },
    {
      title: t("decide.promises"),
      cell: (proposal) =>
        proposal.changes?.promises.length
          ? proposal.changes.promises.slice(0, 6).map((promise) => (
              <div key={promise.order}>
                <Link href={orderPlace(plant, promise.order)}>{promise.order}</Link>{" "}
                {promise.published ? moment(promise.published) : "–"} → {promise.delivered ? moment(promise.delivered) : "–"}
              </div>
            ))
          : t("decide.none"),
    },
  ];
};

const Moved = ({ proposal }: { proposal: Proposal }) => {
  if (!proposal.changes?.moved.length) return null;
  return (
    <details>
      <summary>{t("decide.details")}</summary>
      <ul className="lines">
        {proposal.changes.moved.slice(0, 40).map((each) => (
          <li key={each.operation}>
            {each.operation}: {each.from ? moment(each.from) : "–"} → {each.to ? moment(each.to) : "–"}
            {each.unit_before !== each.unit && `, ${each.unit_before || "–"} → ${each.unit}`}
          </li>
        ))}
      </ul>
    </details>
  );
};

interface Props {
  proposals: Proposal[];
  busy: string;
  apply?: (proposal: Proposal) => void;
}

export const Ways = ({ proposals, busy, apply }: Props) => {
  const lines = useLines(proposals);
  return (
    <Table.ScrollContainer minWidth={600}>
      <Table className="ways" verticalSpacing={5} fz={13}>
        <caption className="visually-hidden">{t("decide.title")}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {proposals.map((proposal) => (
              <Table.Th key={proposal.id} scope="col">
                <div>{proposal.name}</div>
                <div className="soft way-words">{proposal.words}</div>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.title}>
              <Table.Th scope="row" className={line.minor ? "minor" : ""}>
                {line.title}
              </Table.Th>
              {proposals.map((proposal) => (
                <Table.Td key={proposal.id}>{line.cell(proposal)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Td />
            {proposals.map((proposal, at) => (
              <Table.Td key={proposal.id}>
                <Moved proposal={proposal} />
                {apply && (
                  <Button
                    mt="xs"
                    loading={busy === proposal.id}
                    disabled={busy !== "" && busy !== proposal.id}
                    onClick={() => apply(proposal)}
                  >
                    {t("decide.apply")} {at + 1}
                  </Button>
                )}
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
