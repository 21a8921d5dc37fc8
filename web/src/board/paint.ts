// Draws the board on a canvas: shading, load strips, bars, zones, axis. Only what is seen is touched, so that a plan of
// 50,000 operations stays quick; bars that fall on the same pixel are drawn once.
import { AXIS, LABEL, axisStep, scaleOf, untilOf, xOf } from "./view";
import type { View } from "./view";
import type { Look, Palette, Pattern } from "./palette";
import type { Layout, Row, Span } from "./rows";
import { LINE_HEIGHT, firstReaching } from "./rows";
import type { Bar, BoardPlan } from "./plan";
import { barText } from "./plan";
import { DAY } from "./wall";

const LETTER = 6.6; // pixels, about, of the text on bars
const FONT = '"Inter","Segoe UI","Noto Sans","Liberation Sans",Arial,sans-serif';

// Where a bar would go while it is being moved.
export interface Ghost {
  bar: Bar;
  row: Row;
  start: number;
  end: number;
  feasible: boolean | null; // null: not known yet
}

export interface Scene {
  plan: BoardPlan;
  layout: Layout;
  view: View;
  palette: Palette;
  look: (bar: Bar) => Look;
  now: number;
  focused: Span | null;
  outlined: ReadonlySet<string>; // keys of bars that would move
  ghost: Ghost | null;
}

type Context = CanvasRenderingContext2D;

const tiles = new Map<string, CanvasPattern>();

const tile = (context: Context, pattern: Pattern, look: Look): CanvasPattern | string => {
  const key = `${pattern} ${look.fill} ${look.edge}`;
  const known = tiles.get(key);
  if (known) return known;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 8;
  const c = canvas.getContext("2d");
  if (!c) return look.fill;
  c.fillStyle = look.fill;
  c.fillRect(0, 0, 8, 8);
  c.strokeStyle = c.fillStyle = look.edge;
  c.globalAlpha = 0.55;
  if (pattern === "dots") {
    c.fillRect(1, 1, 2, 2);
    c.fillRect(5, 5, 2, 2);
  } else {
    c.beginPath();
    for (const at of [-8, 0, 8]) {
      c.moveTo(at - 1, 9);
      c.lineTo(at + 9, -1);
      if (pattern === "cross") {
        c.moveTo(at - 1, -1);
        c.lineTo(at + 9, 9);
      }
    }
    c.stroke();
  }
  const made = context.createPattern(canvas, "repeat");
  if (!made) return look.fill;
  tiles.set(key, made);
  return made;
};

interface Words {
  color: string;
  size?: number;
  bold?: boolean;
  back?: string; // painted behind the text, where it stands on a pattern
}

let font = ""; // of the context that is painted on: setting it is dear

const write = (c: Context, text: string, x: number, y: number, room: number, words: Words): void => {
  if (room < 14) return;
  const size = words.size ?? 11.5;
  const wanted = `${words.bold ? "600 " : ""}${size}px ${FONT}`;
  if (font !== wanted) c.font = font = wanted;
  const fits = Math.floor(room / (size * 0.6));
  const shown = text.length > fits ? `${text.slice(0, Math.max(1, fits - 1))}…` : text;
  if (words.back) {
    c.fillStyle = words.back;
    c.fillRect(x - 2, y - 7, Math.min(room + 2, shown.length * size * 0.58 + 4), 14);
  }
  c.fillStyle = words.color;
  c.fillText(shown, x, y);
};

const line = (c: Context, x1: number, y1: number, x2: number, y2: number, color: string, width = 1): void => {
  c.strokeStyle = color;
  c.lineWidth = width;
  c.beginPath();
  c.moveTo(x1, y1);
  c.lineTo(x2, y2);
  c.stroke();
};

export class Painter {
  private readonly c: Context;
  private scene!: Scene;

  constructor(context: Context) {
    this.c = context;
  }

  paint(scene: Scene): void {
    this.scene = scene;
    const { c } = this;
    const { view, layout, palette } = scene;
    c.textBaseline = "middle";
    font = "";
    c.fillStyle = palette.paper;
    c.fillRect(0, 0, view.width, view.height);
    for (const row of layout.rows) {
      const y = row.top - view.top + AXIS;
      if (y + row.height < AXIS) continue;
      if (y > view.height) break;
      if (row.heading) this.heading(row, y);
      else this.row(row, y);
    }
    this.ghost();
    this.nowLine();
    this.axis();
  }

