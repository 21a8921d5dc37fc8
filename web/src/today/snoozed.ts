// Lines that somebody does not want to see until tomorrow; kept in this browser.
import { useCallback, useState } from "react";
import { usePlant } from "../live/plant";

interface Kept {
  day: string; // of the plant; from the next one on all are shown again
  titles: string[];
}

const read = (key: string, day: string): Set<string> => {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;
    return new Set(kept && kept.day === day ? kept.titles : []);
  } catch {
    return new Set();
  }
};

export const useSnoozed = (now: string) => {
  const plant = usePlant();
  const day = now.slice(0, 10);
  const key = `kilter-snoozed-${plant}`;
  const [snoozed, setSnoozed] = useState(() => read(key, day));
  const keep = useCallback(
    (titles: Set<string>) => {
      localStorage.setItem(key, JSON.stringify({ day, titles: [...titles] } satisfies Kept));
      setSnoozed(titles);
    },
    [key, day],
  );
  return {
    snoozed,
    snooze: (title: string) => keep(new Set([...snoozed, title])),
    wake: () => keep(new Set()),
  };
};
