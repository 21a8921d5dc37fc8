// What would make a late order on time: single decisions and pairs, each re-solved and priced, with who pays.
import { Button, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useSession } from "../access/session";
import { Ways } from "../decide/Ways";
import { askFixes, publish } from "../live/jobs";
import type { Proposal } from "../live/jobs";
import { usePlant } from "../live/plant";
import { Panel } from "../shell/Panel";
import { Problem } from "../shell/Problem";
import { t } from "../words/words";

export const Fixes = ({ order }: { order: string }) => {
  const plant = usePlant();
  const queries = useQueryClient();
  const { may } = useSession();
  const [proposals, setProposals] = useState<Proposal[] | null>(null);
  const [busy, setBusy] = useState("");
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<unknown>(null);
  const run = async (name: string, act: () => Promise<void>): Promise<void> => {
    setBusy(name);
    setProblem(null);
    try {
      await act();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy("");
    }
  };
  const ask = () => run("ask", async () => setProposals((await askFixes(plant, order)).proposals));
  const apply = (proposal: Proposal) =>
    run(proposal.id, async () => {
      await publish(plant, proposal.id, reason || proposal.name);
      setProposals(null);
      await queries.invalidateQueries({ queryKey: [plant] });
    });
  if (!may("plan")) return null;
  return (
    <Panel title={t("fixes.title")}>
      <Problem error={problem} />
      {!proposals && (
        <Button variant="default" loading={busy === "ask"} onClick={() => void ask()}>
          {t("fixes.ask")}
        </Button>
      )}
      {proposals?.length === 0 && <Text>{t("fixes.none")}</Text>}
      {proposals && proposals.length > 0 && (
        <>
          {may("publish") && (
            <TextInput
              label={t("app.reason")}
              value={reason}
              maw={480}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          <Ways
            proposals={proposals}
            busy={busy}
            {...(may("publish") ? { apply: (proposal: Proposal) => void apply(proposal) } : {})}
          />
        </>
      )}
    </Panel>
  );
};
