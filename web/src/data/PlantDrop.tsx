// Takes in a plant: the CSV files of its folder, dropped or chosen; all faults at once when it cannot be.
import { Button, Group, Paper, Stack, Text, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import type { DragEvent } from "react";
import { client, commandKey } from "../api/client";
import { Problem } from "../shell/Problem";
import { t } from "../words/words";

interface Props {
  plant?: string; // whose data is replaced; else a new plant
  done: (plant: string) => void;
}

const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);

export const PlantDrop = ({ plant, done }: Props) => {
  const [files, setFiles] = useState<Record<string, string>>({});
  const [id, setId] = useState(plant ?? "");
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const take = async (list: FileList | null): Promise<void> => {
    const found: Record<string, string> = {};
    for (const file of list ?? []) if (file.name.endsWith(".csv")) found[file.name] = await file.text();
    setFiles(found);
    const folder = list?.[0]?.webkitRelativePath.split("/")[0] ?? "";
    if (!plant && folder) setId(idOf(folder));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void take(event.dataTransfer.files);
  };
  const send = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      if (plant) {
        await client.PUT("/api/v1/plants/{plant}/folder", {
          params: { path: { plant }, header: { "Idempotency-Key": commandKey() } },
          body: { files },
        });
      } else {
        await client.POST("/api/v1/plants", { body: { id, files } });
      }
      done(plant ?? id);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const count = Object.keys(files).length;
  return (
    <Paper withBorder p="md" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Stack gap="sm">
        <Text>{t("data.drop")}</Text>
        <input
          ref={input}
          type="file"
          multiple
          accept=".csv"
          className="visually-hidden"
          aria-label={t("data.drop")}
          onChange={(event) => void take(event.currentTarget.files)}
        />
        <Group>
          <Button variant="default" onClick={() => input.current?.click()}>
            {count > 0 ? t("data.files", { count }) : "…"}
          </Button>
          {!plant && (
            <TextInput
              label={t("data.id")}
              value={id}
              onChange={(event) => setId(idOf(event.currentTarget.value))}
            />
          )}
          <Button disabled={count === 0 || id === ""} loading={busy} onClick={() => void send()}>
            {plant ? t("data.replace") : t("data.take-in")}
          </Button>
        </Group>
        <Problem error={problem} />
      </Stack>
    </Paper>
  );
};
