// A station against a server that can be cut off, refuses and forgets: nothing is lost, nothing is said twice.
import { beforeEach, describe, expect, it } from "vitest";
import { Kiosk } from "./kiosk";
import { memoryKeep } from "./keep";
import type { Keep } from "./keep";
import { applied } from "./reports";
import type { FloorEvent } from "./reports";
import { Offline, Refused } from "./server";
import type { Answers, Job, KioskPerson, Screen, Server } from "./server";

const job = (order: string, status: Job["status"] = "ready"): Job => ({
  production_order: order,
  operation: "10",
  name: "Saw",
  item: "leg",
  for_order: "",
  quantity: 10,
  work_unit: "saw-1",
  people: "",
  status,
  why: "for O-1",
  start: "2026-11-23T08:00:00+01:00",
  end: "2026-11-23T09:00:00+01:00",
  setup_seconds: 0,
  run_seconds: 600,
  kit: [],
  good: 0,
  scrap: 0,
  rework: 0,
});

const ANA: KioskPerson = {
  badge: "0815",
  person: "ana",
  name: "Ana",
  role: "operator",
  permissions: ["read", "work", "units", "call"],
  seconds_left: 900,
};

// Keeps events by their ids, as the real one does; jobs of the screen stay as they are.
class Fake implements Server {
  online = true;
  sessions = new Map<string, string>();
  kept: FloorEvent[] = [];
  requests = 0;
  refuse: Record<string, { code: string; message: string }> = {};
  loseAnswers = false;
  csrf = "";

  private reach(): void {
    this.requests += 1;
    if (!this.online) throw new Offline("cut");
  }
  enrol(): Promise<void> {
    return Promise.resolve();
  }
  remember(csrf: string): void {
    this.csrf = csrf;
  }
  // eslint-disable-next-line @typescript-eslint/require-await
  async screen(session: string | null): Promise<Screen> {
    this.reach();
    return {
      csrf: "c",
      station: { id: "saw", name: "Saw", plant: "hello", work_centre: "saw" },
      units: [{ id: "saw-1", name: "Saw", down: null }],
      now: "2026-11-23T08:00:00+01:00",
      planned: true,
      jobs: [job("MO-1"), job("MO-2")],
      people: {},
      items: {},
      calls: [],
      conflicts: [],
      person: session && this.sessions.has(session) ? ANA : null,
    };
  }
  // eslint-disable-next-line @typescript-eslint/require-await
  async signIn(badge: string, pin: string): Promise<KioskPerson & { session: string }> {
    this.reach();
    if (pin !== "4711") throw new Refused(401, { code: "wrong-pin", message: "no" });
    const session = `s-${this.sessions.size + 1}`;
    this.sessions.set(session, badge);
    return { ...ANA, badge, session };
  }
  signOut(session: string): Promise<void> {
    this.sessions.delete(session);
    return Promise.resolve();
  }
  // eslint-disable-next-line @typescript-eslint/require-await
  async report(session: string, events: object[]): Promise<Answers> {
    this.reach();
    if (!this.sessions.has(session)) throw new Refused(401, { code: "not-signed-in", message: "who?" });
    const unread = (events as FloorEvent[]).some((event) => event.kind === "unheard.of");
    if (unread) throw new Refused(422, { code: "bad-kind", message: "no such kind" });
    const answers = (events as FloorEvent[]).map((event) => {
      const refusal = this.refuse[event.kind];
      if (refusal) {
        const issue = { ...refusal, severity: "error" as const, file: "", row: 0, field: "", value: "", way_out: "Ask." };
        return { id: event.id, status: 403, issues: [issue] };
      }
      if (!this.kept.some((each) => each.id === event.id)) this.kept.push(event);
      return { id: event.id, sequence: 7 };
    });
    if (this.loseAnswers) throw new Offline("cut while answering");
    return answers;
  }
  wall(): Promise<never> {
    return Promise.reject(new Error("not here"));
  }
}

let keep: Keep;
let server: Fake;
let now: number;
const open = async (): Promise<Kiosk> => {
  const kiosk = new Kiosk(keep, server, () => now);
  await kiosk.begin();
  return kiosk;
};
const start = (kiosk: Kiosk, order = "MO-1"): Promise<void> =>
  kiosk.report("operation.started", { production_order: order, operation: "10" }, `start ${order}`);
const count = (kiosk: Kiosk, quantity: number): Promise<void> =>
  kiosk.report("quantity.good", { production_order: "MO-1", operation: "10", quantity }, `${quantity} good`);

beforeEach(() => {
  keep = memoryKeep();
  server = new Fake();
  now = Date.parse("2026-12-01T12:00:00Z");
});

