// Light, dark or high contrast; kept in the browser, else what the system prefers.
import { useMantineColorScheme } from "@mantine/core";
import type { ReactNode } from "react";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Theme } from "../board/palette";
import { AppearanceContext } from "./theme";

const KEPT = "kilter-appearance";

const preferred = (): Theme => {
  const kept = localStorage.getItem(KEPT);
  if (kept === "light" || kept === "dark" || kept === "contrast") return kept;
  if (window.matchMedia("(prefers-contrast: more)").matches) return "contrast";
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
};

export const AppearanceProvider = ({ children }: { children: ReactNode }) => {
  const [theme, setTheme] = useState<Theme>(preferred);
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    setColorScheme(theme === "dark" ? "dark" : "light");
    document.documentElement.toggleAttribute("data-contrast", theme === "contrast");
  }, [theme, setColorScheme]);
  const choose = useCallback((chosen: Theme) => {
    localStorage.setItem(KEPT, chosen);
    setTheme(chosen);
  }, []);
  const state = useMemo(() => ({ theme, choose }), [theme, choose]);
  return <AppearanceContext.Provider value={state}>{children}</AppearanceContext.Provider>;
};
