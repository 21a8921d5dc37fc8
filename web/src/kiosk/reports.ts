// Reports: what somebody at the station says, kept until the server has it; and what the screen shows because of those that
// are still on their way.
import type { Call, Job, Screen } from "./server";

export interface FloorEvent {
  id: string;
  kind: string;
  at: string;
  production_order?: string;
  operation?: string;
  work_unit?: string;
  quantity?: number;
  good?: number;
  scrap?: number;
  reason?: string;
  topic?: string;
  note?: string;
  stop?: boolean;
  andon?: string;
  conflict?: string;
  decision?: string;
}

export interface Report {
  place?: number; // in the order in which they were made; given when it is kept
  event: FloorEvent;
  badge: string;
  person: string; // whose id
  name: string; // who
  session: string | null; // null: made without a network, waits for the PIN
  words: string; // what was said, for people
  problem?: { message: string; wayOut: string }; // why the server refused it
}

export const waits = (report: Report): boolean => report.problem === undefined;

const QUANTITIES: Record<string, "good" | "scrap" | "rework"> = {
  "quantity.good": "good",
  "quantity.scrap": "scrap",
  "quantity.rework": "rework",
};

const STATES: Record<string, Job["status"]> = {
  "operation.started": "running",
  "operation.resumed": "running",
  "operation.paused": "paused",
};

const withPerson = (people: string, person: string): string =>
  people.split(";").includes(person) ? people : [people, person].filter(Boolean).join(";");

const worked = (job: Job, { event, person }: Report): Job => {
  const counted = QUANTITIES[event.kind];
  if (counted) return { ...job, [counted]: job[counted] + (event.quantity ?? 0) };
  const status = STATES[event.kind];
  if (!status) return job;
  if (event.kind !== "operation.started") return { ...job, status };
  return { ...job, status, people: withPerson(job.people, person), start: event.at, why: "" };
};

const called = (calls: Call[], { event }: Report): Call[] => {
  if (event.kind === "andon.resolved") return calls.filter((call) => call.id !== event.andon);
  if (event.kind !== "andon.raised" || calls.some((call) => call.id === event.id)) return calls;
  const call: Call = {
    id: event.id,
    topic: event.topic as Call["topic"],
    work_unit: event.work_unit ?? "",
    note: event.note ?? "",
    stops: event.stop ?? event.topic === "safety",
    raised: event.at,
    acknowledged_by: "",
    open_seconds: 0,
    role: "",
  };
  return [...calls, call];
};

const one = (screen: Screen, report: Report): Screen => {
  const { event } = report;
  const is = (job: Job): boolean => job.production_order === event.production_order && job.operation === event.operation;
  if (event.kind === "operation.finished") return { ...screen, jobs: screen.jobs.filter((job) => !is(job)) };
  if (event.kind === "unit.down" || event.kind === "unit.up") {
    const down = event.kind === "unit.up" ? null : { from: event.at, expected: "", reason: event.reason ?? "" };
    return { ...screen, units: screen.units.map((unit) => (unit.id === event.work_unit ? { ...unit, down } : unit)) };
  }
  if (event.kind === "conflict.settled") {
    return { ...screen, conflicts: screen.conflicts.filter((conflict) => conflict.id !== event.conflict) };
  }
  return {
    ...screen,
    jobs: screen.jobs.map((job) => (is(job) ? worked(job, report) : job)),
    people: { ...screen.people, [report.person]: report.name },
    calls: called(screen.calls, report),
  };
};

export const runs = (job: Job): boolean => job.status === "running" || job.status === "paused";

// The screen as it will be when these reports have arrived.
export const applied = (screen: Screen, reports: Report[]): Screen => {
  const after = reports.reduce(one, screen);
  return { ...after, jobs: [...after.jobs.filter(runs), ...after.jobs.filter((job) => !runs(job))] };
};
