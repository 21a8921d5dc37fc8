// Said on every screen when the published plan no longer holds.
import { Alert, Anchor, Group, Text } from "@mantine/core";
import { Link } from "wouter";
import { useOutlook, usePlant } from "../live/plant";
import { counted, wholeMoney } from "../words/show";
import { t } from "../words/words";
import { placeOf } from "./places";

export const StaleLine = () => {
  const plant = usePlant();
  const { data } = useOutlook();
  if (!data?.stale) return null;
  return (
    <Alert color="orange" variant="light" mb="md" p="xs" role="status" className="no-print">
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          <b>{t("stale.title")}</b> {data.reasons.map((reason) => reason.words).join("; ")}{" "}
          {t("stale.hits", {
            operations: counted(data.operations + data.added, "operation"),
            promises: counted(data.promises.length, "promise"),
          })}
          {data.late > 0 && ` ${t("stale.money", { money: wholeMoney(data.late) })}`}
        </Text>
        <Anchor component={Link} href={placeOf(plant, "decide")} size="sm" c="inherit" underline="always">
          {t("shell.stale-open")}
        </Anchor>
      </Group>
    </Alert>
  );
};
