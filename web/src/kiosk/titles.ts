// How a job is called: "Weld · Frame, 20 in".
import type { Job } from "./server";

export const titleOf = (job: Job, names: { items: Record<string, string> }): string =>
  `${job.name} · ${names.items[job.item] ?? job.item}`;
