// A published plan to begin with, made over the API.
import type { Server } from "./server";

interface Job {
  state: string;
  proposals: { id: string }[];
}

export const publishedPlan = async (server: Server, plant: string): Promise<void> => {
  const asked = await server.ask("POST", `/api/v1/plants/${plant}/plans`, { seconds: 0 });
  const id = (asked.body as { id: string }).id;
  for (;;) {
    const job = (await server.ask("GET", `/api/v1/plants/${plant}/jobs/${id}`)).body as Job;
    if (job.state === "done") {
      await server.ask("POST", `/api/v1/plants/${plant}/proposals/${job.proposals[0]!.id}/publish`);
      return;
    }
    if (job.state === "failed") throw new Error(JSON.stringify(job));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
