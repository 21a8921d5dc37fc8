import { Button, Group, SegmentedControl, Select, TextInput } from "@mantine/core";
import { t } from "../words/words";
import type { BoardController } from "./controller";
import type { Scheme } from "./palette";
import type { Kind } from "./rows";
import { DAY } from "./wall";

const ZOOMS: [string, number][] = [
  ["1d", DAY],
  ["3d", 3 * DAY],
  ["1w", 7 * DAY],
  ["2w", 14 * DAY],
];

interface Props {
  kind: Kind;
  setKind: (kind: Kind) => void;
  scheme: Scheme;
  setScheme: (scheme: Scheme) => void;
  find: string;
  setFind: (text: string) => void;
  twin: boolean;
  setTwin: (twin: boolean) => void;
  controller: () => BoardController | null;
}

export const BoardTools = ({ kind, setKind, scheme, setScheme, find, setFind, twin, setTwin, controller }: Props) => (
  <Group gap="xs" className="no-print">
    <SegmentedControl
      size="xs"
      aria-label={t("board.view")}
      value={kind}
      onChange={(value) => setKind(value)}
      data={[
        { value: "units", label: t("board.units") },
        { value: "people", label: t("board.people") },
        { value: "orders", label: t("board.orders") },
      ]}
    />
    <Group gap={2} role="group" aria-label={t("board.zoom")}>
      {ZOOMS.map(([name, span]) => (
        <Button key={name} size="compact-xs" variant="default" onClick={() => controller()?.zoomTo(span)}>
          {name}
        </Button>
      ))}
      <Button size="compact-xs" variant="default" onClick={() => controller()?.showAll()}>
        {t("board.all")}
      </Button>
    </Group>
    <Group gap={2}>
      <Button size="compact-xs" variant="default" aria-label={t("board.earlier")} onClick={() => controller()?.pan(-0.5)}>
        ◀
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => controller()?.goToNow()}>
        {t("board.now")}
      </Button>
      <Button size="compact-xs" variant="default" aria-label={t("board.later")} onClick={() => controller()?.pan(0.5)}>
        ▶
      </Button>
    </Group>
    <Select
      size="xs"
      w={120}
      aria-label={t("board.colour")}
      allowDeselect={false}
      data={["late", "customer", "family", "readiness"]}
      value={scheme}
      onChange={(value) => value && setScheme(value)}
    />
    <TextInput
      size="xs"
      w={190}
      aria-label={t("board.find")}
      placeholder={t("board.find")}
      value={find}
      onChange={(event) => setFind(event.currentTarget.value)}
    />
    <Button size="compact-sm" variant={twin ? "filled" : "default"} aria-pressed={twin} onClick={() => setTwin(!twin)}>
      {t("app.table")}
    </Button>
  </Group>
);
