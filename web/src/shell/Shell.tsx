// The frame of every screen: plant, screens, search, inbox, who is signed in; and what all of them must know at once.
import { AppShell, Burger, Button, Group, Loader, Menu, NavLink, Select, Text, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Suspense, lazy, useMemo, useState } from "react";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import { useSession } from "../access/session";
import { body, client } from "../api/client";
import type { Schema } from "../api/client";
import { PlantProvider, useStream } from "../live/plant";
import { t } from "../words/words";
import { FirstPlant } from "./FirstPlant";
import { InboxBell } from "./InboxBell";
import { KeyMap } from "./KeyMap";
import { Problem } from "./Problem";
import { Search } from "./Search";
import { StaleLine } from "./StaleLine";
import { PLACES, placeOf } from "./places";
import type { Theme } from "../board/palette";
import { useAppearance } from "./theme";
import { useKeys } from "./useKeys";

const Today = lazy(() => import("../today/Today"));
const Board = lazy(() => import("../board/Board"));
const Orders = lazy(() => import("../orders/Orders"));
const Order = lazy(() => import("../orders/Order"));
const Supply = lazy(() => import("../supply/Supply"));
const Decide = lazy(() => import("../decide/Decide"));
const Capacity = lazy(() => import("../capacity/Capacity"));
const Data = lazy(() => import("../data/Data"));
const Access = lazy(() => import("../access/Access"));
const Inbox = lazy(() => import("../inbox/Inbox"));

const usePlants = () =>
  useQuery({
    queryKey: ["plants"],
    queryFn: async () => {
      const found = await body(client.GET("/api/v1/plants"));
      return found.plants as Schema["Plant"][];
    },
  });

export const Shell = () => {
  const plants = usePlants();
  const [location] = useLocation();
  const wanted = decodeURIComponent(location.split("/")[1] ?? "");
  if (plants.error) return <Problem error={plants.error} retry={() => void plants.refetch()} />;
  if (!plants.data) return <Loader m="xl" aria-label={t("app.loading")} />;
  const plant = plants.data.find((each) => each.id === wanted);
  if (plants.data.length === 0) return <FirstPlant />;
  if (!plant) return <Redirect to={placeOf(plants.data[0]!.id, "today")} replace />;
  return <PlantShell key={plant.id} plant={plant} plants={plants.data} />;
};

const PlantShell = ({ plant, plants }: { plant: Schema["Plant"]; plants: Schema["Plant"][] }) => {
  const [, go] = useLocation();
  const [searching, setSearching] = useState(false);
  const [explaining, setExplaining] = useState(false);
  const [open, setOpen] = useState(false);
  const stream = useStream(plant.id);
  const keys = useMemo(
    () => ({
      "/": () => setSearching(true),
      "?": () => setExplaining(true),
      ...Object.fromEntries(PLACES.map((place) => [`g ${place.key}`, () => go(placeOf(plant.id, place.path))])),
    }),
    [go, plant.id],
  );
  useKeys(keys);
  return (
    <PlantProvider plant={plant.id}>
      <a className="skip" href="#content">
        {t("app.skip")}
      </a>
      <AppShell
        header={{ height: 48 }}
        navbar={{ width: 200, breakpoint: "md", collapsed: { desktop: true, mobile: !open } }}
        padding="md"
      >
        <AppShell.Header className="no-print">
          <Group h="100%" px="md" gap="sm" wrap="nowrap">
            <Burger opened={open} onClick={() => setOpen(!open)} hiddenFrom="md" size="sm" aria-label={t("nav.label")} />
            <Text fw={700} c="var(--kilter-accent)">
              {t("app.name")}
            </Text>
            <PlantChoice plant={plant} plants={plants} />
            <Places plant={plant.id} />
            <Group gap="xs" ml="auto" wrap="nowrap">
              <Button variant="default" size="compact-sm" onClick={() => setSearching(true)}>
                {t("shell.search")}&nbsp;<kbd>/</kbd>
              </Button>
              <InboxBell />
              <WhoAmI plant={plant.id} explain={() => setExplaining(true)} />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="xs">
          <nav aria-label={t("nav.label")}>
            {PLACES.map((place) => (
              <NavLink
                key={place.path}
                component={Link}
                href={placeOf(plant.id, place.path)}
                label={t(place.word)}
                onClick={() => setOpen(false)}
              />
            ))}
          </nav>
        </AppShell.Navbar>
        <AppShell.Main id="content">
          {!stream.connected && <Problem error={new Error(t("app.unreachable"))} />}
          <StaleLine />
          <Suspense fallback={<Loader aria-label={t("app.loading")} />}>
            <Screens />
          </Suspense>
        </AppShell.Main>
      </AppShell>
      <Search opened={searching} close={() => setSearching(false)} />
      <KeyMap opened={explaining} close={() => setExplaining(false)} />
    </PlantProvider>
  );
};

