// A station: what it shows, who is at it, and the reports that are on their way to the server. Nothing that somebody said
// is lost: a report is kept by the device before it counts as made, sent in its order, and let go only when the server has
// it on disk or a person has seen why it was refused.
//
//   made --> kept --> sent in order --> on disk: let go
//                       |-- no network: stays, tried again
//                       |-- session over, or made without a network: waits for its person's PIN
//                       |-- refused: shown with the reason until somebody has read it
import { applied, waits } from "./reports";
import type { FloorEvent, Report } from "./reports";
import type { Keep } from "./keep";
import { Offline, Refused } from "./server";
import type { Answers, KioskPerson, Screen, Server } from "./server";

export interface Person {
  badge: string;
  person: string;
  name: string;
  role: string;
  permissions: string[];
  session: string | null; // null: by badge alone, without a network
  until: number; // device's milliseconds
}

export interface View {
  known: boolean; // what was kept has been read
  station: "unknown" | "enrolled" | "none";
  screen: Screen | null; // with what is on its way
  person: Person | null;
  reports: Report[]; // on their way, and refused
  offlineSince: number | null;
}

const SESSION = 15 * 60_000; // milliseconds after a report
const AT_ONCE = 100; // reports in one request
const BUSY = new Set([429, 503, 507]); // tried again

export const EMPTY: View = {
  known: false,
  station: "unknown",
  screen: null,
  person: null,
  reports: [],
  offlineSince: null,
};

