// Who reports from the floor: kiosk stations and badges of this plant, as administrators keep them.
import { Stack, Title } from "@mantine/core";
import { t } from "../words/words";
import { Badges } from "./Badges";
import { Stations } from "./Stations";
import { useSession } from "./session";

const Access = () => {
  const { may } = useSession();
  return (
    <Stack gap="xl" maw={1100}>
      <Title order={1} size="h3">
        {t("access.screen")}
      </Title>
      {may("administer") ? (
        <>
          <Stations />
          <Badges />
        </>
      ) : (
        <p>{t("access.administrators-only")}</p>
      )}
    </Stack>
  );
};

export default Access;
