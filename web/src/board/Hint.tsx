// What is under the pointer, beside it.
import { lateness } from "./controller";
import type { BoardPlan } from "./plan";
import { barText } from "./plan";
import type { Span } from "./rows";

export interface HintPlace {
  span: Span;
  x: number;
  y: number;
}

export const Hint = ({ plan, place }: { plan: BoardPlan; place: HintPlace | null }) => {
  if (!place) return null;
  const { span } = place;
  return (
    <div className="hint" style={{ left: Math.min(place.x + 14, window.innerWidth - 340), top: place.y + 18 }} aria-hidden>
      <b>{barText(span.bar)}</b>
      <div>{plan.clock.span(span.start, span.end)}</div>
      {span.note && <div>{span.note}</div>}
      <div>{lateness(span.bar)}</div>
    </div>
  );
};
