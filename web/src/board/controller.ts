// The board's hands: pointer, wheel and keys move the view, the focus and, in move mode, a bar's ghost. Framework-free;
// BoardCanvas mounts it. Every step is announced for those who do not see the canvas.
import { AXIS, LABEL, gridOf, panned, scaleOf, shown, timeOf, zoomed } from "./view";
import type { Extent, View } from "./view";
import type { Ghost, Scene } from "./paint";
import { Painter } from "./paint";
import type { Kind, Layout, Row, Span } from "./rows";
import { LINE_HEIGHT, layoutOf, rowAt, spanAt } from "./rows";
import type { Look, Palette } from "./palette";
import type { Bar, BoardPlan } from "./plan";
import { barText, isLate } from "./plan";
import { DAY, duration } from "./wall";

export interface Shown {
  plan: BoardPlan;
  kind: Kind;
  bars: Bar[]; // those that the filters leave
  palette: Palette;
  look: (bar: Bar) => Look;
  now: number;
  movable: boolean; // may who looks move work?
}

export interface Callbacks {
  focused: (span: Span | null, row: Row | null) => void;
  opened: (span: Span, row: Row) => void;
  hinted: (hint: { span: Span; x: number; y: number } | null) => void;
  announced: (words: string) => void;
  viewed: (span: number) => void; // seconds that are shown now
  ghosted: (ghost: Ghost | null) => void; // moving: where the bar would go
  dropped: (ghost: Ghost) => void;
  twin: () => void; // the same as a table
  pinned: (span: Span) => void;
}

interface Press {
  x: number;
  y: number;
  from: number;
  top: number;
  span: Span | null;
  row: Row | null;
  moved: boolean;
}

const lateness = (bar: Bar): string => {
  if (!bar.order) return "for stock";
  if (bar.order.late < 0) return `${bar.order.id} cannot be planned whole`;
  return isLate(bar) ? `${bar.order.id} is late by ${duration(bar.order.late)}` : `${bar.order.id} is on time`;
};

export class BoardController {
  private readonly canvas: HTMLCanvasElement;
  private readonly scroller: HTMLElement;
  private readonly painter: Painter;
  private readonly tell: Callbacks;
  private readonly leaving = new AbortController();
  private readonly resizing: ResizeObserver;
  private layout: Layout = { rows: [], height: 0 };
  private show: Shown | null = null;
  private view: View = { from: 0, span: 3 * DAY, width: 0, height: 0, top: 0 };
  private placed = false; // the view has been put where the plan is
  private focus: { span: Span; row: Row } | null = null;
  private ghost: Ghost | null = null;
  private outlined: ReadonlySet<string> = new Set();
  private press: Press | null = null;
  private frame = 0;

  constructor(canvas: HTMLCanvasElement, scroller: HTMLElement, callbacks: Callbacks) {
    const context = canvas.getContext("2d", { alpha: false });
    if (!context) throw new Error("this browser draws no canvas");
    this.canvas = canvas;
    this.scroller = scroller;
    this.tell = callbacks;
    this.painter = new Painter(context);
    this.resizing = new ResizeObserver(() => this.resize());
    this.resizing.observe(scroller);
    this.listen();
    this.resize();
  }

  leave(): void {
    this.leaving.abort();
    this.resizing.disconnect();
    cancelAnimationFrame(this.frame);
  }

  // What is shown; the view stays, and the focus on the same operation where it still is.
  set(show: Shown): void {
    const key = this.focus?.span.bar.key;
    this.show = show;
    this.layout = layoutOf(show.plan, show.kind, show.bars);
    if (!this.placed) {
      this.placed = true;
      this.view = { ...this.view, from: show.now - this.view.span * 0.05 };
    }
    this.focus = key ? this.find(key, this.focus?.row.key) : null;
    if (this.ghost && !this.find(this.ghost.bar.key)) this.stopMoving();
    this.paint();
  }

  get height(): number {
    return this.layout.height + AXIS;
  }

