// What went wrong, why, and the way out; every fault of it, with its place.
import { Alert, Button, List, Text } from "@mantine/core";
import { Refusal, Unreachable } from "../api/client";
import { t } from "../words/words";

const placeOf = (issue: { file?: string; row?: number; field?: string }): string =>
  [issue.file, issue.row ? `row ${issue.row}` : "", issue.field].filter(Boolean).join(", ");

export const Problem = ({ error, retry }: { error: unknown; retry?: () => void }) => {
  if (!error) return null;
  const refusal = error instanceof Refusal ? error : null;
  const words = error instanceof Error ? error.message : t("app.unreachable");
  const others = refusal && refusal.issues.length > 1 ? refusal.issues : [];
  return (
    <Alert color="red" variant="light" role="alert" title={error instanceof Unreachable ? t("app.unreachable") : words}>
      {refusal?.wayOut && <Text size="sm">{refusal.wayOut}</Text>}
      {others.length > 0 && (
        <List size="sm" mt="xs">
          {others.slice(0, 50).map((issue, at) => (
            <List.Item key={at}>
              {placeOf(issue) && <b>{placeOf(issue)}: </b>}
              {issue.message} {issue.way_out}
            </List.Item>
          ))}
        </List>
      )}
      {retry && (
        <Button size="compact-sm" variant="default" mt="xs" onClick={retry}>
          {t("app.retry")}
        </Button>
      )}
    </Alert>
  );
};