describe("a station", () => {
  it("sends what is said, by the plant's clock, and shows it at once", async () => {
    const kiosk = await open();
    await kiosk.signIn("0815", "4711");
    await start(kiosk);
    expect(server.kept.map((event) => event.kind)).toEqual(["operation.started"]);
    expect(server.kept[0]!.at).toBe("2026-11-23T07:00:00Z");
    expect(server.kept[0]!.id).toMatch(/^saw:[0-9a-f]{24}$/);
    expect(kiosk.current().reports).toEqual([]);
  });

  it("goes on without a network, over a reload too, and sends in order when it is back", async () => {
    let kiosk = await open();
    await kiosk.signIn("0815", "4711");
    server.online = false;
    await start(kiosk);
    await count(kiosk, 3);
    expect(kiosk.current().offlineSince).toBe(now);
    kiosk = await open();
    expect(kiosk.current().person?.name).toBe("Ana");
    expect(kiosk.current().reports.map((report) => report.words)).toEqual(["start MO-1", "3 good"]);
    expect(kiosk.current().screen?.jobs[0]).toMatchObject({ production_order: "MO-1", status: "running", good: 3 });
    server.online = true;
    await kiosk.tick();
    expect(server.kept.map((event) => event.kind)).toEqual(["operation.started", "quantity.good"]);
    expect(kiosk.current()).toMatchObject({ reports: [], offlineSince: null });
    expect(await keep.reports()).toEqual([]);
  });

  it("says nothing twice when an answer is lost", async () => {
    const kiosk = await open();
    await kiosk.signIn("0815", "4711");
    server.loseAnswers = true;
    await start(kiosk);
    expect(kiosk.current().reports).toHaveLength(1);
    server.loseAnswers = false;
    await kiosk.tick();
    expect(server.kept).toHaveLength(1);
    expect(kiosk.current().reports).toEqual([]);
  });

  it("lets who was here before go on by badge, and waits for the PIN", async () => {
    const kiosk = await open();
    await kiosk.signIn("0815", "4711");
    await kiosk.signOut();
    server.online = false;
    await expect(kiosk.signIn("9999", "")).rejects.toBeInstanceOf(Offline);
    await kiosk.signIn("0815", "");
    await start(kiosk);
    server.online = true;
    await kiosk.tick();
    expect(server.kept).toEqual([]);
    expect(kiosk.current().reports[0]).toMatchObject({ session: null, badge: "0815" });
    await kiosk.signIn("0815", "4711");
    expect(server.kept).toHaveLength(1);
    expect(kiosk.current().reports).toEqual([]);
  });

  it("keeps what a forgotten session said for its person's PIN", async () => {
    const kiosk = await open();
    await kiosk.signIn("0815", "4711");
    server.sessions.clear();
    await start(kiosk);
    expect(kiosk.current().person).toBeNull();
    expect(kiosk.current().reports[0]!.session).toBeNull();
    await kiosk.signIn("0815", "4711");
    expect(server.kept).toHaveLength(1);
  });

  it("shows what is refused until somebody has read it, and sends the rest", async () => {
    server.refuse["unit.down"] = { code: "denied", message: "a viewer may not do this" };
    const kiosk = await open();
    await kiosk.signIn("0815", "4711");
    await kiosk.report("unit.down", { work_unit: "saw-1" }, "saw-1 stands still");
    await start(kiosk);
    expect(server.kept.map((event) => event.kind)).toEqual(["operation.started"]);
    const [refused] = kiosk.current().reports;
    expect(refused?.problem?.message).toBe("a viewer may not do this");
    expect(kiosk.current().screen?.units[0]?.down).toBeNull();
    await kiosk.dismiss(refused!);
    expect(await keep.reports()).toEqual([]);
  });

  it("finds the one that cannot be read among many", async () => {
    const kiosk = await open();
    await kiosk.signIn("0815", "4711");
    server.online = false;
    await start(kiosk);
    await kiosk.report("unheard.of", {}, "what?");
    await count(kiosk, 1);
    server.online = true;
    await kiosk.tick();
    expect(server.kept.map((event) => event.kind)).toEqual(["operation.started", "quantity.good"]);
    expect(kiosk.current().reports.map((report) => report.problem?.message)).toEqual(["no such kind"]);
  });

  it("asks for the PIN again what the session was too old for", async () => {
    server.refuse["operation.started"] = { code: "session-ended", message: "no longer signed in" };
    const kiosk = await open();
    await kiosk.signIn("0815", "4711");
    await start(kiosk);
    expect(kiosk.current().reports[0]).toMatchObject({ session: null });
    expect(kiosk.current().reports[0]!.problem).toBeUndefined();
  });

  it("ends a session fifteen minutes after the last report", async () => {
    const kiosk = await open();
    await kiosk.signIn("0815", "4711");
    server.online = false;
    now += 14 * 60_000;
    await start(kiosk);
    now += 14 * 60_000;
    await kiosk.tick();
    expect(kiosk.current().person?.name).toBe("Ana");
    now += 60_000;
    await kiosk.tick();
    expect(kiosk.current().person).toBeNull();
  });
});

describe("what is on its way", () => {
  const of = (event: Partial<FloorEvent> & { kind: string }) => ({
    event: { id: "saw:1", at: "2026-11-23T08:10:00Z", production_order: "MO-2", operation: "10", ...event },
    badge: "0815",
    person: "ana",
    name: "Ana",
    session: "s",
    words: "",
  });
  const screen = async (): Promise<Screen> => new Fake().screen(null);

  it("brings what was begun to the front, with who is at it", async () => {
    const shown = applied(await screen(), [of({ kind: "operation.started" })]);
    expect(shown.jobs[0]).toMatchObject({ production_order: "MO-2", status: "running", people: "ana" });
    expect(shown.people).toEqual({ ana: "Ana" });
  });

  it("takes away what is done, and counts scrap", async () => {
    const shown = applied(await screen(), [
      of({ kind: "operation.finished" }),
      of({ kind: "quantity.scrap", production_order: "MO-1", quantity: 2 }),
    ]);
    expect(shown.jobs.map((each) => [each.production_order, each.scrap])).toEqual([["MO-1", 2]]);
  });

  it("shows calls and standstills", async () => {
    const calling = of({ kind: "andon.raised", topic: "safety", work_unit: "saw-1" });
    const shown = applied(await screen(), [calling, calling, of({ kind: "unit.down", work_unit: "saw-1", reason: "belt" })]);
    expect(shown.calls).toHaveLength(1);
    expect(shown.calls[0]).toMatchObject({ topic: "safety", stops: true });
    expect(shown.units[0]?.down?.reason).toBe("belt");
    expect(applied(shown, [of({ kind: "unit.up", work_unit: "saw-1" })]).units[0]?.down).toBeNull();
  });
});
