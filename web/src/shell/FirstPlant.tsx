// Nobody has taken in a plant yet.
import { Button, Container, Stack, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useSession } from "../access/session";
import { t } from "../words/words";
import { PlantDrop } from "../data/PlantDrop";

export const FirstPlant = () => {
  const queries = useQueryClient();
  const { signOut } = useSession();
  return (
    <Container size="sm" py="xl" component="main">
      <Stack>
        <Title order={1} size="h2">
          {t("first.title")}
        </Title>
        <Text>{t("first.lead")}</Text>
        <PlantDrop done={() => void queries.invalidateQueries({ queryKey: ["plants"] })} />
        <Button variant="subtle" onClick={() => void signOut()}>
          {t("access.sign-out")}
        </Button>
      </Stack>
    </Container>
  );
};