  // What the server says of the ghost: whether it may stand there, and which bars would move.
  judge(feasible: boolean | null, outlined: ReadonlySet<string>): void {
    this.outlined = outlined;
    if (this.ghost) this.ghost = { ...this.ghost, feasible };
    this.paint();
  }

  zoomTo(span: number, around = this.view.from + this.view.span * 0.05): void {
    this.look(zoomed(this.view, span, around, this.extent()));
    this.tell.viewed(this.view.span);
  }
  zoomBy(factor: number): void {
    this.zoomTo(this.view.span * factor, this.view.from + this.view.span / 2);
  }
  showAll(): void {
    const { from, until } = this.extent();
    this.look({ ...zoomed(this.view, (until - from) * 1.05, from, this.extent()), from: from - (until - from) * 0.02 });
    this.tell.viewed(this.view.span);
  }
  pan(share: number): void {
    this.look(panned(this.view, share * this.view.span, this.extent()));
  }
  goTo(t: number): void {
    this.look({ ...this.view, from: t - this.view.span * 0.05 });
  }
  goToNow(): void {
    this.goTo(this.show?.now ?? 0);
  }
  // Focuses the operation and brings it into view; false when it is not shown.
  open(key: string): boolean {
    const found = this.find(key);
    if (found) this.focusOn(found.span, found.row);
    return found !== null;
  }

  startMoving(): void {
    const at = this.focus;
    if (!at || !this.show?.movable || this.show.kind !== "units") return;
    if (at.span.bar.status === "started" || at.span.bar.status === "done") {
      this.tell.announced(`${barText(at.span.bar)} has begun and stays where it is.`);
      return;
    }
    this.moveGhost({ bar: at.span.bar, row: at.row, start: at.span.start, end: at.span.end, feasible: null });
    this.tell.announced("Moving. Left and right change the start, up and down the work unit. Enter asks, Escape leaves.");
  }
  stopMoving(): void {
    this.ghost = null;
    this.outlined = new Set();
    this.tell.ghosted(null);
    this.paint();
  }

  private extent(): Extent {
    const plan = this.show?.plan;
    return plan ? { from: Math.min(plan.from, this.show!.now), until: plan.until } : { from: 0, until: DAY };
  }

  private find(key: string, rowKey?: string): { span: Span; row: Row } | null {
    let found: { span: Span; row: Row } | null = null;
    for (const row of this.layout.rows) {
      const span = row.spans.find((candidate) => candidate.bar.key === key);
      if (span && (!found || row.key === rowKey)) found = { span, row };
    }
    return found;
  }

  private look(view: View): void {
    const scrolled = view.top !== this.view.top;
    this.view = view;
    if (scrolled) this.scroller.scrollTop = view.top;
    this.paint();
  }

  private resize(): void {
    const ratio = window.devicePixelRatio || 1;
    const width = this.scroller.clientWidth;
    const height = this.scroller.clientHeight;
    if (width === 0 || height === 0) return;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.canvas.getContext("2d")?.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.view = { ...this.view, width, height };
    this.paintNow();
  }

