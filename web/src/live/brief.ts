// The day by the published plan.
import { useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Schema } from "../api/client";
import { body, client } from "../api/client";
import { usePlant } from "./plant";

export type Brief = Schema["Brief"];
export type Need = Brief["needs"][number];
export type Start = Brief["starts"][number];

export const useBrief = (): UseQueryResult<Brief> => {
  const plant = usePlant();
  return useQuery({
    queryKey: [plant, "plan", "brief"],
    queryFn: () => body(client.GET("/api/v1/plants/{plant}/plan/brief", { params: { path: { plant } } })) as Promise<Brief>,
  });
};

export interface Call {
  id: string;
  topic: string;
  work_unit: string;
  production_order: string;
  operation: string;
  note: string;
  stops: boolean;
  raised: string;
  acknowledged: string | null;
  open_seconds: number;
  role: string;
}

export const useCalls = (): UseQueryResult<Call[]> => {
  const plant = usePlant();
  return useQuery({
    queryKey: [plant, "calls"],
    refetchInterval: 30_000,
    queryFn: async () =>
      ((await body(client.GET("/api/v1/plants/{plant}/calls", { params: { path: { plant } } }))) as unknown as {
        calls: Call[];
      }).calls,
  });
};
