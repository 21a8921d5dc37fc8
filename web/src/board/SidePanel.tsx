// One operation: when, where, by whom and why; what it waits for; pinned or moved from here.
import { Button, CloseButton, Group, Paper, Text, TextInput, Title } from "@mantine/core";
import type { FormEvent } from "react";
import { useState } from "react";
import { Link } from "wouter";
import { usePlant } from "../live/plant";
import { Lamps, lampsOfDigits } from "../shell/Lamps";
import { orderPlace } from "../shell/places";
import { t } from "../words/words";
import { lateness } from "./controller";
import type { Bar, BoardPlan } from "./plan";
import { quantity } from "./plan";
import type { Wish } from "./useBoard";

interface Props {
  plan: BoardPlan;
  bar: Bar;
  movable: boolean;
  close: () => void;
  togglePin: () => void;
  move: (wish: Wish) => void;
}

const Facts = ({ plan, bar }: { plan: BoardPlan; bar: Bar }) => {
  const plant = usePlant();
  const shifts = plan.shifts.filter((shift) => shift.bar === bar);
  return (
    <dl className="facts">
      <dt>{t("column.when")}</dt>
      <dd>{plan.clock.span(bar.start, bar.end)}</dd>
      <dt>{t("column.unit")}</dt>
      <dd>
        {plan.units[bar.unit]?.name} <span className="soft">{bar.status}</span>
      </dd>
      {bar.setup > bar.start && (
        <>
          <dt>{t("board.setup")}</dt>
          <dd>
            {t("board.until", { moment: plan.clock.moment(bar.setup) })} {bar.family && `(${bar.family})`}
          </dd>
        </>
      )}
      <dt>{t("board.waits")}</dt>
      <dd>
        {bar.material === null ? t("board.waits-none") : t("board.last", { moment: plan.clock.moment(bar.material) })}
      </dd>
      {shifts.length > 0 && (
        <>
          <dt>{t("column.people")}</dt>
          {shifts.map((shift) => (
            <dd key={`${shift.person} ${shift.start}`}>
              {plan.people[shift.person]?.name}
              <span className="soft">
                {shift.skill && `, ${shift.skill}`}: {shift.reason}
              </span>
            </dd>
          ))}
        </>
      )}
      <dt>{t("board.for")}</dt>
      <dd>
        {bar.order ? <Link href={orderPlace(plant, bar.order.id)}>{bar.order.id}</Link> : t("board.stock")}{" "}
        <span className={bar.order && bar.order.late !== 0 ? "alarm" : "soft"}>{lateness(bar)}</span>
      </dd>
      {bar.lamps && (
        <>
          <dt>{t("board.lamps")}</dt>
          <dd>
            <Lamps lamps={lampsOfDigits(bar.lamps)} />
          </dd>
        </>
      )}
    </dl>
  );
};

// The same move by hand: for those who cannot or do not want to drag.
const MoveForm = ({ plan, bar, move }: { plan: BoardPlan; bar: Bar; move: (wish: Wish) => void }) => {
  const [unit, setUnit] = useState(plan.units[bar.unit]?.id ?? "");
  const [start, setStart] = useState(plan.clock.iso(bar.start).slice(0, 16));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    move({ operation: bar.key, unit, start });
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="end">
        <label className="field">
          <span>{t("column.unit")}</span>
          <select value={unit} onChange={(event) => setUnit(event.currentTarget.value)}>
            {plan.units.map((each) => (
              <option key={each.id}>{each.id}</option>
            ))}
          </select>
        </label>
        <TextInput
          size="xs"
          type="datetime-local"
          label={t("column.start")}
          value={start}
          onChange={(event) => setStart(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default">
          {t("board.move")}
        </Button>
      </Group>
    </form>
  );
};

export const SidePanel = ({ plan, bar, movable, close, togglePin, move }: Props) => {
  const waits = bar.status === "waiting" || bar.status === "pinned";
  return (
    <Paper withBorder p="sm" component="aside" aria-label={bar.key} className="side">
      <Group justify="space-between" wrap="nowrap" align="start">
        <div>
          <Title order={2} size="h5">
            {bar.operation} {quantity(bar.quantity)} {bar.item}
          </Title>
          <Text size="sm" c="var(--kilter-soft)">
            {bar.key}
          </Text>
        </div>
        <CloseButton onClick={close} aria-label={t("app.close")} />
      </Group>
      <Facts plan={plan} bar={bar} />
      {movable && waits && (
        <>
          <Button size="xs" variant="default" mb="xs" onClick={togglePin}>
            {bar.status === "pinned" ? t("board.unpin") : t("board.pin")}
          </Button>
          <MoveForm key={bar.key} plan={plan} bar={bar} move={move} />
        </>
      )}
    </Paper>
  );
};
