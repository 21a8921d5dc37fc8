// What runs at the station's units, and the next five jobs with why first.
import { useState } from "react";
import { clock, day, moment, quantity } from "../../words/show";
import { t } from "../../words/words";
import { CountSheet, DoneSheet, ScrapSheet } from "./CountSheets";
import { Details } from "./Details";
import type { Kiosk, Person } from "../kiosk";
import { may } from "./may";
import { ReasonSheet } from "./ReasonSheet";
import { runs } from "../reports";
import type { Job, Screen } from "../server";
import { titleOf } from "../titles";

interface Props {
  kiosk: Kiosk;
  screen: Screen;
  person: Person | null;
}

type Open = "details" | "count" | "scrap" | "pause" | "done" | null;

const said = (what: string, job: Job): string => `${what} ${job.production_order}/${job.operation}`;
const refOf = (job: Job): { production_order: string; operation: string } => ({
  production_order: job.production_order,
  operation: job.operation,
});

export const Jobs = ({ kiosk, screen, person }: Props) => {
  const running = screen.jobs.filter(runs);
  const next = screen.jobs.filter((job) => !runs(job));
  return (
    <>
      <section aria-labelledby="now">
        <h2 id="now">{t("kiosk.now")}</h2>
        {running.length === 0 && <p className="soft">{t("kiosk.nothing-runs")}</p>}
        {running.map((job) => (
          <Running key={`${job.production_order}/${job.operation}`} kiosk={kiosk} screen={screen} person={person} job={job} />
        ))}
      </section>
      <section aria-labelledby="next">
        <h2 id="next">{t("kiosk.next")}</h2>
        {next.length === 0 && <p className="soft">{t("kiosk.nothing-next")}</p>}
        <ol className="next">
          {next.map((job) => (
            <Waiting key={`${job.production_order}/${job.operation}`} kiosk={kiosk} screen={screen} person={person} job={job} />
          ))}
        </ol>
      </section>
    </>
  );
};

interface JobProps extends Props {
  job: Job;
}

const Running = ({ kiosk, screen, person, job }: JobProps) => {
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const say = (kind: string, fields: object, words: string): void => {
    close();
    void kiosk.report(kind, { ...refOf(job), ...fields }, said(words, job));
  };
  const names = job.people.split(";").filter(Boolean).map((id) => screen.people[id] ?? id);
  const paused = job.status === "paused";
  return (
    <article className="card running" aria-label={titleOf(job, screen)}>
      <header>
        <h3>{titleOf(job, screen)}</h3>
        <span className={paused ? "pending" : "good"}>{paused ? `◐ ${t("kiosk.paused")}` : `● ${t("kiosk.runs")}`}</span>
      </header>
      <p>
        <span className="count">
          {quantity(job.good)} <small>{t("kiosk.of", { quantity: quantity(job.quantity) })}</small>
        </span>
        {job.scrap > 0 && <span className="alarm"> × {t("kiosk.scrapped", { quantity: quantity(job.scrap) })}</span>}
      </p>
      <p className="soft">
        {[job.production_order, job.work_unit, names.join(", "), t("kiosk.since", { time: since(local(job.start, screen), screen) })]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {may(person, "work") && (
        <div className="acts">
          {!paused && (
            <button type="button" className="main" onClick={() => say("quantity.good", { quantity: 1 }, t("kiosk.said-good", { quantity: 1 }))}>
              {t("kiosk.one-good")}
            </button>
          )}
          {!paused && (
            <button type="button" onClick={() => setOpen("count")}>
              {t("kiosk.count")}
            </button>
          )}
          <button type="button" onClick={() => setOpen("scrap")}>
            {t("kiosk.scrap")}
          </button>
          {paused ? (
            <button type="button" className="main" onClick={() => say("operation.resumed", {}, t("kiosk.said-resumed"))}>
              {t("kiosk.resume")}
            </button>
          ) : (
            <button type="button" onClick={() => setOpen("pause")}>
              {t("kiosk.pause")}
            </button>
          )}
          <button type="button" className="strong" onClick={() => setOpen("done")}>
            {t("kiosk.done")}
          </button>
        </div>
      )}
      <div className="acts">
        <button type="button" onClick={() => setOpen("details")}>
          {t("kiosk.details")}
        </button>
      </div>
      {open === "details" && <Details job={job} screen={screen} close={close} />}
      {open === "count" && (
        <CountSheet job={job} close={close} take={(good) => say("quantity.good", { quantity: good }, t("kiosk.said-good", { quantity: good }))} />
      )}
      {open === "scrap" && (
        <ScrapSheet
          job={job}
          close={close}
          take={(lost, reason) => say("quantity.scrap", { quantity: lost, reason }, t("kiosk.said-scrap", { quantity: lost }))}
        />
      )}
      {open === "pause" && (
        <ReasonSheet
          title={t("kiosk.pause-why")}
          reasons={t("kiosk.pause-reasons")}
          close={close}
          take={(reason) => say("operation.paused", { reason }, t("kiosk.said-paused"))}
        />
      )}
      {open === "done" && (
        <DoneSheet job={job} close={close} take={(good) => say("operation.finished", { good }, t("kiosk.said-done", { quantity: good }))} />
      )}
    </article>
  );
};

// A moment that the device wrote (UTC) as the plant's clocks read it.
const local = (iso: string, screen: Screen): string => {
  if (!iso.endsWith("Z")) return iso;
  const offset = /([+-])(\d\d):(\d\d)$/.exec(screen.now);
  const minutes = offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
  return new Date(Date.parse(iso) + minutes * 60_000).toISOString();
};

// "11:30", of another day "Fri 20 Nov 11:30".
const since = (iso: string, screen: Screen): string =>
  iso.slice(0, 10) === screen.now.slice(0, 10) ? clock(iso) : moment(iso);

// "15:35", on another day "Fri 11 Dec".
const when = (job: Job, screen: Screen): string =>
  job.start.slice(0, 10) === screen.now.slice(0, 10) ? clock(job.start) : day(job.start);

const Waiting = ({ kiosk, screen, person, job }: JobProps) => {
  const [open, setOpen] = useState(false);
  const start = (): void =>
    void kiosk.report("operation.started", { ...refOf(job), work_unit: job.work_unit }, said(t("kiosk.said-started"), job));
  return (
    <li className="card waiting">
      <div>
        <h3>
          <button type="button" className="title" onClick={() => setOpen(true)}>
            {titleOf(job, screen)}
          </button>
        </h3>
        <p className="soft">
          {[job.production_order, `${quantity(job.quantity)} ×`, job.work_unit, when(job, screen)].join(" · ")}
        </p>
        <p>
          <span className={job.status === "ready" ? "good" : "pending"}>
            {job.status === "ready" ? `● ${t("kiosk.status.ready")}` : "○"}
          </span>{" "}
          {job.why}
        </p>
      </div>
      {may(person, "work") && (
        <button type="button" className={job.status === "ready" ? "main" : ""} onClick={start} aria-label={`${t("kiosk.start")} ${titleOf(job, screen)}`}>
          {t("kiosk.start")}
        </button>
      )}
      {open && <Details job={job} screen={screen} close={() => setOpen(false)} />}
    </li>
  );
};
