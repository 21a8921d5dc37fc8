// The plant that is looked at: what is asked of it, kept fresh by its stream of events.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { createContext, useContext, useEffect, useMemo, useState } from "react";
import type { List, Schema } from "../api/client";
import { body, client } from "../api/client";

const Context = createContext<string>("");

// The plant's id.
export const usePlant = (): string => useContext(Context);

export const PlantProvider = ({ plant, children }: { plant: string; children: ReactNode }) => (
  <Context.Provider value={plant}>{children}</Context.Provider>
);

export type Cells = Record<string, string>;
export const cellsOf = (list: List | undefined): Cells[] => (list?.rows ?? []).map((row) => row.cells);

export interface Query {
  filter?: string[];
  sort?: string;
  page?: number;
  per_page?: number;
}

// Everything asked of a plant hangs below the key [plant], so that news can make it all old at once.
export const useInfo = (): UseQueryResult<Schema["Plant"]> => {
  const plant = usePlant();
  return useQuery({
    queryKey: [plant, "info"],
    queryFn: () => body(client.GET("/api/v1/plants/{plant}", { params: { path: { plant } } })) as Promise<Schema["Plant"]>,
  });
};

// A table of the plant as it is now.
export const useTable = (table: string, query: Query = {}): UseQueryResult<List> => {
  const plant = usePlant();
  return useQuery({
    queryKey: [plant, "tables", table, query],
    queryFn: () =>
      body(client.GET("/api/v1/plants/{plant}/tables/{table}", { params: { path: { plant, table }, query } })) as Promise<List>,
  });
};

// A table of the published plan; an answer of 404 before the first publication is a Refusal "nothing-published".
export const usePlanTable = (table: string, query: Query = {}): UseQueryResult<List> => {
  const plant = usePlant();
  return useQuery({
    queryKey: [plant, "plan", table, query],
    queryFn: () =>
      body(
        client.GET("/api/v1/plants/{plant}/plan/tables/{table}", { params: { path: { plant, table }, query } }),
      ) as Promise<List>,
  });
};

export interface PlanFigures {
  sequence: number;
  orders: number;
  on_time_orders: number;
  late_orders: number;
  unplanned_orders: number;
  blocked_orders: number;
  operations: number;
  objective: { total: number; parts: Record<string, number> };
}
export const usePlan = (): UseQueryResult<PlanFigures> => {
  const plant = usePlant();
  return useQuery({
    queryKey: [plant, "plan"],
    queryFn: async () =>
      (await body(client.GET("/api/v1/plants/{plant}/plan", { params: { path: { plant } } }))) as unknown as PlanFigures,
  });
};

export interface Promise_ {
  order: string;
  due: string;
  published: string | null;
  delivered: string | null;
}
export interface Outlook {
  stale: boolean;
  operations: number;
  added: number;
  late: number;
  reasons: { words: string; operations: number }[];
  promises: Promise_[];
}
export const useOutlook = (): UseQueryResult<Outlook> => {
  const plant = usePlant();
  return useQuery({
    queryKey: [plant, "outlook"],
    refetchInterval: 60_000,
    queryFn: async () =>
      (await body(client.GET("/api/v1/plants/{plant}/outlook", { params: { path: { plant } } }))) as unknown as Outlook,
  });
};

export interface Entry {
  sequence: number;
  at: string;
  kind: string;
  author: string;
  reason: string;
}

export interface Stream {
  connected: boolean;
  latest: Entry | null; // the last command that was heard of
}

// Listens to the plant for as long as the caller is shown. News within a fifth of a second is taken together.
export const useStream = (plant: string): Stream => {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(true);
  const [latest, setLatest] = useState<Entry | null>(null);
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const source = new EventSource(`/api/v1/plants/${encodeURIComponent(plant)}/stream?form=brief`);
    source.onopen = () => {
      setConnected(true);
      void queries.invalidateQueries({ queryKey: [plant] });
    };
    source.onerror = () => setConnected(false);
    source.onmessage = (event: MessageEvent<string>) => {
      setLatest(JSON.parse(event.data) as Entry);
      clearTimeout(soon);
      soon = setTimeout(() => void queries.invalidateQueries({ queryKey: [plant] }), 200);
    };
    return () => {
      clearTimeout(soon);
      source.close();
    };
  }, [plant, queries]);
  return useMemo(() => ({ connected, latest }), [connected, latest]);
};
