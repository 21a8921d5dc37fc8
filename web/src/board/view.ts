// What part of the board is seen: a stretch of time and a scroll position; and how pixels become times.
import { DAY, HOUR } from "./wall";

export const LABEL = 190; // pixels of row titles
export const AXIS = 34; // pixels of the time axis

export interface View {
  from: number; // wall time at the left edge, right of the titles
  span: number; // seconds shown
  width: number; // pixels, titles included
  height: number; // pixels, axis included
  top: number; // scrolled pixels of the layout
}

export interface Extent {
  from: number;
  until: number;
}

export const scaleOf = (view: View): number => (view.width - LABEL) / view.span; // pixels a second
export const xOf = (view: View, t: number): number => LABEL + (t - view.from) * scaleOf(view);
export const timeOf = (view: View, x: number): number => view.from + (x - LABEL) / scaleOf(view);
export const untilOf = (view: View): number => view.from + view.span;

// Never further than a quarter screen beyond what there is.
const bounded = (view: View, from: number, extent: Extent): number =>
  Math.min(Math.max(from, extent.from - view.span / 4), Math.max(extent.until - view.span / 4, extent.from));

export const panned = (view: View, seconds: number, extent: Extent): View => ({
  ...view,
  from: bounded(view, view.from + seconds, extent),
});

// `span` seconds from now on, with what is at `around` kept in its place.
export const zoomed = (view: View, span: number, around: number, extent: Extent): View => {
  const all = Math.max((extent.until - extent.from) * 1.1, DAY);
  const next = { ...view, span: Math.min(Math.max(span, HOUR), all) };
  const share = (around - view.from) / view.span;
  return { ...next, from: bounded(next, around - share * next.span, extent) };
};

// Moved no more than needed to see [start, end) and the row between `top` and `bottom`.
export const shown = (view: View, start: number, end: number, top: number, bottom: number): View => {
  const next = { ...view };
  if (end < view.from || start > untilOf(view) - view.span / 20) next.from = start - view.span / 4;
  const room = view.height - AXIS;
  if (top < view.top) next.top = top;
  else if (bottom > view.top + room) next.top = Math.max(0, bottom - room);
  return next;
};

const STEPS = [HOUR / 4, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY];

// Seconds between two marks of the axis, so that their texts have room.
export const axisStep = (view: View): number =>
  STEPS.find((step) => step * scaleOf(view) >= (step < DAY ? 48 : 78)) ?? STEPS[STEPS.length - 1]!;

// The grid that a move snaps to: what about eight pixels are, from five minutes to a day.
export const gridOf = (view: View): number => {
  const steps = [300, 900, 1800, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, DAY];
  return steps.find((step) => step * scaleOf(view) >= 8) ?? DAY;
};