  private heading(row: Row, y: number): void {
    const { c } = this;
    const { view, palette, plan } = this.scene;
    c.fillStyle = palette.heading;
    c.fillRect(0, y, view.width, row.height);
    row.load.forEach((load, at) => {
      const from = Math.max(plan.weeks[at] ?? 0, view.from);
      const to = Math.min(plan.weeks[at + 1] ?? (plan.weeks[at] ?? 0) + 7 * DAY, untilOf(view));
      if (to <= from || load === null) return;
      const left = xOf(view, from);
      const width = (to - from) * scaleOf(view);
      const over = load > 100;
      const look: Look = { fill: palette.alarmTint, edge: palette.alarm, pattern: "hatch", mark: "" };
      c.fillStyle = over ? tile(c, "hatch", look) : palette.bar;
      c.fillRect(left + 1, y + 5, Math.max(0, ((width - 3) * Math.min(load, 100)) / 100), row.height - 10);
      write(c, `${load} %${over ? " over" : ""}`, left + 5, y + row.height / 2, width - 8, {
        color: palette.ink,
        size: 11,
        bold: over,
        back: palette.heading,
      });
    });
    c.fillStyle = palette.heading;
    c.fillRect(0, y, LABEL, row.height);
    write(c, row.title, 8, y + row.height / 2, LABEL - 12, { color: palette.ink, bold: true, size: 12 });
    line(c, 0, y + row.height - 0.5, view.width, y + row.height - 0.5, palette.line);
  }

  private row(row: Row, y: number): void {
    const { c } = this;
    const { view, palette } = this.scene;
    this.shade(row, y);
    this.days(y, y + row.height);
    this.spans(row, y);
    c.fillStyle = palette.paper;
    c.fillRect(0, y, LABEL, row.height);
    write(c, row.title, 16, y + Math.min(row.height / 2, 14), LABEL - 22, { color: palette.ink, size: 12 });
    line(c, 0, y + row.height - 0.5, view.width, y + row.height - 0.5, palette.faint);
    line(c, LABEL - 0.5, y, LABEL - 0.5, y + row.height, palette.line);
  }

