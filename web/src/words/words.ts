// Every text of the interface, by name: t("today.title"), t("shell.stale", { operations: 7 }).
import english from "./en.json";

export type Word = keyof typeof english;

export const t = (word: Word, values: Record<string, string | number> = {}): string =>
  english[word].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
