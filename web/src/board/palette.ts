// Colours and patterns of the board, per theme. Every meaning has a shape or pattern besides its colour.
import type { Bar } from "./plan";
import { isBlocked, isLate } from "./plan";

export type Theme = "light" | "dark" | "contrast";
export type Scheme = "late" | "customer" | "family" | "readiness";
export type Pattern = "plain" | "hatch" | "dots" | "cross";

export interface Palette {
  paper: string;
  ink: string;
  soft: string;
  line: string;
  faint: string; // between rows
  heading: string;
  closed: string;
  zone: string; // frozen
  bar: string;
  edge: string;
  stock: string;
  done: string;
  setup: string;
  alarm: string; // late, overload, down
  alarmTint: string;
  pending: string; // ready on a date
  pendingTint: string;
  accent: string;
  categories: string[];
}

const LIGHT: Palette = {
  paper: "#ffffff",
  ink: "#1b2733",
  soft: "#55626e",
  line: "#d3dae0",
  faint: "#eef1f4",
  heading: "#f4f6f8",
  closed: "#f1f3f5",
  zone: "rgba(47,84,120,0.07)",
  bar: "#c9d8e8",
  edge: "#6f8eac",
  stock: "#ffffff",
  done: "#e3e7ea",
  setup: "#6f8eac",
  alarm: "#a63a1a",
  alarmTint: "#f6ded4",
  pending: "#7a5a00",
  pendingTint: "#f5e8c4",
  accent: "#1f5fa8",
  categories: ["#c9d8e8", "#d9e6c9", "#f0dcc0", "#e3d3ea", "#c8e6e3", "#f2d3d8", "#e6e2c3", "#d5d7dc"],
};

const DARK: Palette = {
  paper: "#1a1f24",
  ink: "#e6ebf0",
  soft: "#a3afba",
  line: "#3a444d",
  faint: "#262d33",
  heading: "#222930",
  closed: "#23292f",
  zone: "rgba(140,180,220,0.09)",
  bar: "#2f4a63",
  edge: "#7fa3c7",
  stock: "#1a1f24",
  done: "#333b43",
  setup: "#7fa3c7",
  alarm: "#ff9a76",
  alarmTint: "#4a2a1e",
  pending: "#f2c65a",
  pendingTint: "#43371a",
  accent: "#7db8f5",
  categories: ["#2f4a63", "#3a4f2c", "#57452a", "#483657", "#27504d", "#56343b", "#4d4a2a", "#434850"],
};

const CONTRAST: Palette = {
  ...LIGHT,
  ink: "#000000",
  soft: "#000000",
  line: "#5f5f5f",
  faint: "#bdbdbd",
  heading: "#e8e8e8",
  closed: "#dedede",
  zone: "rgba(0,0,0,0.10)",
  bar: "#ffffff",
  edge: "#000000",
  setup: "#000000",
  alarm: "#8a0000",
  alarmTint: "#ffffff",
  pending: "#4a3500",
  pendingTint: "#ffffff",
  accent: "#0000c8",
  categories: ["#ffffff", "#e4e4e4", "#ffffff", "#e4e4e4", "#ffffff", "#e4e4e4", "#ffffff", "#e4e4e4"],
};

export const PALETTES: Record<Theme, Palette> = { light: LIGHT, dark: DARK, contrast: CONTRAST };

export interface Look {
  fill: string;
  edge: string;
  pattern: Pattern;
  mark: "" | "late" | "blocked"; // a corner: triangle, cross
}

export const categoryOf = (bar: Bar, scheme: Scheme): string => {
  if (scheme === "customer") return bar.order?.customer || (bar.order ? "no customer" : "stock");
  if (scheme === "family") return bar.family || "no family";
  if (scheme === "readiness") return isBlocked(bar) ? "blocked" : bar.lamps.includes("1") ? "ready on a date" : "ready";
  return isLate(bar) ? "late" : bar.order === null ? "stock" : "on time";
};

// Names in the order in which they take the palette's colours: the most frequent first, so that what is seen most keeps
// apart.
export const categoriesOf = (bars: Bar[], scheme: Scheme): string[] => {
  if (scheme === "late") return ["on time", "late", "stock"];
  if (scheme === "readiness") return ["ready", "ready on a date", "blocked"];
  const counts = new Map<string, number>();
  for (const bar of bars) {
    const name = categoryOf(bar, scheme);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts.entries()].sort(([a, x], [b, y]) => y - x || a.localeCompare(b)).map(([name]) => name);
};

const byState = (bar: Bar, scheme: Scheme, palette: Palette): Look | null => {
  const plain = { edge: palette.edge, pattern: "plain", mark: "" } as const;
  if (bar.status === "done") return { ...plain, fill: palette.done };
  if (scheme === "late") {
    if (isLate(bar)) return { fill: palette.alarmTint, edge: palette.alarm, pattern: "hatch", mark: "late" };
    return { ...plain, fill: bar.order ? palette.bar : palette.stock };
  }
  if (scheme === "readiness") {
    if (isBlocked(bar)) return { fill: palette.alarmTint, edge: palette.alarm, pattern: "cross", mark: "blocked" };
    if (bar.lamps.includes("1"))
      return { fill: palette.pendingTint, edge: palette.pending, pattern: "dots", mark: "" };
    return { ...plain, fill: palette.bar };
  }
  return null;
};

const PATTERNS: Pattern[] = ["plain", "dots", "hatch", "cross"];

// How bars look under a scheme; `position` of a category from `categoriesOf`.
export const lookOf = (bar: Bar, scheme: Scheme, position: Map<string, number>, palette: Palette): Look => {
  const state = byState(bar, scheme, palette);
  if (state) return state;
  const at = position.get(categoryOf(bar, scheme)) ?? palette.categories.length;
  return {
    fill: palette.categories[at % palette.categories.length]!,
    edge: palette.edge,
    pattern: PATTERNS[Math.floor(at / palette.categories.length) % PATTERNS.length]!,
    mark: isLate(bar) ? "late" : "",
  };
};

// The same look for a swatch of the legend, by CSS.
export const swatchOf = (
  name: string,
  at: number,
  scheme: Scheme,
  palette: Palette,
): { background: string; borderColor: string } => {
  const striped = (fill: string, edge: string): string =>
    `repeating-linear-gradient(135deg, ${edge} 0 1px, ${fill} 1px 5px)`;
  if (name === "late" || name === "blocked")
    return { background: striped(palette.alarmTint, palette.alarm), borderColor: palette.alarm };
  if (name === "ready on a date") return { background: palette.pendingTint, borderColor: palette.pending };
  if (scheme === "late" || scheme === "readiness")
    return { background: name === "stock" ? palette.stock : palette.bar, borderColor: palette.edge };
  const fill = palette.categories[at % palette.categories.length]!;
  return { background: at < palette.categories.length ? fill : striped(fill, palette.edge), borderColor: palette.edge };
};
