// The disruption on top; the ways out side by side, each with its price; a person applies one, with a reason.
import { Button, Group, List, Loader, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useSession } from "../access/session";
import { askPlan, askRepairs, publish, useJobs } from "../live/jobs";
import type { Job, Proposal } from "../live/jobs";
import { useOutlook, usePlan, usePlant, useTable } from "../live/plant";
import { NoPlan, isNoPlan } from "../shell/NoPlan";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { counted, wholeMoney } from "../words/show";
import { t } from "../words/words";
import { DecisionLog } from "./DecisionLog";
import { Ways } from "./Ways";

// The newest job that offers something for the plan as it is published.
const offered = (jobs: Job[], published: number): Job | undefined =>
  jobs
    .filter((job) => job.proposals.some((proposal) => proposal.based_on >= published))
    .sort((a, b) => b.asked_at.localeCompare(a.asked_at) || b.id.localeCompare(a.id, undefined, { numeric: true }))[0];

const Disruption = () => {
  const { data } = useOutlook();
  if (!data) return null;
  if (!data.stale) return <Text>{t("decide.holds")}</Text>;
  return (
    <div>
      <List size="sm">
        {data.reasons.map((reason) => (
          <List.Item key={reason.words}>
            <b>{reason.words}</b>
          </List.Item>
        ))}
      </List>
      <Text size="sm">
        {t("stale.hits", {
          operations: counted(data.operations + data.added, "operation"),
          promises: counted(data.promises.length, "promise"),
        })}{" "}
        {data.late > 0 && t("stale.money", { money: wholeMoney(data.late) })}
      </Text>
    </div>
  );
};

const useDecision = () => {
  const plant = usePlant();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState("");
  const [done, setDone] = useState(false);
  const run = async (name: string, act: () => Promise<unknown>): Promise<void> => {
    setBusy(name);
    setProblem(null);
    try {
      await act();
      await queries.invalidateQueries({ queryKey: [plant] });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy("");
    }
  };
  return {
    problem,
    busy,
    done,
    repairs: () => run("repairs", () => askRepairs(plant)),
    plan: () => run("plan", () => askPlan(plant, 1)),
    apply: (proposal: Proposal, reason: string) =>
      run(proposal.id, async () => {
        await publish(plant, proposal.id, reason);
        setDone(true);
      }),
  };
};

const Told = () => {
  const { data: plan } = usePlan();
  const messages = useTable("messages.csv", { filter: [`publication:eq:${plan?.sequence ?? 0}`], per_page: 1 });
  if (!plan) return null;
  return (
    <Text className="good" role="status">
      ● {t("decide.done", { count: messages.data?.total ?? 0 })}
    </Text>
  );
};

const Decide = () => {
  const { may, session } = useSession();
  const jobs = useJobs();
  const plan = usePlan();
  const decision = useDecision();
  const [reason, setReason] = useState("");
  if (isNoPlan(plan.error)) return <NoPlan />;
  if (jobs.error) return <Problem error={jobs.error} retry={() => void jobs.refetch()} />;
  if (!jobs.data || !plan.data) return <Loader aria-label={t("app.loading")} />;
  const job = offered(jobs.data, plan.data.sequence);
  const searching = jobs.data.some((each) => each.state === "running" || each.state === "waiting");
  const proposals = job?.proposals ?? [];
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t("decide.title")}
        </Title>
        {may("plan") && (
          <Group gap="xs">
            <Button variant="default" loading={decision.busy === "repairs"} onClick={() => void decision.repairs()}>
              {t("decide.ask")}
            </Button>
            <Button variant="default" loading={decision.busy === "plan"} onClick={() => void decision.plan()}>
              {t("decide.plan")}
            </Button>
          </Group>
        )}
      </Group>
      <Disruption />
      {searching && (
        <Text role="status" c="var(--kilter-soft)">
          {t("decide.searching")}
        </Text>
      )}
      {decision.done && proposals.length === 0 && <Told />}
      <Problem error={decision.problem} />
      {proposals.length > 0 && (
        <>
          <TextInput
            label={t("app.reason")}
            value={reason}
            maw={560}
            disabled={!may("publish")}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {!may("publish") && <Text>{t("decide.may-not", { role: session?.role ?? "" })}</Text>}
          <Ways
            proposals={proposals}
            busy={decision.busy}
            {...(may("publish") ? { apply: (proposal: Proposal) => void decision.apply(proposal, reason) } : {})}
          />
        </>
      )}
      <Panel title={t("decide.log")}>
        <DecisionLog />
      </Panel>
    </Stack>
  );
};

export default Decide;
