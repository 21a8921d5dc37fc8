// What is shown: set-up, sign-in, or the plant's screens.
import { Center, Text } from "@mantine/core";
import { Route, Switch } from "wouter";
import { SetUp } from "./access/SetUp";
import { SignIn } from "./access/SignIn";
import { SessionProvider, useSession } from "./access/session";
import { AppearanceProvider } from "./shell/AppearanceProvider";
import { Shell } from "./shell/Shell";
import { t } from "./words/words";

const Inside = () => {
  const { session, known } = useSession();
  if (!known) {
    return (
      <Center h="100vh">
        <Text c="dimmed">{t("app.loading")}</Text>
      </Center>
    );
  }
  return session ? <Shell /> : <SignIn />;
};

export const App = () => (
  <AppearanceProvider>
    <SessionProvider>
    <Switch>
      <Route path="/setup" component={SetUp} />
      <Route component={Inside} />
    </Switch>
    </SessionProvider>
  </AppearanceProvider>
);