const Screens = () => (
  <Switch>
    <Route path="/:plant/today" component={Today} />
    <Route path="/:plant/board" component={Board} />
    <Route path="/:plant/orders" component={Orders} />
    <Route path="/:plant/orders/:order">{({ order }) => <Order key={order} id={decodeURIComponent(order)} />}</Route>
    <Route path="/:plant/supply" component={Supply} />
    <Route path="/:plant/decide" component={Decide} />
    <Route path="/:plant/capacity" component={Capacity} />
    <Route path="/:plant/data/:table?">{({ table }) => <Data key={table} table={table ?? ""} />}</Route>
    <Route path="/:plant/inbox" component={Inbox} />
    <Route path="/:plant/access" component={Access} />
    <Route path="/:plant/*?">{({ plant }) => <Redirect to={placeOf(plant, "today")} replace />}</Route>
  </Switch>
);

const PlantChoice = ({ plant, plants }: { plant: Schema["Plant"]; plants: Schema["Plant"][] }) => {
  const [, go] = useLocation();
  if (plants.length === 1) return (
      <Text size="sm" truncate>
        {plant.name || plant.id}
      </Text>
    );
  return (
    <Select
      size="xs"
      w={170}
      aria-label={t("shell.plant")}
      data={plants.map((each) => ({ value: each.id, label: each.name || each.id }))}
      value={plant.id}
      allowDeselect={false}
      onChange={(id) => id && go(placeOf(id, "today"))}
    />
  );
};

const Places = ({ plant }: { plant: string }) => {
  const [location] = useLocation();
  return (
    <Group component="nav" gap={2} visibleFrom="md" wrap="nowrap" aria-label={t("nav.label")}>
      {PLACES.filter((place) => place.path !== "inbox").map((place) => {
        const here = location.startsWith(placeOf(plant, place.path));
        return (
          <Link key={place.path} href={placeOf(plant, place.path)} className="place" aria-current={here ? "page" : undefined}>
            {t(place.word)}
          </Link>
        );
      })}
    </Group>
  );
};

const WhoAmI = ({ plant, explain }: { plant: string; explain: () => void }) => {
  const { session, signOut, may } = useSession();
  const { theme, choose } = useAppearance();
  const themes: Theme[] = ["light", "dark", "contrast"];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className="who" title={session?.user}>
          {(session?.user ?? "").slice(0, 2).toUpperCase()}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {session?.user}, {session?.role}
        </Menu.Label>
        <Menu.Label>{t("shell.theme")}</Menu.Label>
        {themes.map((each) => (
          <Menu.Item key={each} onClick={() => choose(each)} leftSection={theme === each ? "●" : "○"}>
            {t(`shell.theme.${each}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {may("administer") && (
          <Menu.Item component={Link} href={placeOf(plant, "access")}>
            {t("access.screen")}
          </Menu.Item>
        )}
        <Menu.Item onClick={explain}>
          {t("shell.keys")} <kbd>?</kbd>
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{t("access.sign-out")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
