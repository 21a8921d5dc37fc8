// Asks the server. One client, typed by the contract (api/openapi.yaml); what is refused becomes a Refusal that says why
// and what to do about it.
import createClient from "openapi-fetch";
import type { components, paths } from "./contract.gen";

export type Schema = components["schemas"];
export type Session = Schema["Session"];
export type Issue = Schema["Issue"];
export type Row = Schema["Row"];
export type List = Schema["List"];

export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly wayOut: string;
  readonly issues: Issue[];

  constructor(status: number, fault: { code: string; message: string; way_out?: string; issues?: Issue[] }) {
    super(fault.message);
    this.status = status;
    this.code = fault.code;
    this.wayOut = fault.way_out ?? "";
    this.issues = fault.issues ?? [];
  }
}

// The server does not answer: it restarts, or the network is gone.
export class Unreachable extends Error {}

let csrf = "";
export const rememberCsrf = (token: string): void => {
  csrf = token;
};

// Told when a session has ended.
type Listener = () => void;
const listeners = new Set<Listener>();
export const onSessionEnd = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const asFault = (body: unknown): { code: string; message: string } => {
  if (typeof body === "object" && body !== null && "error" in body) {
    return (body as { error: { code: string; message: string } }).error;
  }
  return { code: "unknown", message: "The server answered in a way that this page does not understand." };
};

const refused = async (response: Response): Promise<Refusal> => {
  const text = await response.text();
  let body: unknown = null;
  try {
    body = JSON.parse(text);
  } catch {
    body = null;
  }
  return new Refusal(response.status, asFault(body));
};

export const client = createClient<paths>({
  baseUrl: "/",
  fetch: async (request) => {
    let response: Response;
    try {
      response = await fetch(request);
    } catch {
      throw new Unreachable("The server does not answer.");
    }
    if (response.status === 401 && !request.url.endsWith("/api/v1/session")) for (const tell of listeners) tell();
    if (!response.ok) throw await refused(response);
    return response;
  },
});

client.use({
  onRequest: ({ request }) => {
    if (request.method !== "GET" && csrf) request.headers.set("X-CSRF-Token", csrf);
    return request;
  },
});

// The answer's body; the client throws a Refusal where there is none.
export const body = async <T>(asked: Promise<{ data?: T }>): Promise<T> => (await asked).data as T;

// A key that makes a command sent again count once.
export const commandKey = (): string => crypto.randomUUID();

// A file of the API as text or bytes, for lists that are downloaded.
export const download = (path: string): void => {
  const link = document.createElement("a");
  link.href = path;
  link.download = "";
  link.click();
};

// Text as a header may carry it, whatever the language (RFC 8187).
export const headerText = (text: string): string => `UTF-8''${encodeURIComponent(text)}`;
