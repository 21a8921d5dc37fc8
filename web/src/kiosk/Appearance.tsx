// Light, dark or high contrast; the same choice as in the rest of Kilter.
import { useLayoutEffect, useState } from "react";
import { t } from "../words/words";

const KEPT = "kilter-appearance";
const ALL = ["light", "dark", "contrast"] as const;
type Choice = (typeof ALL)[number];

const preferred = (): Choice => {
  const kept = ALL.find((each) => each === localStorage.getItem(KEPT));
  if (kept) return kept;
  if (window.matchMedia("(prefers-contrast: more)").matches) return "contrast";
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
};

export const Appearance = () => {
  const [choice, choose] = useState<Choice>(preferred);
  useLayoutEffect(() => {
    document.documentElement.dataset["appearance"] = choice;
  }, [choice]);
  const next = ALL[(ALL.indexOf(choice) + 1) % ALL.length]!;
  return (
    <button
      type="button"
      className="quiet"
      onClick={() => {
        localStorage.setItem(KEPT, next);
        choose(next);
      }}
    >
      {t("shell.theme")}: {t(`shell.theme.${choice}`)}
    </button>
  );
};
