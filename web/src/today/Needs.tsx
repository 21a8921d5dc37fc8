// What needs a person: what, whom it hits, money and days, owner, next step. r opens the repairs, s snoozes.
import { Anchor, Button, Group, SegmentedControl, Text } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import type { Need } from "../live/brief";
import { useInfo, usePlant } from "../live/plant";
import { Panel } from "../shell/Panel";
import { orderPlace, placeOf } from "../shell/places";
import { duration, wholeMoney } from "../words/show";
import { t } from "../words/words";
import { useSnoozed } from "./snoozed";

const MARKS: Record<Need["mark"], { shape: string; words: string; kind: string }> = {
  cross: { shape: "✖", words: "act", kind: "alarm" },
  half: { shape: "◐", words: "decide", kind: "pending" },
  hollow: { shape: "○", words: "blocked", kind: "soft" },
};

const placeOfSection = (need: Need): string => {
  if (need.orders.length === 1) return `orders/${encodeURIComponent(need.orders[0]!)}`;
  if (need.orders.length > 1) return "orders?late=1";
  return need.section === "budget" || need.section === "supply" ? "supply" : "board";
};

interface LineProps {
  need: Need;
  currency: string;
  snooze: () => void;
}

const Line = ({ need, currency, snooze }: LineProps) => {
  const plant = usePlant();
  const [, go] = useLocation();
  const mark = MARKS[need.mark];
  const keys = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    if (event.key === "s") snooze();
    if (event.key === "r") go(placeOf(plant, "decide"));
    if (event.key === "Enter") go(placeOf(plant, placeOfSection(need)));
  };
  return (
    <li className="need" tabIndex={0} onKeyDown={keys}>
      <span className={`need-mark ${mark.kind}`} title={mark.words} aria-label={mark.words} role="img">
        {mark.shape}
      </span>
      <div className="need-text">
        <Text fw={600} component="span">
          {need.title}
        </Text>
        <Text size="sm" c="var(--kilter-soft)">
          {need.detail}
          {need.owner && !need.detail.includes(need.owner) && ` · ${need.owner}`}
        </Text>
        {need.next_step && <Text size="sm">→ {need.next_step}</Text>}
        <Group gap={6}>
          {need.orders.slice(0, 8).map((order) => (
            <Anchor key={order} component={Link} size="xs" href={orderPlace(plant, order)}>
              {order}
            </Anchor>
          ))}
          {need.orders.length > 8 && <Text size="xs">+{need.orders.length - 8}</Text>}
        </Group>
      </div>
      <div className="need-cost number">
        {need.money > 0 && (
          <div>
            {wholeMoney(need.money)} <span className="soft">{currency}</span>
          </div>
        )}
        {need.seconds > 0 && <div className="soft">{duration(need.seconds)}</div>}
      </div>
      <Group gap={4} className="need-acts no-print" wrap="nowrap">
        <Button component={Link} size="compact-sm" variant="default" href={placeOf(plant, placeOfSection(need))}>
          Open
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={snooze} title={t("today.snooze")}>
          Snooze&nbsp;<kbd>s</kbd>
        </Button>
      </Group>
    </li>
  );
};

const ranked = (needs: Need[], by: string): Need[] => {
  if (by === "rank") return needs;
  const worth = (need: Need): number => (by === "money" ? need.money : need.seconds);
  return [...needs].sort((a, b) => worth(b) - worth(a));
};

export const Needs = ({ needs, now }: { needs: Need[]; now: string }) => {
  const info = useInfo();
  const { snoozed, snooze, wake } = useSnoozed(now);
  const [by, setBy] = useState("rank");
  const shown = ranked(
    needs.filter((need) => !snoozed.has(need.title)),
    by,
  );
  const hidden = needs.length - shown.length;
  return (
    <Panel
      title={`${t("today.needs")} (${shown.length})`}
      right={
        <Group gap="xs" className="no-print">
          {hidden > 0 && (
            <Anchor component="button" size="sm" onClick={wake}>
              {t("today.snoozed", { count: hidden })}, {t("today.wake")}
            </Anchor>
          )}
          <SegmentedControl size="xs" data={["rank", "money", "time"]} value={by} onChange={setBy} aria-label="sort" />
        </Group>
      }
    >
      {shown.length === 0 && <Text c="var(--kilter-soft)">{t("today.nothing")}</Text>}
      <ul className="needs">
        {shown.map((need) => (
          <Line
            key={need.title}
            need={need}
            currency={info.data?.currency ?? ""}
            snooze={() => snooze(need.title)}
          />
        ))}
      </ul>
    </Panel>
  );
};
