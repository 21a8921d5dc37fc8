// What colours and patterns mean.
import { Group } from "@mantine/core";
import { t } from "../words/words";
import type { Palette, Scheme } from "./palette";
import { swatchOf } from "./palette";

const MOST = 10;

export const Legend = ({ scheme, categories, palette }: { scheme: Scheme; categories: string[]; palette: Palette }) => (
  <Group gap="md" aria-label={t("board.legend")} role="group" className="legend">
    {categories.slice(0, MOST).map((name, at) => (
      <span key={name}>
        <span className="swatch" style={swatchOf(name, at, scheme, palette)} aria-hidden /> {name}
      </span>
    ))}
    <span>
      <span aria-hidden>●</span> {t("board.pinned")}
    </span>
    <span>
      <span aria-hidden>▶</span> {t("board.started")}
    </span>
  </Group>
);
