// Keeps the kiosk's page and what it is made of on the device, so that it opens without a network. The page comes from the
// server whenever that answers in time; files under /assets/ are named by their content and never change.
interface Fetching extends Event {
  request: Request;
  respondWith: (response: Promise<Response>) => void;
}
interface Installing extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
interface Worker_ {
  addEventListener(kind: "install" | "activate", listener: (event: Installing) => void): void;
  addEventListener(kind: "fetch", listener: (event: Fetching) => void): void;
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
}

const worker = self as unknown as Worker_;
const CACHE = "kilter-kiosk";
const PAGE = "/kiosk";
const PATIENCE = 4_000; // milliseconds

// The page and all files that it names; kept together or not at all.
const keepPage = async (page: Response): Promise<void> => {
  const cache = await caches.open(CACHE);
  const text = await page.clone().text();
  const files = [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((found) => found[1]!);
  const missing: string[] = [];
  for (const file of files) if (!(await cache.match(file))) missing.push(file);
  await cache.addAll(missing);
  await cache.put(PAGE, page);
  const old = (await cache.keys()).filter((request) => {
    const { pathname } = new URL(request.url);
    return pathname !== PAGE && !files.includes(pathname);
  });
  for (const request of old) await cache.delete(request);
};

const fetchPage = async (): Promise<Response> => {
  const page = await fetch(PAGE, { signal: AbortSignal.timeout(PATIENCE) });
  if (!page.ok) throw new Error(`The server answers ${page.status}.`);
  return page;
};

const openPage = async (): Promise<Response> => {
  try {
    const page = await fetchPage();
    await keepPage(page.clone()).catch(() => undefined);
    return page;
  } catch (error) {
    const kept = await caches.match(PAGE);
    if (kept) return kept;
    throw error;
  }
};

const keptFirst = async (request: Request): Promise<Response> => (await caches.match(request)) ?? fetch(request);

worker.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      await keepPage(await fetchPage());
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== "GET") return;
  if (request.mode === "navigate" && (pathname === PAGE || pathname.startsWith(`${PAGE}/`))) {
    event.respondWith(openPage());
  } else if (pathname.startsWith("/assets/") || pathname === "/icon.svg") {
    event.respondWith(keptFirst(request));
  }
});

export {};