  private paint(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paintNow());
  }
  private paintNow(): void {
    if (!this.show || this.view.width === 0) return;
    const scene: Scene = {
      plan: this.show.plan,
      layout: this.layout,
      view: this.view,
      palette: this.show.palette,
      look: this.show.look,
      now: this.show.now,
      focused: this.focus?.span ?? null,
      outlined: this.outlined,
      ghost: this.ghost,
    };
    this.painter.paint(scene);
  }

  private listen(): void {
    const { signal } = this.leaving;
    const on = <K extends keyof HTMLElementEventMap>(name: K, act: (event: HTMLElementEventMap[K]) => void): void =>
      this.canvas.addEventListener(name, act, { signal });
    this.scroller.addEventListener(
      "scroll",
      () => {
        this.view = { ...this.view, top: this.scroller.scrollTop };
        this.paint();
      },
      { signal },
    );
    this.canvas.addEventListener("wheel", (event) => this.wheel(event), { signal, passive: false });
    on("pointerdown", (event) => this.down(event));
    on("pointermove", (event) => this.moved(event));
    on("pointerup", (event) => this.up(event));
    on("pointercancel", () => this.cancel());
    on("pointerleave", () => this.tell.hinted(null));
    on("keydown", (event) => this.key(event));
  }

  private wheel(event: WheelEvent): void {
    const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!event.ctrlKey && !event.metaKey && !sideways) return; // the page scrolls the rows
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      this.zoomTo(this.view.span * (event.deltaY > 0 ? 1.25 : 0.8), timeOf(this.view, Math.max(event.offsetX, LABEL)));
    } else {
      this.look(panned(this.view, (event.deltaX || event.deltaY) / scaleOf(this.view), this.extent()));
    }
  }

  private under(event: PointerEvent): { span: Span | null; row: Row | null } {
    if (event.offsetY < AXIS) return { span: null, row: null };
    const y = event.offsetY + this.view.top - AXIS;
    const row = rowAt(this.layout, y);
    if (!row || event.offsetX < LABEL) return { span: null, row };
    const line = Math.floor((y - row.top - 3) / LINE_HEIGHT);
    return { span: spanAt(row, line, timeOf(this.view, event.offsetX), 2 / scaleOf(this.view)), row };
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const { span, row } = this.under(event);
    this.press = {
      x: event.offsetX,
      y: event.offsetY,
      from: this.view.from,
      top: this.view.top,
      span,
      row,
      moved: false,
    };
    this.canvas.setPointerCapture(event.pointerId);
  }

  private moved(event: PointerEvent): void {
    const press = this.press;
    if (!press) {
      const { span } = this.under(event);
      this.canvas.style.cursor = span ? "pointer" : "default";
      this.tell.hinted(span ? { span, x: event.clientX, y: event.clientY } : null);
      return;
    }
    const dx = event.offsetX - press.x;
    const dy = event.offsetY - press.y;
    if (!press.moved && Math.hypot(dx, dy) < 4) return;
    if (!press.moved) {
      press.moved = true;
      this.tell.hinted(null);
      if (press.span && press.row && this.mayDrag(press.span)) this.focusOn(press.span, press.row);
    }
    if (press.span && this.mayDrag(press.span)) this.dragGhost(press, event);
    else this.dragView(press, dx, dy);
  }

  private mayDrag(span: Span): boolean {
    const waits = span.bar.status === "waiting" || span.bar.status === "pinned";
    return this.show !== null && this.show.movable && this.show.kind === "units" && waits;
  }

  private dragView(press: Press, dx: number, dy: number): void {
    this.canvas.style.cursor = "grabbing";
    const view = panned({ ...this.view, from: press.from }, -dx / scaleOf(this.view), this.extent());
    const most = Math.max(0, this.layout.height + AXIS - this.view.height);
    this.look({ ...view, top: Math.min(Math.max(0, press.top - dy), most) });
  }

  private dragGhost(press: Press, event: PointerEvent): void {
    const span = press.span!;
    const y = event.offsetY + this.view.top - AXIS;
    const over = rowAt(this.layout, y);
    const row = over && !over.heading && over.resource ? over : (this.ghost?.row ?? press.row!);
    const wished = span.start + (event.offsetX - press.x) / scaleOf(this.view);
    this.canvas.style.cursor = "move";
    this.moveGhost({
      bar: span.bar,
      row,
      start: this.snapped(wished),
      end: this.snapped(wished) + (span.end - span.start),
      feasible: null,
    });
  }

  // On the grid of the local clock.
  private snapped(t: number): number {
    const grid = gridOf(this.view);
    const midnight = this.show ? this.show.plan.clock.midnight(0) : 0;
    return midnight + Math.round((t - midnight) / grid) * grid;
  }

  private moveGhost(ghost: Ghost): void {
    const same =
      this.ghost && this.ghost.bar === ghost.bar && this.ghost.row === ghost.row && this.ghost.start === ghost.start;
    if (same) return;
    this.ghost = ghost;
    this.tell.ghosted(ghost);
    this.paint();
  }

  private up(event: PointerEvent): void {
    const press = this.press;
    this.press = null;
    this.canvas.style.cursor = "default";
    if (!press) return;
    if (!press.moved) {
      const { span, row } = this.under(event);
      if (span && row) {
        this.focusOn(span, row);
        this.tell.opened(span, row);
      }
      return;
    }
    if (this.ghost) this.tell.dropped(this.ghost);
  }

  private cancel(): void {
    this.press = null;
    this.stopMoving();
  }

  private key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const act = (this.ghost ? this.movingKeys() : this.lookingKeys())[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  private lookingKeys(): Record<string, () => void> {
    return {
      ArrowRight: () => this.step(1),
      ArrowLeft: () => this.step(-1),
      ArrowDown: () => this.jump(1),
      ArrowUp: () => this.jump(-1),
      "+": () => this.zoomBy(0.7),
      "=": () => this.zoomBy(0.7),
      "-": () => this.zoomBy(1.4),
      PageDown: () => this.pan(0.5),
      PageUp: () => this.pan(-0.5),
      Home: () => this.goToNow(),
      Enter: () => this.focus && this.tell.opened(this.focus.span, this.focus.row),
      e: () => this.focus && this.tell.opened(this.focus.span, this.focus.row),
      m: () => this.startMoving(),
      p: () => this.focus && this.tell.pinned(this.focus.span),
      t: () => this.tell.twin(),
    };
  }

  private movingKeys(): Record<string, () => void> {
    const shift = (by: number) => () => {
      const ghost = this.ghost!;
      const start = this.snapped(ghost.start + by * gridOf(this.view));
      this.moveGhost({ ...ghost, start, end: start + (ghost.end - ghost.start), feasible: null });
      this.sayGhost();
    };
    const other = (by: number) => () => {
      const rows = this.layout.rows.filter((row) => row.resource !== null);
      const row = rows[rows.findIndex((candidate) => candidate.key === this.ghost!.row.key) + by];
      if (row) this.moveGhost({ ...this.ghost!, row, feasible: null });
      this.sayGhost();
    };
    return {
      ArrowRight: shift(1),
      ArrowLeft: shift(-1),
      ArrowDown: other(1),
      ArrowUp: other(-1),
      Enter: () => this.tell.dropped(this.ghost!),
      Escape: () => {
        this.stopMoving();
        this.tell.announced("Left where it was.");
      },
    };
  }

  private sayGhost(): void {
    const ghost = this.ghost!;
    this.look(shown(this.view, ghost.start, ghost.end, ghost.row.top, ghost.row.top + ghost.row.height));
    this.tell.announced(`${ghost.row.title}, ${this.show!.plan.clock.moment(ghost.start)}`);
  }

  private step(by: number): void {
    const at = this.focus;
    if (!at) return this.jump(1);
    const next = at.row.spans[at.row.spans.indexOf(at.span) + by];
    if (next) this.focusOn(next, at.row);
  }

  // To the nearest bar in time of the next row that has one.
  private jump(by: number): void {
    const { rows } = this.layout;
    const start = this.focus ? this.focus.span.start : this.view.from;
    const from = this.focus ? rows.indexOf(this.focus.row) + by : by > 0 ? 0 : rows.length - 1;
    for (let at = from; at >= 0 && at < rows.length; at += by) {
      const row = rows[at]!;
      if (row.spans.length === 0) continue;
      const nearest = row.spans.reduce((a, b) => (Math.abs(b.start - start) < Math.abs(a.start - start) ? b : a));
      return this.focusOn(nearest, row);
    }
  }

  private focusOn(span: Span, row: Row): void {
    this.focus = { span, row };
    this.look(shown(this.view, span.start, span.end, row.top, row.top + row.height));
    this.tell.focused(span, row);
    const where = this.show!.plan.clock.span(span.start, span.end);
    this.tell.announced(`${row.title}: ${barText(span.bar)}, ${where}, ${lateness(span.bar)}`);
  }
}

export { lateness };
