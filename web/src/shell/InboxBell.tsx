// How many messages wait to be read.
import { Button } from "@mantine/core";
import { Link } from "wouter";
import { usePlant, useTable } from "../live/plant";
import { t } from "../words/words";
import { placeOf } from "./places";

export const InboxBell = () => {
  const plant = usePlant();
  const { data } = useTable("messages.csv", { filter: ["state:eq:unread"], per_page: 1 });
  const waiting = data?.total ?? 0;
  return (
    <Button component={Link} href={placeOf(plant, "inbox")} variant="default" size="compact-sm">
      {t("nav.inbox")}
      {waiting > 0 && <>&nbsp;{waiting}</>}
    </Button>
  );
};