export const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export class Kiosk {
  private view: View = EMPTY;
  private readonly listeners = new Set<() => void>();
  private screen: Screen | null = null; // as the server answered last
  private settling: Report[] = []; // on the server's disk, not on the screen yet
  private shift = 0; // milliseconds that the plant's clock is ahead of the device's
  private known: Record<string, KioskPerson> = {}; // who signed in here before
  private refreshing: Promise<void> | null = null;
  private sending: Promise<void> | null = null;

  constructor(
    private readonly keep: Keep,
    private readonly server: Server,
    private readonly clock: () => number = Date.now,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly current = (): View => this.view;

  // Reads what was kept, then asks.
  async begin(): Promise<void> {
    const [screen, person, shift, known, csrf, reports] = await Promise.all([
      this.keep.get<Screen>("screen"),
      this.keep.get<Person>("person"),
      this.keep.get<number>("shift"),
      this.keep.get<Record<string, KioskPerson>>("known"),
      this.keep.get<string>("csrf"),
      this.keep.reports(),
    ]);
    this.screen = screen ?? null;
    this.shift = shift ?? 0;
    this.known = known ?? {};
    this.server.remember(csrf ?? "");
    this.show({ known: true, station: screen ? "enrolled" : "unknown", person: person ?? null, reports });
    await this.send();
    await this.refresh();
  }

  async enrol(token: string): Promise<void> {
    await this.server.enrol(token);
    await this.refresh();
  }

  // Asks what is to be shown; one request at a time.
  refresh(): Promise<void> {
    this.refreshing ??= this.ask().finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  async signIn(badge: string, pin: string): Promise<void> {
    try {
      const answer = await this.server.signIn(badge, pin);
      const { session, ...found } = answer;
      this.known = { ...this.known, [badge]: found };
      await this.keep.set("known", this.known);
      await this.enter({ ...personOf(found), session, until: this.clock() + found.seconds_left * 1000 });
      await this.vouch(badge, session);
    } catch (error) {
      if (!(error instanceof Offline)) throw error;
      this.lost();
      const found = this.known[badge];
      if (!found) throw error;
      await this.enter({ ...personOf(found), session: null, until: this.clock() + SESSION });
      return;
    }
    await this.send();
    await this.refresh();
  }

  async signOut(): Promise<void> {
    const session = this.view.person?.session;
    await this.leave();
    const owed = this.view.reports.some((report) => waits(report) && report.session === session);
    if (!session || owed) return; // the session ends by itself; what is owed is still taken
    await this.server.signOut(session).catch(() => undefined);
  }

  // Keeps what the person says, shows it at once and sends it as soon as it can be.
  async report(kind: string, fields: Partial<FloorEvent>, words: string): Promise<void> {
    const { person } = this.view;
    if (!person || !this.screen) return;
    const event: FloorEvent = { ...fields, id: `${this.screen.station.id}:${randomId()}`, kind, at: this.now() };
    const made: Report = {
      event,
      badge: person.badge,
      person: person.person,
      name: person.name,
      session: person.session,
      words,
    };
    const place = await this.keep.add(made);
    this.show({ reports: [...this.view.reports, { ...made, place }] });
    await this.enter({ ...person, until: this.clock() + SESSION });
    await this.send();
  }

  // A person has read why it was refused.
  async dismiss(report: Report): Promise<void> {
    await this.keep.remove(report.place!);
    this.show({ reports: this.view.reports.filter((each) => each.place !== report.place) });
  }

  // Sends what waits, in its order; one at a time.
  send(): Promise<void> {
    this.sending ??= this.deliver().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  // Time goes by: sessions end, and an outage is tried again.
  async tick(): Promise<void> {
    const { person, offlineSince } = this.view;
    if (person && person.until <= this.clock()) await this.leave();
    if (this.view.reports.some((report) => waits(report) && report.session !== null)) await this.send();
    if (offlineSince !== null) await this.refresh();
  }

  // The plant's clock.
  private now(): string {
    return `${new Date(this.clock() + this.shift).toISOString().slice(0, 19)}Z`;
  }

  private async ask(): Promise<void> {
    const session = this.view.person?.session ?? null;
    const settled = new Set(this.settling.map((report) => report.place));
    try {
      const screen = await this.server.screen(session);
      this.settling = this.settling.filter((report) => !settled.has(report.place));
      await this.take(screen, session);
    } catch (error) {
      if (error instanceof Offline || (error instanceof Refused && BUSY.has(error.status))) return this.lost();
      if (!(error instanceof Refused)) throw error;
      this.show({ station: "none", offlineSince: null });
    }
  }

  private async take(screen: Screen, session: string | null): Promise<void> {
    this.screen = screen;
    this.shift = Date.parse(screen.now) - this.clock();
    this.server.remember(screen.csrf);
    this.show({ station: "enrolled", offlineSince: null });
    await Promise.all([
      this.keep.set("screen", screen),
      this.keep.set("shift", this.shift),
      this.keep.set("csrf", screen.csrf),
    ]);
    const { person } = this.view;
    if (!person || person.session === null || person.session !== session) return;
    if (screen.person === null) return this.leave();
    await this.enter({
      ...person,
      permissions: screen.person.permissions,
      role: screen.person.role,
      until: Math.max(person.until, this.clock() + screen.person.seconds_left * 1000),
    });
  }

  private async deliver(): Promise<void> {
    let arrived = false;
    let atOnce = AT_ONCE;
    for (;;) {
      const waiting = this.view.reports.filter((report) => waits(report) && report.session !== null);
      const session = waiting[0]?.session;
      if (!session) break;
      const until = waiting.findIndex((report) => report.session !== session);
      const batch = waiting.slice(0, until < 0 ? atOnce : Math.min(until, atOnce));
      try {
        const answers = await this.server.report(session, batch.map((report) => report.event));
        this.show({ offlineSince: null });
        arrived = true;
        if (!(await this.settle(batch, answers))) break;
      } catch (error) {
        if (!(error instanceof Refused)) {
          this.lost();
          break;
        }
        // One of them cannot be read: one by one it is found.
        if (error.status === 422 && batch.length > 1) atOnce = 1;
        else if (!(await this.refused(batch, session, error))) break;
      }
    }
    if (arrived) void this.refresh();
  }

  // What each answer means for its report; false: some are to be tried again later.
  private async settle(batch: Report[], answers: Answers): Promise<boolean> {
    let all = true;
    for (const [at, report] of batch.entries()) {
      const answer = answers[at];
      const fault = answer?.issues?.[0];
      if (answer?.sequence !== undefined) {
        this.settling.push(report);
        await this.dismiss(report);
      } else if (fault?.code === "session-ended") {
        await this.replace({ ...report, session: null });
      } else if (!fault || BUSY.has(answer?.status ?? 0)) {
        all = false;
      } else {
        await this.replace({ ...report, problem: { message: fault.message, wayOut: fault.way_out ?? "" } });
      }
    }
    return all;
  }

  // The whole request was refused; false: it is to be tried again later.
  private async refused(batch: Report[], session: string, error: Refused): Promise<boolean> {
    if (error.code === "not-signed-in") {
      const owed = this.view.reports.filter((report) => report.session === session);
      for (const report of owed) await this.replace({ ...report, session: null });
      if (this.view.person?.session === session) await this.leave();
      return true;
    }
    if (error.status === 422) {
      await this.replace({ ...batch[0]!, problem: { message: error.message, wayOut: error.wayOut } });
      return true;
    }
    if (error.status === 401 || error.code === "no-station") this.show({ station: "none" });
    return false;
  }

  // Whoever has just signed in vouches for what was made under the badge.
  private async vouch(badge: string, session: string): Promise<void> {
    const theirs = this.view.reports.filter((report) => report.badge === badge && report.session === null && waits(report));
    for (const report of theirs) await this.replace({ ...report, session });
  }

  private async replace(report: Report): Promise<void> {
    await this.keep.change(report);
    this.show({ reports: this.view.reports.map((each) => (each.place === report.place ? report : each)) });
  }

  private async enter(person: Person): Promise<void> {
    this.show({ person });
    await this.keep.set("person", person);
  }

  private async leave(): Promise<void> {
    this.show({ person: null });
    await this.keep.set("person", null);
  }

  private lost(): void {
    if (this.view.offlineSince === null) this.show({ offlineSince: this.clock() });
  }

  private show(change: Partial<View>): void {
    const next = { ...this.view, ...change };
    const onTheirWay = [...this.settling, ...next.reports.filter(waits)];
    this.view = { ...next, screen: this.screen ? applied(this.screen, onTheirWay) : null };
    for (const listener of this.listeners) listener();
  }
}

const personOf = (found: KioskPerson): Omit<Person, "session" | "until"> => ({
  badge: found.badge,
  person: found.person,
  name: found.name,
  role: found.role,
  permissions: found.permissions,
});
