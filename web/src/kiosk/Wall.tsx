// The wall display of an area: its machines, what runs and what is next at each, and who calls for help. It follows the
// floor's news; when they do not come it says since when.
import { useCallback, useEffect, useState } from "react";
import { clock, day, moment, quantity } from "../words/show";
import { t } from "../words/words";
import { Appearance } from "./Appearance";
import { runs } from "./reports";
import { Refused } from "./server";
import type { Job, Server, Wall as WallData } from "./server";
import { titleOf } from "./titles";

type WallUnit = WallData["units"][number];

interface Shown {
  wall: WallData | null;
  connected: boolean;
  refused: string;
}

const useWall = (server: Server, area: string, plant: string): Shown => {
  const [shown, setShown] = useState<Shown>({ wall: null, connected: true, refused: "" });
  const ask = useCallback(async (): Promise<void> => {
    try {
      const wall = await server.wall(area, plant);
      setShown({ wall, connected: true, refused: "" });
    } catch (error) {
      const refused = error instanceof Refused ? `${error.message}. ${error.wayOut}` : "";
      setShown((before) => ({ ...before, connected: refused !== "", refused }));
    }
  }, [server, area, plant]);
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const news = (): void => {
      clearTimeout(soon);
      soon = setTimeout(() => void ask(), 200);
    };
    const source = new EventSource(`/api/v1/kiosk/stream${plant ? `?plant=${encodeURIComponent(plant)}` : ""}`);
    source.onopen = news;
    source.onmessage = news;
    source.onerror = news;
    const anyway = setInterval(news, 30_000);
    news();
    return () => {
      clearTimeout(soon);
      clearInterval(anyway);
      source.close();
    };
  }, [ask, plant]);
  return shown;
};

export const Wall = ({ server, area }: { server: Server; area: string }) => {
  const [plant] = useState(() => new URLSearchParams(window.location.search).get("plant") ?? "");
  const { wall, connected, refused } = useWall(server, area, plant);
  if (!wall) {
    return (
      <main className="entrance">
        <p role="status">{refused || (connected ? t("app.loading") : t("kiosk.no-server"))}</p>
        <Appearance />
      </main>
    );
  }
  return (
    <>
      <header className="head">
        <h1>{wall.area.name}</h1>
        <span className="wall-time">{moment(wall.now)}</span>
        <Appearance />
      </header>
      <div className="bars" role="status">
        {!connected && <p className="bar pending">○ {t("kiosk.wall-old", { time: clock(wall.now) })}</p>}
        {wall.calls.map((call) => (
          <p key={call.id} className="bar alarm">
            <strong>
              × {t(`kiosk.topic.${call.topic}`)} {call.work_unit}
            </strong>{" "}
            {call.note} {t("kiosk.since", { time: clock(call.raised) })}{" "}
            {call.acknowledged_by ? t("kiosk.comes", { who: call.acknowledged_by }) : t("kiosk.nobody-comes")}
          </p>
        ))}
      </div>
      <main className="wall">
        {wall.units.map((unit) => (
          <UnitOnWall key={unit.id} unit={unit} wall={wall} />
        ))}
      </main>
    </>
  );
};

const UnitOnWall = ({ unit, wall }: { unit: WallUnit; wall: WallData }) => {
  const running = unit.jobs.filter(runs);
  const next = unit.jobs.filter((job) => !runs(job));
  return (
    <section className="card" aria-label={unit.id}>
      <header>
        <h2>
          {unit.id} {unit.name !== unit.id && <small className="soft">{unit.name}</small>}
        </h2>
        <State unit={unit} running={running} />
      </header>
      {running.map((job) => (
        <Progress key={`${job.production_order}/${job.operation}`} job={job} wall={wall} />
      ))}
      <ol className="wall-next">
        {next.map((job) => (
          <li key={`${job.production_order}/${job.operation}`}>
            <span className="number">
              {job.start.slice(0, 10) === wall.now.slice(0, 10) ? clock(job.start) : day(job.start)}
            </span>{" "}
            {titleOf(job, wall)}{" "}
            <span className={job.status === "ready" ? "soft" : "pending"}>
              {job.status === "ready" ? job.production_order : `○ ${t(`kiosk.status.${job.status as "waiting"}`)}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};

const State = ({ unit, running }: { unit: WallUnit; running: Job[] }) => {
  if (unit.down) {
    return (
      <span className="alarm">
        × {t("kiosk.stands")} {unit.down.reason}
      </span>
    );
  }
  if (running.length === 0) return <span className="soft">○ {t("kiosk.free")}</span>;
  if (running.every((job) => job.status === "paused")) return <span className="pending">◐ {t("kiosk.paused")}</span>;
  return <span className="good">● {t("kiosk.runs")}</span>;
};

const Progress = ({ job, wall }: { job: Job; wall: WallData }) => (
  <p>
    <strong>{titleOf(job, wall)}</strong> {job.production_order}
    <br />
    <span className="count">
      {quantity(job.good)} <small>{t("kiosk.of", { quantity: quantity(job.quantity) })}</small>
    </span>{" "}
    {job.scrap > 0 && <span className="alarm">× {t("kiosk.scrapped", { quantity: quantity(job.scrap) })}</span>}{" "}
    <span className="soft">{job.people.split(";").filter(Boolean).map((id) => wall.people[id] ?? id).join(", ")}</span>
  </p>
);
