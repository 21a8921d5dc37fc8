import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useState } from "react";
import { body, client } from "../api/client";
import { Problem } from "../shell/Problem";
import { t } from "../words/words";
import { Entrance } from "./Entrance";
import { useSession } from "./session";

export const SignIn = () => {
  const { begin, expired } = useSession();
  const [user, setUser] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      begin(await body(client.POST("/api/v1/session", { body: { user, password } })));
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Entrance title={t("access.title")} lead={expired ? t("access.expired") : ""}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <TextInput
            label={t("access.user")}
            autoComplete="username"
            required
            data-autofocus
            autoFocus
            value={user}
            onChange={(event) => setUser(event.currentTarget.value)}
          />
          <PasswordInput
            label={t("access.password")}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Problem error={problem} />
          <Button type="submit" loading={busy}>
            {t("access.submit")}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
};
