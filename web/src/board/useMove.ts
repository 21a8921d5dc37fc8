// A move in the making: asked while the bar is dragged, shown with its consequences, applied or left.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { usePlant } from "../live/plant";
import type { BoardController } from "./controller";
import type { Ghost } from "./paint";
import type { BoardPlan } from "./plan";
import { applyMove, askMove } from "./useBoard";
import type { MoveAnswer, Wish } from "./useBoard";

const ASK_AFTER = 120; // milliseconds of rest

const outlined = (answer: MoveAnswer): Set<string> => new Set(answer.changes?.moved.map((each) => each.operation) ?? []);

export const useMove = (plan: BoardPlan, controller: () => BoardController | null) => {
  const plant = usePlant();
  const queries = useQueryClient();
  const [wish, setWish] = useState<Wish | null>(null);
  const [answer, setAnswer] = useState<MoveAnswer | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const asked = useRef(0);
  const soon = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(soon.current), []);

  const question = useCallback(
    async (wished: Wish): Promise<void> => {
      const turn = ++asked.current;
      try {
        const found = await askMove(plant, wished);
        if (turn !== asked.current) return; // another question came after it
        setAnswer(found);
        controller()?.judge(found.feasible, outlined(found));
      } catch (error) {
        if (turn === asked.current) setProblem(error);
      }
    },
    [plant, controller],
  );

  const wishOf = useCallback(
    (ghost: Ghost): Wish => ({
      operation: ghost.bar.key,
      unit: ghost.row.resource?.id ?? "",
      start: plan.clock.iso(ghost.start).slice(0, 16),
    }),
    [plan],
  );

  const leave = useCallback(() => {
    asked.current++;
    clearTimeout(soon.current);
    setWish(null);
    setAnswer(null);
    setProblem(null);
    controller()?.stopMoving();
  }, [controller]);

  // While it is dragged: the last place is asked about as soon as the hand rests.
  const follow = useCallback(
    (ghost: Ghost | null) => {
      clearTimeout(soon.current);
      if (!ghost) return;
      setProblem(null);
      setAnswer(null);
      setWish(wishOf(ghost));
      soon.current = setTimeout(() => void question(wishOf(ghost)), ASK_AFTER);
    },
    [question, wishOf],
  );

  const ask = useCallback(
    (wished: Wish) => {
      setProblem(null);
      setAnswer(null);
      setWish(wished);
      void question(wished);
    },
    [question],
  );

  const apply = (pinned: boolean, reason: string): void => {
    if (!wish) return;
    setBusy(true);
    applyMove(plant, wish, pinned, reason)
      .then(async () => {
        leave();
        await queries.invalidateQueries({ queryKey: [plant] });
      })
      .catch(setProblem)
      .finally(() => setBusy(false));
  };

  const drop = useCallback((ghost: Ghost) => ask(wishOf(ghost)), [ask, wishOf]);
  return { wish, answer, problem, busy, follow, drop, ask, apply, leave };
};
