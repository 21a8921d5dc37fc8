// The plan over time: rows of units, people or orders; a panel for one operation; work moved by mouse, keys or form.
import { Group, Loader, Paper, Stack, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useSearch } from "wouter";
import { useSession } from "../access/session";
import { useInfo, usePlant } from "../live/plant";
import { NoPlan, isNoPlan } from "../shell/NoPlan";
import { Problem } from "../shell/Problem";
import { useAppearance } from "../shell/theme";
import { t } from "../words/words";
import { BoardCanvas } from "./BoardCanvas";
import type { BoardHandle } from "./BoardCanvas";
import { BoardTable } from "./BoardTable";
import { BoardTools } from "./BoardTools";
import { Consequences } from "./Consequences";
import { Hint } from "./Hint";
import type { HintPlace } from "./Hint";
import { Legend } from "./Legend";
import { SidePanel } from "./SidePanel";
import type { Shown } from "./controller";
import type { Ghost } from "./paint";
import { PALETTES, categoriesOf, lookOf } from "./palette";
import type { Scheme } from "./palette";
import type { Bar, BoardPlan } from "./plan";
import type { Kind } from "./rows";
import { pin, unpin, useBoardPlan } from "./useBoard";
import { useMove } from "./useMove";

const matches = (bar: Bar, text: string): boolean =>
  text === "" ||
  [bar.order?.id ?? "stock", bar.production, bar.item, bar.operation, bar.key].some((each) =>
    each.toLowerCase().includes(text.toLowerCase()),
  );

const Loaded = ({ plan, now }: { plan: BoardPlan; now: number }) => {
  const plant = usePlant();
  const queries = useQueryClient();
  const { may } = useSession();
  const { theme } = useAppearance();
  const search = new URLSearchParams(useSearch());
  const [kind, setKind] = useState<Kind>("units");
  const [scheme, setScheme] = useState<Scheme>("late");
  const [find, setFind] = useState(search.get("order") ?? "");
  const [twin, setTwin] = useState(false);
  const wanted = search.get("open");
  const [opened, setOpened] = useState<string | null>(wanted);
  const [hint, setHint] = useState<HintPlace | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const handle = useRef<BoardHandle>(null);
  const controller = useCallback(() => handle.current?.controller() ?? null, []);
  const move = useMove(plan, controller);
  const movable = may("publish");

  const bars = useMemo(() => plan.bars.filter((bar) => matches(bar, find.trim())), [plan, find]);
  const palette = PALETTES[theme];
  const categories = useMemo(() => categoriesOf(plan.bars, scheme), [plan, scheme]);
  const shown = useMemo<Shown>(() => {
    const position = new Map(categories.map((name, at) => [name, at]));
    return { plan, kind, bars, palette, now, movable, look: (bar) => lookOf(bar, scheme, position, palette) };
  }, [plan, kind, bars, palette, now, movable, scheme, categories]);

  useEffect(() => {
    if (wanted) controller()?.open(wanted);
  }, [wanted, controller]);

  const togglePin = async (bar: Bar): Promise<void> => {
    setProblem(null);
    try {
      await (bar.status === "pinned" ? unpin(plant, bar.key) : pin(plant, bar.key));
      await queries.invalidateQueries({ queryKey: [plant] });
    } catch (error) {
      setProblem(error);
    }
  };
  const callbacks = useMemo(
    () => ({
      focused: () => undefined,
      opened: (span: { bar: Bar }) => setOpened(span.bar.key),
      hinted: setHint,
      viewed: () => undefined,
      ghosted: (ghost: Ghost | null) => move.follow(ghost),
      dropped: (ghost: Ghost) => move.drop(ghost),
      twin: () => setTwin(true),
      pinned: (span: { bar: Bar }) => void togglePin(span.bar),
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- togglePin reads only what does not change
    [move.follow, move.drop],
  );
  const bar = opened ? (plan.bars.find((each) => each.key === opened) ?? null) : null;

  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t("board.title")}
        </Title>
        <BoardTools
          {...{ kind, setKind, scheme, setScheme, find, setFind, twin, setTwin }}
          controller={controller}
        />
      </Group>
      {plan.cut !== null && (
        <Text size="sm">
          {t("board.cut", { shown: plan.bars.length, all: plan.all, moment: plan.clock.moment(plan.cut) })}
        </Text>
      )}
      <Problem error={problem ?? move.problem} />
      {move.wish && (
        <Consequences wish={move.wish} answer={move.answer} busy={move.busy} apply={move.apply} leave={move.leave} />
      )}
      <div className="board-frame">
        <Paper withBorder className="board-paper">
          {twin ? (
            <BoardTable plan={plan} bars={bars} open={(each) => setOpened(each.key)} />
          ) : (
            <BoardCanvas ref={handle} shown={shown} callbacks={callbacks} height="calc(100vh - 190px)" />
          )}
        </Paper>
        {bar && (
          <SidePanel
            plan={plan}
            bar={bar}
            movable={movable}
            close={() => setOpened(null)}
            togglePin={() => void togglePin(bar)}
            move={move.ask}
          />
        )}
      </div>
      <Legend scheme={scheme} categories={categories} palette={palette} />
      <Hint plan={plan} place={hint} />
    </Stack>
  );
};

const Board = () => {
  const board = useBoardPlan();
  const info = useInfo();
  if (isNoPlan(board.error)) return <NoPlan />;
  if (board.error) return <Problem error={board.error} retry={() => void board.refetch()} />;
  if (!board.data || !info.data) return <Loader aria-label={t("app.loading")} />;
  return <Loaded plan={board.data} now={nowOf(board.data, info.data.now ?? "")} />;
};

// The plant's now, on the board's clock. It comes in UTC; the origin of the plan tells the plant's offset.
const nowOf = (plan: BoardPlan, utc: string): number => {
  if (utc === "") return 0;
  return (Date.parse(utc) - plan.clock.instant) / 1000;
};

export default Board;
