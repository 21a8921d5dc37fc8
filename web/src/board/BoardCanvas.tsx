// The canvas of the board in the page: mounts the controller, gives it what is shown, and says aloud what it does.
import { useEffect, useImperativeHandle, useRef, useState } from "react";
import type { Ref } from "react";
import { t } from "../words/words";
import { BoardController } from "./controller";
import type { Callbacks, Shown } from "./controller";

export interface BoardHandle {
  controller: () => BoardController | null;
}

interface Props {
  shown: Shown;
  callbacks: Omit<Callbacks, "announced">;
  height: number | string;
  ref?: Ref<BoardHandle>;
}

export const BoardCanvas = ({ shown, callbacks, height, ref }: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const space = useRef<HTMLDivElement>(null);
  const controller = useRef<BoardController | null>(null);
  const latest = useRef(callbacks);
  const [said, setSaid] = useState("");

  useEffect(() => {
    latest.current = callbacks;
  }, [callbacks]);

  useEffect(() => {
    const made = new BoardController(canvas.current!, scroller.current!, {
      focused: (span, row) => latest.current.focused(span, row),
      opened: (span, row) => latest.current.opened(span, row),
      hinted: (hint) => latest.current.hinted(hint),
      viewed: (span) => latest.current.viewed(span),
      ghosted: (ghost) => latest.current.ghosted(ghost),
      dropped: (ghost) => latest.current.dropped(ghost),
      twin: () => latest.current.twin(),
      pinned: (span) => latest.current.pinned(span),
      announced: setSaid,
    });
    controller.current = made;
    return () => made.leave();
  }, []);

  useEffect(() => {
    controller.current?.set(shown);
    const rest = (controller.current?.height ?? 0) - (scroller.current?.clientHeight ?? 0);
    space.current!.style.height = `${Math.max(0, rest)}px`;
  }, [shown, height]);

  useImperativeHandle(ref, () => ({ controller: () => controller.current }), []);

  return (
    <>
      <div className="board" ref={scroller} style={{ height }}>
        <canvas ref={canvas} tabIndex={0} role="application" aria-label={t("board.help")} data-testid="board" />
        <div ref={space} />
      </div>
      <div className="visually-hidden" aria-live="polite" role="status">
        {said}
      </div>
    </>
  );
};
