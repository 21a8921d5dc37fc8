// Shown where a screen needs a published plan and there is none: makes one and publishes it.
import { Button, Paper, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useSession } from "../access/session";
import { Refusal } from "../api/client";
import { askPlan, publish } from "../live/jobs";
import type { Proposal } from "../live/jobs";
import { useInfo, usePlant } from "../live/plant";
import { wholeMoney } from "../words/show";
import { t } from "../words/words";
import { Problem } from "./Problem";

export const isNoPlan = (error: unknown): boolean => error instanceof Refusal && error.code === "nothing-published";

export const NoPlan = () => {
  const plant = usePlant();
  const info = useInfo();
  const { may } = useSession();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Proposal | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await act();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const make = () => run(async () => setMade((await askPlan(plant, 1)).proposals[0] ?? null));
  const put = () =>
    run(async () => {
      await publish(plant, made!.id, t("noplan.title"));
      await queries.invalidateQueries({ queryKey: [plant] });
    });
  return (
    <Paper withBorder p="lg" maw={560}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t("noplan.title")}
        </Title>
        <Text>{t("noplan.lead")}</Text>
        {made && (
          <Text>
            {t("noplan.made", {
              orders: made.figures.orders,
              late: made.figures.late_orders,
              unplanned: made.figures.unplanned_orders,
              total: wholeMoney(made.figures.objective.total),
              currency: info.data?.currency ?? "",
            })}
          </Text>
        )}
        <Problem error={problem} />
        {!made && may("plan") && (
          <Button loading={busy} onClick={() => void make()}>
            {t("noplan.make")}
          </Button>
        )}
        {made && may("publish") && (
          <Button loading={busy} onClick={() => void put()}>
            {t("noplan.publish")}
          </Button>
        )}
      </Stack>
    </Paper>
  );
};
