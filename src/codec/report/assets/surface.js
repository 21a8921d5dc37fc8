// Two ways to draw the same board: a canvas for the screen, SVG text for print. Kinds name what a thing is; late work
// is hatched, so that it is told apart without colour.
const INK = "#1b2733",
  SOFT = "#5a6875",
  LINE = "#d7dee4",
  LATE = "#a63a1a";
const FILLS = {
  bar: "#c9d8e8",
  stock: "#ffffff",
  done: "#e3e7ea",
  setup: "#6f8eac",
  closed: "#f3f5f7",
  head: "#f6f8f9",
  load: "#c9d8e8",
  pin: INK,
  now: LATE,
};
const FONT = '"Inter","Segoe UI","Noto Sans","Liberation Sans",Arial,sans-serif';

class CanvasSurface {
  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.hatch = this.pattern("#f3dfd7", LATE);
    this.gray = this.pattern("#fbfcfc", "#dfe4e8");
  }
  pattern(back, front) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 6;
    const c = tile.getContext("2d");
    c.fillStyle = back;
    c.fillRect(0, 0, 6, 6);
    c.strokeStyle = front;
    c.lineWidth = 1.3;
    c.beginPath();
    for (const at of [-6, 0, 6]) {
      c.moveTo(at - 1, 7);
      c.lineTo(at + 7, -1);
    }
    c.stroke();
    return this.context.createPattern(tile, "repeat");
  }
  resize(width, height) {
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.canvas.style.width = width + "px";
    this.canvas.style.height = height + "px";
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.context.clearRect(0, 0, width, height);
    this.context.textBaseline = "middle";
  }
  rect(x, y, w, h, kind, edge) {
    this.context.fillStyle =
      kind === "late" || kind === "over" ? this.hatch : kind === "closed" ? this.gray : FILLS[kind];
    this.context.fillRect(x, y, w, h);
    if (!edge) return;
    this.context.strokeStyle = edge;
    this.context.lineWidth = 1;
    this.context.strokeRect(x + 0.5, y + 0.5, Math.max(w - 1, 0), Math.max(h - 1, 0));
  }
  focus(x, y, w, h) {
    this.context.strokeStyle = INK;
    this.context.lineWidth = 2;
    this.context.strokeRect(x - 1, y - 1, w + 2, h + 2);
  }
  line(x1, y1, x2, y2, color, width = 1) {
    this.context.strokeStyle = color;
    this.context.lineWidth = width;
    this.context.beginPath();
    this.context.moveTo(x1, y1);
    this.context.lineTo(x2, y2);
    this.context.stroke();
  }
  triangle(x, y) {
    this.context.fillStyle = LATE;
    this.context.beginPath();
    this.context.moveTo(x, y);
    this.context.lineTo(x + 8, y);
    this.context.lineTo(x, y + 8);
    this.context.fill();
  }
  dot(x, y) {
    this.context.fillStyle = INK;
    this.context.beginPath();
    this.context.arc(x, y, 3, 0, 7);
    this.context.fill();
  }
  text(x, y, text, room, options = {}) {
    if (room < 14) return;
    const c = this.context;
    c.font = `${options.bold ? "600 " : ""}${options.size || 11.5}px ${FONT}`;
    c.save();
    c.beginPath();
    c.rect(x, y - 12, room, 24);
    c.clip();
    if (options.back) {
      c.fillStyle = "rgba(255,255,255,.82)";
      c.fillRect(x - 2, y - 7, Math.min(c.measureText(text).width + 4, room), 14);
    }
    c.fillStyle = options.color || INK;
    c.fillText(text, x, y);
    c.restore();
  }
}

const escapeXml = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

class SvgSurface {
  constructor() {
    this.parts = [];
    this.clips = 0;
  }
  rect(x, y, w, h, kind, edge) {
    const hatched = kind === "late" || kind === "over";
    const width = Math.max(w, 0);
    this.parts.push(
      `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${h}" ` +
        `fill="${hatched ? "#f6e6df" : FILLS[kind]}"` +
        (edge ? ` stroke="${edge}" stroke-width="0.8"/>` : "/>"),
    );
    if (hatched) this.parts.push(this.hatch(x, y, width, h));
  }
  // Lines at 45 degrees cut to the box: a fill pattern would be stored as a picture for every bar.
  hatch(x, y, w, h) {
    let path = "";
    for (let at = 4; at < w + h; at += 5) {
      const x1 = Math.max(0, at - h),
        y1 = Math.min(h, at),
        x2 = Math.min(w, at),
        y2 = Math.max(0, at - w);
      path += `M${(x + x1).toFixed(1)} ${(y + y1).toFixed(1)}L${(x + x2).toFixed(1)} ${(y + y2).toFixed(1)}`;
    }
    return path ? `<path d="${path}" stroke="${LATE}" stroke-width="0.9" fill="none"/>` : "";
  }
  focus() {}
  line(x1, y1, x2, y2, color, width = 1) {
    this.parts.push(
      `<line x1="${x1.toFixed(1)}" y1="${y1}" x2="${x2.toFixed(1)}" y2="${y2}" ` +
        `stroke="${color}" stroke-width="${width * 0.7}"/>`,
    );
  }
  triangle(x, y) {
    this.parts.push(`<path d="M${x.toFixed(1)} ${y}h8l-8 8z" fill="${LATE}"/>`);
  }
  dot(x, y) {
    this.parts.push(`<circle cx="${x.toFixed(1)}" cy="${y}" r="3" fill="${INK}"/>`);
  }
  text(x, y, text, room, options = {}) {
    if (room < 14) return;
    const size = options.size || 11.5;
    const fits = Math.max(1, Math.floor(room / (size * 0.56)));
    const shown = text.length > fits ? text.slice(0, Math.max(1, fits - 1)) + "…" : text;
    const halo = options.back ? ' paint-order="stroke" stroke="#fff" stroke-width="3"' : "";
    this.parts.push(
      `<text x="${x.toFixed(1)}" y="${(y + size * 0.35).toFixed(1)}" font-size="${size}" ` +
        `fill="${options.color || INK}"` +
        `${options.bold ? ' font-weight="600"' : ""}${halo}>${escapeXml(shown)}</text>`,
    );
  }
  svg(width, height, title) {
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" ` +
      `aria-label="${escapeXml(title)}" font-family='${FONT}'>` +
      `${this.parts.join("")}</svg>`
    );
  }
}
