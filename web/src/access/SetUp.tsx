// The first administrator, by the link that the server prints once: /setup#setup_...
import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useState } from "react";
import { useLocation } from "wouter";
import { body, client } from "../api/client";
import { Problem } from "../shell/Problem";
import { t } from "../words/words";
import { Entrance } from "./Entrance";
import { useSession } from "./session";

export const SetUp = () => {
  const { begin } = useSession();
  const [, go] = useLocation();
  const [secret] = useState(() => window.location.hash.slice(1));
  const [user, setUser] = useState("");
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      begin(await body(client.POST("/api/v1/setup", { body: { secret, user, name: name || user, password } })));
      go("/", { replace: true });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };

  if (!secret) {
    return (
      <Entrance title={t("setup.title")}>
        <Text>{t("setup.no-secret")}</Text>
      </Entrance>
    );
  }
  return (
    <Entrance title={t("setup.title")} lead={t("setup.lead")}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <TextInput
            label={t("access.user")}
            autoComplete="username"
            required
            autoFocus
            value={user}
            onChange={(event) => setUser(event.currentTarget.value)}
          />
          <TextInput
            label={t("access.name")}
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PasswordInput
            label={t("access.password")}
            description={t("access.password-hint")}
            autoComplete="new-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Problem error={problem} />
          <Button type="submit" loading={busy}>
            {t("setup.submit")}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
};
