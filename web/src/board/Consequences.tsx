// What a move would do, before it is done: late orders and money before and after, what gives way, promises.
import { Alert, Button, Checkbox, Group, List, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { change, moment } from "../words/show";
import { t } from "../words/words";
import type { MoveAnswer, Wish } from "./useBoard";

interface Props {
  wish: Wish;
  answer: MoveAnswer | null; // null: being asked
  busy: boolean;
  apply: (pin: boolean, reason: string) => void;
  leave: () => void;
}

const Effects = ({ answer }: { answer: MoveAnswer }) => {
  const move = answer.moves[0];
  const { changes } = answer;
  return (
    <>
      {move && !move.feasible && (
        <List size="sm">
          {move.why_not.map((why) => (
            <List.Item key={why.words}>
              {why.words}
              {why.until && `, ${t("board.until", { moment: moment(why.until) })}`}
            </List.Item>
          ))}
        </List>
      )}
      {answer.refused.map((words) => (
        <Text key={words} size="sm">
          {words}
        </Text>
      ))}
      {move?.start && !move.feasible && (
        <Text size="sm">{t("move.nearest", { moment: moment(move.start), unit: move.unit })}</Text>
      )}
      {changes && (
        <Text size="sm">
          {t("move.effects", {
            money: change(changes.money.total),
            before: answer.late_before,
            after: answer.late_after,
            moved: Math.max(0, changes.moved.length - 1),
          })}
        </Text>
      )}
      {changes?.promises.slice(0, 5).map((promise) => (
        <Text key={promise.order} size="sm">
          {promise.order}: {promise.published ? moment(promise.published) : "–"} →{" "}
          {promise.delivered ? moment(promise.delivered) : "–"}
        </Text>
      ))}
    </>
  );
};

export const Consequences = ({ wish, answer, busy, apply, leave }: Props) => {
  const [pinned, setPinned] = useState(true);
  const [reason, setReason] = useState("");
  const title = t("move.title", { operation: wish.operation, unit: wish.unit, moment: moment(wish.start) });
  return (
    <Alert color={answer && !answer.feasible ? "orange" : "accent"} variant="light" title={title} role="status">
      {!answer && <Text size="sm">{t("move.asking")}</Text>}
      {answer && <Effects answer={answer} />}
      <Group gap="xs" mt="xs" align="end">
        <TextInput
          size="xs"
          w={280}
          label={t("app.reason")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Checkbox
          size="xs"
          label={t("move.pin")}
          checked={pinned}
          onChange={(event) => setPinned(event.currentTarget.checked)}
        />
        <Button size="xs" loading={busy} disabled={!answer?.changes} onClick={() => apply(pinned, reason)}>
          {t("decide.apply")}
        </Button>
        <Button size="xs" variant="default" onClick={leave}>
          {t("app.cancel")}
        </Button>
      </Group>
    </Alert>
  );
};
