// The real program, serving a plant from a scratch database; ended by its own id.
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../../..");
export const BINARY = process.env.KILTER_BINARY ?? join(ROOT, "build/kilter");
export const example = (name: string): string => join(ROOT, "examples", name);

export interface Answer {
  status: number;
  body: unknown;
}

export class Server {
  url = "";
  setupLink = "";
  private readonly folder = mkdtempSync(join(tmpdir(), "kilter-journey-"));
  private process: ChildProcess | null = null;
  private cookie = "";
  private csrf = "";

  // `arguments_`: of serve, besides the database and the address.
  async start(arguments_: string[], listen = "127.0.0.1:0"): Promise<void> {
    const child = spawn(BINARY, ["serve", ...arguments_, "--db", join(this.folder, "journal.db"), "--listen", listen], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process = child;
    let said = "";
    await new Promise<void>((ready, failed) => {
      const hear = (piece: Buffer): void => {
        said += piece.toString();
        const setup = /first administrator: (\S+)/.exec(said);
        if (setup) this.setupLink = setup[1]!;
        const listening = /listening on (\S+)/.exec(said);
        if (listening) {
          this.url = listening[1]!;
          ready();
        }
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.on("exit", (code) => failed(new Error(`kilter serve ended with ${code}: ${said}`)));
    });
  }

  // Ends the program; the database stays, and `start` goes on from it.
  async halt(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    const child = this.process;
    this.process = null;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve_) => child.once("exit", resolve_));
    child.kill(signal);
    await ended;
  }

  async stop(): Promise<void> {
    await this.halt();
    rmSync(this.folder, { recursive: true, force: true });
  }

  // Asks the API as the first administrator, beside the browser.
  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        "Content-Type": "application/json",
        ...(this.cookie ? { Cookie: this.cookie, "X-CSRF-Token": this.csrf } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? null : JSON.parse(text) };
  }

  // Makes the first administrator over the API.
  async setUp(user: string, password: string): Promise<void> {
    const secret = this.setupLink.split("#")[1];
    const response = await fetch(`${this.url}/api/v1/setup`, {
      method: "POST",
      body: JSON.stringify({ secret, user, name: user, password }),
    });
    if (!response.ok) throw new Error(await response.text());
    this.cookie = response.headers.get("set-cookie")!.split(";")[0]!;
    this.csrf = ((await response.json()) as { csrf: string }).csrf;
  }

  async addUser(id: string, role: string, password: string): Promise<void> {
    const answer = await this.ask("POST", "/api/v1/users", { id, name: id, role, plants: [], password });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  }
}