  // Closed time, then what is out of the pattern (down, maintenance, absent) with its reason, then the zones.
  private shade(row: Row, y: number): void {
    const { c } = this;
    const { view, palette, plan } = this.scene;
    const band = (from: number, until: number, fill: string | CanvasPattern): number => {
      const left = Math.max(xOf(view, from), LABEL);
      const width = Math.min(xOf(view, until), view.width) - left;
      if (width <= 0) return 0;
      c.fillStyle = fill;
      c.fillRect(left, y, width, row.height);
      return width;
    };
    for (const [from, to] of row.resource?.closed ?? []) {
      if (to < view.from || from > untilOf(view) || (to - from) * scaleOf(view) < 2) continue;
      band(from, to, palette.closed);
    }
    band(plan.from, plan.frozen, palette.zone);
    band(plan.frozen, plan.slushy, palette.zone.replace(/[\d.]+\)$/, "0.03)"));
    for (const away of row.resource?.away ?? []) {
      const look: Look = { fill: palette.closed, edge: palette.alarm, pattern: "cross", mark: "" };
      const width = band(away.from, away.until, tile(c, "cross", look));
      if (width <= 0) continue;
      const left = Math.max(xOf(view, away.from), LABEL);
      write(c, away.reason || "away", left + 4, y + row.height / 2, width - 6, {
        color: palette.alarm,
        size: 11,
        bold: true,
        back: palette.paper,
      });
    }
  }

  private days(top: number, bottom: number): void {
    const { view, palette, plan } = this.scene;
    if (DAY * scaleOf(view) < 12) return;
    for (let t = plan.clock.midnight(view.from); t < untilOf(view); t += DAY) {
      line(this.c, xOf(view, t), top, xOf(view, t), bottom, palette.line);
    }
  }

  private spans(row: Row, y: number): void {
    const { view } = this.scene;
    const drawn = new Array<number>(row.lines).fill(-1); // per line the right edge of the last thin bar
    for (let at = firstReaching(row, view.from); at < row.spans.length; ++at) {
      const span = row.spans[at]!;
      if (span.start > untilOf(view)) break;
      if (span.end < view.from) continue;
      const right = xOf(view, span.end);
      if (right - xOf(view, span.start) < 3 && right < (drawn[span.line] ?? -1)) continue;
      drawn[span.line] = Math.max(drawn[span.line] ?? -1, Math.ceil(right));
      this.span(span, y + 3 + span.line * LINE_HEIGHT);
    }
  }

  private span(span: Span, y: number): void {
    const { c } = this;
    const { view, palette } = this.scene;
    const { bar } = span;
    const left = Math.max(xOf(view, span.start), LABEL);
    const right = Math.min(xOf(view, span.end), view.width);
    const width = Math.max(right - left, 1.5);
    const height = LINE_HEIGHT - 4;
    const look = this.scene.look(bar);
    this.box(look, Math.round(left), y, Math.max(1, Math.round(width)), height);
    const setup = Math.min(xOf(view, span.setup), right) - left;
    if (setup > 1) {
      c.fillStyle = palette.setup;
      c.fillRect(left, y + height - 4, setup, 4);
    }
    this.marks(span, look, left, y, width, height);
    this.label(bar, look, left, y, width, height);
    if (this.scene.outlined.has(bar.key)) this.outline(left, y, width, height, palette.accent, [4, 3]);
    if (this.scene.focused === span) this.outline(left - 1, y - 1, width + 2, height + 2, palette.ink, []);
  }

  // An edge of a pixel round the fill: two filled boxes cost a fraction of a stroke.
  private box(look: Look, x: number, y: number, width: number, height: number): void {
    const { c } = this;
    c.fillStyle = look.edge;
    if (width <= 3) {
      c.fillRect(x, y, 1, height);
      c.fillStyle = look.fill;
      if (width > 1) c.fillRect(x + 1, y, width - 1, height);
      return;
    }
    c.fillRect(x, y, width, height);
    c.fillStyle = look.pattern === "plain" || width < 14 ? look.fill : tile(c, look.pattern, look);
    c.fillRect(x + 1, y + 1, width - 2, height - 2);
  }

  // All of it, the order alone, or nothing: what is cut off tells nobody anything.
  private label(bar: Bar, look: Look, left: number, y: number, width: number, height: number): void {
    const indent = look.mark ? 12 : bar.status === "waiting" ? 5 : 10;
    const room = width - indent - 3;
    const order = bar.order ? bar.order.id : "stock";
    if (room < order.length * LETTER) return;
    write(this.c, room < 1.6 * order.length * LETTER ? order : barText(bar), left + indent, y + height / 2, room, {
      color: this.scene.palette.ink,
      ...(look.pattern === "plain" ? {} : { back: look.fill }),
    });
  }

  private marks(span: Span, look: Look, left: number, y: number, width: number, height: number): void {
    const { c } = this;
    const { palette } = this.scene;
    if (look.mark && width > 14) {
      c.fillStyle = palette.alarm;
      c.beginPath();
      c.moveTo(left, y);
      c.lineTo(left + 8, y);
      c.lineTo(left, y + 8);
      c.fill();
    }
    if (width < 6 || span.bar.status === "waiting" || span.bar.status === "done") return;
    c.fillStyle = palette.ink;
    c.beginPath();
    if (span.bar.status === "pinned") {
      c.arc(left + 1, y + height / 2, 3, 0, 7);
    } else {
      c.moveTo(left + 2, y + height / 2 - 4);
      c.lineTo(left + 8, y + height / 2);
      c.lineTo(left + 2, y + height / 2 + 4);
    }
    c.fill();
  }

  private outline(x: number, y: number, width: number, height: number, color: string, dash: number[]): void {
    const { c } = this;
    c.save();
    c.strokeStyle = color;
    c.lineWidth = 2;
    c.setLineDash(dash);
    c.strokeRect(x, y, width, height);
    c.restore();
  }

  private ghost(): void {
    const { ghost, view, palette } = this.scene;
    if (!ghost) return;
    const { c } = this;
    const y = ghost.row.top - view.top + AXIS + 3;
    const left = Math.max(xOf(view, ghost.start), LABEL);
    const width = Math.max(xOf(view, ghost.end) - left, 4);
    const color = ghost.feasible === false ? palette.alarm : palette.accent;
    c.save();
    c.globalAlpha = 0.25;
    c.fillStyle = color;
    c.fillRect(left, y, width, LINE_HEIGHT - 4);
    c.restore();
    this.outline(left, y, width, LINE_HEIGHT - 4, color, ghost.feasible === null ? [5, 4] : []);
  }

  private nowLine(): void {
    const { view, palette, now } = this.scene;
    const x = xOf(view, now);
    if (x < LABEL || x > view.width) return;
    line(this.c, x, AXIS - 14, x, view.height, palette.alarm, 1.5);
  }

  private axis(): void {
    const { c } = this;
    const { view, palette, plan, now } = this.scene;
    c.fillStyle = palette.paper;
    c.fillRect(0, 0, view.width, AXIS);
    const step = axisStep(view);
    const first = plan.clock.midnight(view.from) - DAY;
    for (let t = first; t < untilOf(view); t += step) {
      const x = xOf(view, t);
      if (x < LABEL) continue;
      const day = plan.clock.midnight(t) === t;
      line(c, x, day ? 4 : 20, x, AXIS, palette.line);
      if (day) {
        const week = step >= 7 * DAY ? `W${plan.clock.isoWeek(t)} ` : "";
        write(c, week + plan.clock.day(t), x + 4, 11, 96, { color: palette.soft, size: 11 });
      } else if (x + 40 < xOf(view, now) || x > xOf(view, now) + 66) {
        write(c, plan.clock.clock(t), x + 4, 26, 40, { color: palette.soft, size: 11 });
      }
    }
    const x = xOf(view, now);
    if (x >= LABEL && x < view.width) {
      write(c, `now ${plan.clock.clock(now)}`, x + 3, 26, 64, {
        color: palette.alarm,
        size: 11,
        bold: true,
        back: palette.paper,
      });
    }
    line(c, 0, AXIS - 0.5, view.width, AXIS - 0.5, palette.soft);
  }
}
