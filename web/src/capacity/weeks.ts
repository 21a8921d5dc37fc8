// Rows of capacity.csv as one line per resource and one column per week.
import type { Cells } from "../live/plant";

const MOST_WEEKS = 10;

export interface ResourceLoad {
  id: string;
  percents: Map<string, number>; // by week
}

// The first weeks in which anything is planned; the most loaded resource first.
export const weeksOf = (rows: Cells[]): { weeks: string[]; resources: ResourceLoad[] } => {
  const used = rows.filter((row) => Number(row.planned_seconds) > 0);
  const weeks = [...new Set(used.map((row) => row.week ?? ""))].sort().slice(0, MOST_WEEKS);
  const loads = new Map<string, Map<string, number>>();
  for (const row of rows) {
    if (!weeks.includes(row.week ?? "") || row.load_percent === "" || row.load_percent === undefined) continue;
    const percents = loads.get(row.id ?? "") ?? new Map<string, number>();
    percents.set(row.week ?? "", Math.round(Number(row.load_percent)));
    loads.set(row.id ?? "", percents);
  }
  const most = (percents: Map<string, number>): number => Math.max(0, ...percents.values());
  const resources = [...loads.entries()]
    .map(([id, percents]) => ({ id, percents }))
    .sort((a, b) => most(b.percents) - most(a.percents) || a.id.localeCompare(b.id));
  return { weeks, resources };
};
