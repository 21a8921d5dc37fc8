// What each publication tells whom: read here, marked as read, sent on where it goes outside.
import { Anchor, Button, Group, Paper, SegmentedControl, Select, Stack, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "../api/client";
import { cellsOf, usePlant, useTable } from "../live/plant";
import type { Cells } from "../live/plant";
import { Problem } from "../shell/Problem";
import { moment } from "../words/show";
import { t } from "../words/words";

const Message = ({ message }: { message: Cells }) => {
  const plant = usePlant();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const [all, setAll] = useState(false);
  const lines = (message.lines ?? "").split("\n");
  const act = async (path: "read" | "sent"): Promise<void> => {
    try {
      await client.POST(`/api/v1/plants/{plant}/messages/{message}/${path}`, {
        params: { path: { plant, message: message.id ?? "" } },
      });
      await queries.invalidateQueries({ queryKey: [plant, "tables", "messages.csv"] });
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Paper withBorder p="sm" component="article" aria-label={`${message.to}: ${message.subject}`}>
      <Group justify="space-between" align="baseline">
        <Text fw={600}>
          {message.to} <span className="soft">{message.to_kind}</span>
        </Text>
        <Text size="xs" c="var(--kilter-soft)">
          {moment(message.at ?? "")}, {message.state}
        </Text>
      </Group>
      <Text size="sm" fw={500}>
        {message.subject}
      </Text>
      <ul className="lines">
        {(all ? lines : lines.slice(0, 5)).map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
      <Group gap="xs">
        {lines.length > 5 && (
          <Anchor component="button" size="sm" onClick={() => setAll(!all)}>
            {all ? t("inbox.less") : t("inbox.more", { count: lines.length - 5 })}
          </Anchor>
        )}
        {message.state === "unread" && (
          <Button size="compact-sm" variant="default" onClick={() => void act("read")}>
            {t("inbox.mark")}
          </Button>
        )}
        {message.state === "draft" && (
          <Button size="compact-sm" onClick={() => void act("sent")}>
            {t("inbox.sent")}
          </Button>
        )}
      </Group>
      <Problem error={problem} />
    </Paper>
  );
};

const Inbox = () => {
  const [state, setState] = useState("unread");
  const [to, setTo] = useState<string | null>(null);
  const filter = [...(state === "all" ? [] : [`state:eq:${state}`]), ...(to ? [`to:eq:${to}`] : [])];
  const messages = useTable("messages.csv", { filter, sort: "-at", per_page: 100 });
  const everybody = useTable("messages.csv", { per_page: 1000 });
  const names = [...new Set(cellsOf(everybody.data).map((row) => row.to ?? ""))].sort();
  return (
    <Stack maw={900}>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t("nav.inbox")}
        </Title>
        <Group>
          <Select
            size="xs"
            clearable
            searchable
            aria-label={t("inbox.to")}
            placeholder={t("inbox.to")}
            data={names}
            value={to}
            onChange={setTo}
          />
          <SegmentedControl
            size="xs"
            aria-label={t("inbox.state")}
            data={["unread", "draft", "read", "all"]}
            value={state}
            onChange={setState}
          />
        </Group>
      </Group>
      <Problem error={messages.error} />
      {messages.data?.total === 0 && <Text c="var(--kilter-soft)">{t("inbox.empty")}</Text>}
      {cellsOf(messages.data).map((message) => (
        <Message key={message.id} message={message} />
      ))}
    </Stack>
  );
};

export default Inbox;
