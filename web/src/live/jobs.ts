// Work of the planner beside serving: asked for, followed until it is done, its proposals.
import { useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { Refusal, body, client, commandKey, headerText } from "../api/client";
import type { Issue } from "../api/client";
import { usePlant } from "./plant";

export interface Figures {
  orders: number;
  on_time_orders: number;
  late_orders: number;
  unplanned_orders: number;
  operations: number;
  objective: { total: number; parts: Record<string, number> };
}

export interface Changes {
  money: { total: number; parts: Record<string, number> };
  promises: { order: string; due: string; published: string | null; delivered: string | null; new: boolean }[];
  moved: { operation: string; from: string | null; to: string | null; unit_before: string; unit: string }[];
  reassigned: { operation: string; before: string; person: string }[];
  overtime: { calendar: string; from: string; until: string }[];
  best_in: string[];
}

export interface Proposal {
  id: string;
  name: string;
  words: string;
  based_on: number;
  figures: Figures;
  changes?: Changes;
}

export interface Job {
  id: string;
  kind: string;
  author: string;
  asked_at: string;
  state: "waiting" | "running" | "done" | "failed" | "cancelled" | "overtaken";
  phase: string;
  seconds: number;
  issues: Issue[];
  proposals: Proposal[];
}

export const useJobs = (): UseQueryResult<Job[]> => {
  const plant = usePlant();
  return useQuery({
    queryKey: [plant, "jobs"],
    refetchInterval: (query) =>
      query.state.data?.some((job) => job.state === "running" || job.state === "waiting") ? 250 : 5_000,
    queryFn: async () => {
      const found = (await body(
        client.GET("/api/v1/plants/{plant}/jobs", { params: { path: { plant } } }),
      )) as unknown as { jobs: Job[] };
      return found.jobs;
    },
  });
};

const job = async (plant: string, id: string): Promise<Job> =>
  (await body(
    client.GET("/api/v1/plants/{plant}/jobs/{job}", { params: { path: { plant, job: id } } }),
  )) as unknown as Job;

// Waits until the job has ended; one that failed becomes a Refusal with its issues.
export const finished = async (plant: string, id: string): Promise<Job> => {
  for (;;) {
    const found = await job(plant, id);
    if (found.state === "failed") {
      throw new Refusal(422, {
        code: found.issues[0]?.code ?? "failed",
        message: found.issues[0]?.message ?? "The job failed.",
        way_out: found.issues[0]?.way_out ?? "",
        issues: found.issues,
      });
    }
    if (found.state !== "running" && found.state !== "waiting") return found;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
};

export const askPlan = async (plant: string, seconds: number): Promise<Job> => {
  const asked = (await body(
    client.POST("/api/v1/plants/{plant}/plans", { params: { path: { plant } }, body: { seconds } }),
  )) as unknown as Job;
  return finished(plant, asked.id);
};

export const askRepairs = async (plant: string): Promise<Job> => {
  const asked = (await body(
    client.POST("/api/v1/plants/{plant}/repairs", { params: { path: { plant } }, body: {} }),
  )) as unknown as Job;
  return finished(plant, asked.id);
};

// What would make a late customer order on time.
export const askFixes = async (plant: string, order: string): Promise<Job> => {
  const asked = (await body(
    client.POST("/api/v1/plants/{plant}/orders/{order}/fixes", { params: { path: { plant, order } } }),
  )) as unknown as Job;
  return finished(plant, asked.id);
};

export const publish = (plant: string, proposal: string, reason: string): Promise<unknown> =>
  client.POST("/api/v1/plants/{plant}/proposals/{proposal}/publish", {
    params: { path: { plant, proposal }, header: { "X-Reason": headerText(reason), "Idempotency-Key": commandKey() } },
  });
