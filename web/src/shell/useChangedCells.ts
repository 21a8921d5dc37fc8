// Which cells differ from what was shown before: they mark themselves for ten seconds, and nothing jumps.
import { useEffect, useRef, useState } from "react";

const MARKED = 10_000; // milliseconds

export const useChangedCells = <Row,>(
  rows: Row[],
  id: (row: Row) => string,
  values: (row: Row) => string[],
): ReadonlySet<string> => {
  const before = useRef<Map<string, string[]> | null>(null);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const text = JSON.stringify(rows.map((row) => [id(row), values(row)]));
  useEffect(() => {
    const now = new Map(JSON.parse(text) as [string, string[]][]);
    const known = before.current;
    before.current = now.size > 0 ? now : known;
    if (!known || known.size === 0) return;
    const found = new Set<string>();
    for (const [key, cells] of now) {
      const old = known.get(key);
      cells.forEach((cell, at) => {
        if (old && old[at] !== cell) found.add(`${key}\n${at}`);
      });
    }
    if (found.size === 0) return;
    setChanged(found);
    const over = setTimeout(() => setChanged(new Set()), MARKED);
    return () => clearTimeout(over);
  }, [text]);
  return changed;
};
