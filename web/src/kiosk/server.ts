// What a station asks the server. Whatever does not answer in time is offline; whatever refuses says why.
import type { components } from "../api/contract.gen";

type Schema = components["schemas"];
export type Screen = Omit<Schema["Kiosk"], "person"> & { person: Schema["KioskPerson"] | null };
export type Job = Schema["KioskJob"];
export type Unit = Schema["KioskUnit"];
export type Call = Schema["KioskCall"];
export type Conflict = Schema["KioskConflict"];
export type KioskPerson = Schema["KioskPerson"];
export type Wall = Schema["Wall"];
export type Answers = Schema["EventAnswers"]["events"];

export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly wayOut: string;
  constructor(status: number, fault: { code?: string; message?: string; way_out?: string }) {
    super(fault.message ?? "The server refused it.");
    this.status = status;
    this.code = fault.code ?? "refused";
    this.wayOut = fault.way_out ?? "";
  }
}

export class Offline extends Error {}

export interface Server {
  enrol(token: string): Promise<void>;
  screen(session: string | null): Promise<Screen>;
  signIn(badge: string, pin: string): Promise<KioskPerson & { session: string }>;
  signOut(session: string): Promise<void>;
  // One answer for each event, in their order.
  report(session: string, events: object[]): Promise<Answers>;
  wall(area: string, plant: string): Promise<Wall>;
  remember(csrf: string): void;
}

const PATIENCE = 10_000; // milliseconds

export const realServer = (): Server => {
  let csrf = "";
  const ask = async (method: string, path: string, body?: unknown, session?: string | null): Promise<Response> => {
    try {
      return await fetch(`/api/v1/kiosk${path}`, {
        method,
        cache: "no-store",
        signal: AbortSignal.timeout(PATIENCE),
        headers: {
          ...(method === "GET" ? {} : { "Content-Type": "application/json", "X-CSRF-Token": csrf }),
          ...(session ? { "X-Kiosk-Session": session } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      throw new Offline("The server does not answer.");
    }
  };
  const read = async (response: Response): Promise<unknown> => {
    try {
      return await response.json();
    } catch {
      throw new Offline("The answer did not come whole.");
    }
  };
  const answer = async <T>(asked: Promise<Response>): Promise<T> => {
    const response = await asked;
    if (response.status === 204) return undefined as T;
    if (response.status >= 502) throw new Offline("The server is not there.");
    const body = await read(response);
    if (!response.ok) throw new Refused(response.status, (body as { error?: object }).error ?? {});
    return body as T;
  };
  return {
    enrol: (token) => answer<void>(ask("POST", "/enrolment", { token })),
    screen: (session) => answer<Screen>(ask("GET", "", undefined, session)),
    signIn: (badge, pin) => answer(ask("POST", "/session", { badge, pin })),
    signOut: (session) => answer<void>(ask("DELETE", "/session", undefined, session)),
    report: async (session, events) => {
      const response = await ask("POST", "/events", events, session);
      const body = (await read(response)) as { events?: Answers; error?: object };
      if (body.events) return body.events;
      throw response.status >= 502 ? new Offline("The server is not there.") : new Refused(response.status, body.error ?? {});
    },
    wall: (area, plant) =>
      answer<Wall>(ask("GET", `/walls/${encodeURIComponent(area)}${plant ? `?plant=${encodeURIComponent(plant)}` : ""}`)),
    remember: (token) => {
      csrf = token;
    },
  };
};
