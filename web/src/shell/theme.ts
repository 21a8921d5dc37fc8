// Colours, type and the three appearances. One accent; everything else is ink on paper.
import type { MantineColorsTuple } from "@mantine/core";
import { createTheme } from "@mantine/core";
import { createContext, useContext } from "react";
import type { Theme } from "../board/palette";

const accent: MantineColorsTuple = [
  "#eaf2fb",
  "#d3e3f4",
  "#a6c6e9",
  "#76a8dd",
  "#4f8ed2",
  "#357ec9",
  "#1f5fa8",
  "#1b5595",
  "#164880",
  "#0f3a6b",
];

export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  colors: { accent },
  fontFamily: '"Inter","Segoe UI","Noto Sans","Liberation Sans",Arial,sans-serif',
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "18px" },
  defaultRadius: "sm",
  cursorType: "pointer",
  components: {
    Button: { defaultProps: { size: "sm" } },
    Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: true } } },
  },
});

export interface Appearance {
  theme: Theme;
  choose: (theme: Theme) => void;
}
export const AppearanceContext = createContext<Appearance>({ theme: "light", choose: () => undefined });
export const useAppearance = (): Appearance => useContext(AppearanceContext);
