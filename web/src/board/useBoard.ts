// The published plan as a board, and what is told about moving and pinning its operations.
import { useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { body, client, commandKey, headerText } from "../api/client";
import { finished, publish } from "../live/jobs";
import type { Changes, Job } from "../live/jobs";
import { usePlant } from "../live/plant";
import type { BoardPlan } from "./plan";
import { readBoard } from "./plan";

export const useBoardPlan = (): UseQueryResult<BoardPlan> => {
  const plant = usePlant();
  return useQuery({
    queryKey: [plant, "plan", "board"],
    queryFn: async () =>
      readBoard(await body(client.GET("/api/v1/plants/{plant}/plan/board", { params: { path: { plant } } }))),
  });
};

export interface Wish {
  operation: string; // "MO-7/10"
  unit: string;
  start: string; // local, "2026-12-01T10:00"
}

export interface MoveAnswer {
  feasible: boolean;
  late_before: number;
  late_after: number;
  moves: {
    operation: string;
    feasible: boolean;
    published: string | null;
    start: string | null;
    unit: string;
    why_not: { code: string; words: string; until?: string | null }[];
  }[];
  words: string;
  changes: Changes | null;
  refused: string[];
}

// What would come of it; nothing is changed.
export const askMove = async (plant: string, wish: Wish): Promise<MoveAnswer> =>
  (await body(
    client.POST("/api/v1/plants/{plant}/moves", { params: { path: { plant } }, body: wish }),
  )) as unknown as MoveAnswer;

// Moves it, to the nearest start where the wished one cannot be.
export const applyMove = async (plant: string, wish: Wish, pin: boolean, reason: string): Promise<void> => {
  const asked = (await body(
    client.POST("/api/v1/plants/{plant}/moves/proposals", {
      params: { path: { plant } },
      body: { ...wish, nearest: true, pin },
    }),
  )) as unknown as Job;
  const job = await finished(plant, asked.id);
  await publish(plant, job.proposals[0]!.id, reason);
};

export const pin = (plant: string, operation: string): Promise<unknown> =>
  client.POST("/api/v1/plants/{plant}/pins", {
    params: { path: { plant }, header: { "Idempotency-Key": commandKey(), "X-Reason": headerText("pinned on the board") } },
    body: { operation },
  });

export const unpin = (plant: string, key: string): Promise<unknown> => {
  const slash = key.lastIndexOf("/");
  return client.DELETE("/api/v1/plants/{plant}/pins/{order}/{operation}", {
    params: {
      path: { plant, order: key.slice(0, slash), operation: key.slice(slash + 1) },
      header: { "Idempotency-Key": commandKey(), "X-Reason": headerText("let go on the board") },
    },
  });
};
