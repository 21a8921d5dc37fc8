// What the device keeps over reloads and outages: reports that are not sent yet, in their order, and the last answers.
import type { Report } from "./reports";

export interface Keep {
  // Kept values by name; undefined when there is none.
  get<T>(name: string): Promise<T | undefined>;
  set(name: string, value: unknown): Promise<void>;
  // Reports in the order in which they were made.
  reports(): Promise<Report[]>;
  // Its place in that order.
  add(report: Report): Promise<number>;
  change(report: Report): Promise<void>;
  remove(place: number): Promise<void>;
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The browser keeps nothing."));
  });

// Durable when the promise is fulfilled: the transaction is over, not only the request.
const written = <T>(database: IDBDatabase, store: string, write: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction(store, "readwrite", { durability: "strict" });
    const request = write(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error("The browser keeps nothing."));
  });

export const openKeep = async (): Promise<Keep> => {
  const opening = indexedDB.open("kilter-kiosk", 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("kept");
    opening.result.createObjectStore("reports", { keyPath: "place", autoIncrement: true });
  };
  const database = await done(opening);
  const reading = (store: string): IDBObjectStore => database.transaction(store, "readonly").objectStore(store);
  return {
    get: <T>(name: string) => done(reading("kept").get(name)) as Promise<T | undefined>,
    set: async (name, value) => {
      await written(database, "kept", (store) => store.put(value, name));
    },
    reports: () => done(reading("reports").getAll()) as Promise<Report[]>,
    add: async (report) => Number(await written(database, "reports", (store) => store.add(report))),
    change: async (report) => {
      await written(database, "reports", (store) => store.put(report));
    },
    remove: async (place) => {
      await written(database, "reports", (store) => store.delete(place));
    },
  };
};

// For browsers that keep nothing, and for tests: gone with the page.
export const memoryKeep = (): Keep => {
  const kept = new Map<string, unknown>();
  const reports = new Map<number, Report>();
  let last = 0;
  return {
    get: <T>(name: string) => Promise.resolve(kept.get(name) as T | undefined),
    set: (name, value) => Promise.resolve(void kept.set(name, structuredClone(value))),
    reports: () => Promise.resolve(structuredClone([...reports.values()])),
    add: (report) => {
      last += 1;
      reports.set(last, { ...report, place: last });
      return Promise.resolve(last);
    },
    change: (report) => Promise.resolve(void reports.set(report.place!, { ...report })),
    remove: (place) => Promise.resolve(void reports.delete(place)),
  };
};
