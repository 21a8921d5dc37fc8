// The coordinator's first screen: what needs a person, ranked, one line per root cause; then the day.
import { Anchor, Group, Loader, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { useBrief, useCalls } from "../live/brief";
import type { Brief, Call } from "../live/brief";
import { useInfo, usePlan, usePlant, useTable, cellsOf } from "../live/plant";
import { Lamps } from "../shell/Lamps";
import { NoPlan, isNoPlan } from "../shell/NoPlan";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { orderPlace, placeOf } from "../shell/places";
import { clock, day, duration, moment, percent, quantity, wholeMoney } from "../words/show";
import { t } from "../words/words";
import { Needs } from "./Needs";

const Figure = ({ label, value, href, alarm }: { label: string; value: string; href: string; alarm?: boolean }) => (
  <Link href={href} className="figure">
    <span className={alarm ? "figure-value alarm" : "figure-value"}>{value}</span>
    <span className="soft">{label}</span>
  </Link>
);

const useAbsentToday = (now: string): number => {
  const absences = useTable("absences.csv", { per_page: 1000 });
  const at = now.slice(0, 16);
  return cellsOf(absences.data).filter((row) => {
    const until = (row.until ?? "").replace(" ", "T");
    return (row.from ?? "").replace(" ", "T") <= at && (until === "" || at < (until.length <= 10 ? `${until}T24:00` : until));
  }).length;
};

const Strip = ({ brief, calls }: { brief: Brief; calls: Call[] }) => {
  const plant = usePlant();
  const info = useInfo();
  const { data: plan } = usePlan();
  const absent = useAbsentToday(brief.at);
  if (!plan) return null;
  const share = plan.orders === 0 ? 1 : plan.on_time_orders / plan.orders;
  return (
    <Group gap="xl" className="strip">
      <Figure label={t("today.due")} value={percent(share)} href={placeOf(plant, "orders")} alarm={share < 1} />
      <Figure
        label={t("today.late")}
        value={String(plan.late_orders)}
        href={placeOf(plant, "orders?late=1")}
        alarm={plan.late_orders > 0}
      />
      <Figure
        label={t("today.unplanned")}
        value={String(plan.unplanned_orders)}
        href={placeOf(plant, "orders?late=1")}
        alarm={plan.unplanned_orders > 0}
      />
      <Figure
        label={`${t("today.money")}, ${info.data?.currency ?? ""}`}
        value={wholeMoney(plan.objective.parts.penalty ?? 0)}
        href={placeOf(plant, "orders?late=1")}
      />
      <Figure
        label={t("today.calls")}
        value={String(calls.length)}
        href={placeOf(plant, "data/calls.csv")}
        alarm={calls.length > 0}
      />
      <Figure label={t("today.absent")} value={String(absent)} href={placeOf(plant, "capacity")} />
    </Group>
  );
};

const Starts = ({ brief }: { brief: Brief }) => {
  const plant = usePlant();
  return (
    <Panel title={`${t("today.starts")} (${brief.starts.length})`}>
      {brief.starts.length === 0 && <Text c="var(--kilter-soft)">{t("today.no-starts")}</Text>}
      <ul className="day">
        {brief.starts.map((start) => (
          <li key={start.operation}>
            <span className="number">{clock(start.start)}</span>
            <span>
              <Link className="quiet" href={placeOf(plant, `board?open=${encodeURIComponent(start.operation)}`)}>
                {start.name} {quantity(start.quantity)} {start.item}
              </Link>{" "}
              <span className="soft">
                {start.unit}
                {start.people.length > 0 && `, ${start.people.join(", ")}`}
                {start.order && (
                  <>
                    {", "}
                    <Link className="quiet" href={orderPlace(plant, start.order)}>
                      {start.order}
                    </Link>
                  </>
                )}
              </span>
            </span>
            <Lamps lamps={start.lamps} />
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const Inbound = ({ brief }: { brief: Brief }) => {
  const plant = usePlant();
  return (
    <Panel title={`${t("today.inbound")} (${brief.inbound.length})`}>
      {brief.inbound.length === 0 && <Text c="var(--kilter-soft)">{t("today.no-inbound")}</Text>}
      <ul className="day">
        {brief.inbound.map((each) => (
          <li key={each.id}>
            <span className={each.overdue ? "number alarm" : "number"}>{each.overdue ? day(each.at) : clock(each.at)}</span>
            <span>
              <Link className="quiet" href={placeOf(plant, `supply?find=${encodeURIComponent(each.id)}`)}>
                {quantity(each.quantity)} {each.item}
              </Link>{" "}
              <span className="soft">
                {each.vendor}, {each.id}
              </span>
              {each.overdue && <span className="alarm"> overdue</span>}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const ToOrder = ({ brief }: { brief: Brief }) => {
  const plant = usePlant();
  return (
    <Panel title={`${t("today.to-order")} (${brief.to_order.length})`}>
      {brief.to_order.length === 0 && <Text c="var(--kilter-soft)">{t("today.no-to-order")}</Text>}
      <ul className="day">
        {brief.to_order.map((each) => (
          <li key={each.id}>
            <span className="number">{wholeMoney(each.total)}</span>
            <span>
              <Link className="quiet" href={placeOf(plant, `supply?find=${encodeURIComponent(each.item)}`)}>
                {quantity(each.quantity)} {each.item}
              </Link>{" "}
              <span className="soft">
                {each.vendor}, {each.id}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const Actions = ({ brief }: { brief: Brief }) => (
  <Panel title={`${t("today.actions")} (${brief.actions.length})`}>
    {brief.actions.length === 0 && <Text c="var(--kilter-soft)">{t("today.no-actions")}</Text>}
    <ul className="lines">
      {brief.actions.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </Panel>
);

const Calls = ({ calls }: { calls: Call[] }) => {
  const plant = usePlant();
  if (calls.length === 0) return null;
  return (
    <Panel title={t("today.calls-title")}>
      <ul className="lines">
        {calls.map((call) => (
          <li key={call.id} className={call.stops ? "alarm" : ""}>
            {call.stops && "✖ "}
            {t("today.call-open", {
              topic: call.topic,
              place: call.work_unit || call.production_order,
              time: duration(call.open_seconds),
            })}
            {call.note && `: ${call.note}`} <span className="soft">{call.role}</span>{" "}
            <Anchor component={Link} size="sm" href={placeOf(plant, "data/calls.csv")}>
              {call.id}
            </Anchor>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const Today = () => {
  const brief = useBrief();
  const calls = useCalls();
  if (isNoPlan(brief.error)) return <NoPlan />;
  if (brief.error) return <Problem error={brief.error} retry={() => void brief.refetch()} />;
  if (!brief.data) return <Loader aria-label={t("app.loading")} />;
  return (
    <Stack gap="md">
      <Group align="baseline" gap="sm">
        <Title order={1} size="h3">
          {t("today.title")}
        </Title>
        <Text size="sm" c="var(--kilter-soft)">
          {moment(brief.data.at)}
        </Text>
      </Group>
      <Strip brief={brief.data} calls={calls.data ?? []} />
      <Calls calls={calls.data ?? []} />
      <Needs needs={brief.data.needs} now={brief.data.at} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Starts brief={brief.data} />
        <Stack gap="lg">
          <Inbound brief={brief.data} />
          <ToOrder brief={brief.data} />
          <Actions brief={brief.data} />
        </Stack>
      </SimpleGrid>
    </Stack>
  );
};

export default Today;
