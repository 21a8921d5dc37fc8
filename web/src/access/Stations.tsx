// Kiosk stations: made with the link that a device opens once, given another link, taken away.
import { Anchor, Button, CopyButton, Group, MultiSelect, NativeSelect, Paper, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useState } from "react";
import { body, client } from "../api/client";
import type { Schema } from "../api/client";
import { cellsOf, usePlant, useTable } from "../live/plant";
import { Problem } from "../shell/Problem";
import { t } from "../words/words";

const KEY = ["access", "stations"];

const useStations = () => {
  const plant = usePlant();
  return useQuery({
    queryKey: KEY,
    queryFn: async () => {
      const all = (await body(client.GET("/api/v1/stations"))).stations as Schema["Station"][];
      return all.filter((station) => station.plant === plant);
    },
  });
};

interface Link {
  station: string;
  token: string;
}

export const Stations = () => {
  const stations = useStations();
  const queries = useQueryClient();
  const [link, setLink] = useState<Link | null>(null);
  const fresh = (): void => void queries.invalidateQueries({ queryKey: KEY });
  const renew = useMutation({
    mutationFn: async (station: string): Promise<Link> => {
      const made = await body(client.POST("/api/v1/stations/{station}/token", { params: { path: { station } } }));
      return { station, token: made.token };
    },
    onSuccess: setLink,
  });
  const drop = useMutation({
    mutationFn: (station: string) => client.DELETE("/api/v1/stations/{station}", { params: { path: { station } } }),
    onSuccess: fresh,
  });
  return (
    <section aria-labelledby="stations">
      <Stack gap="sm">
        <Title order={2} size="h4" id="stations">
          {t("access.stations")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("access.stations-lead")}
        </Text>
        <Problem error={stations.error ?? renew.error ?? drop.error} />
        {link && <StationLink link={link} />}
        {stations.data && stations.data.length > 0 && (
          <Table aria-labelledby="stations">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("access.station")}</Table.Th>
                <Table.Th>{t("access.shown-name")}</Table.Th>
                <Table.Th>{t("access.area")}</Table.Th>
                <Table.Th>{t("access.units")}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {stations.data.map((station) => (
                <Table.Tr key={station.id}>
                  <Table.Td>{station.id}</Table.Td>
                  <Table.Td>{station.name}</Table.Td>
                  <Table.Td>{station.work_centre}</Table.Td>
                  <Table.Td>{station.work_units.join(", ") || t("access.all-units")}</Table.Td>
                  <Table.Td>
                    <Group gap="xs" justify="flex-end">
                      <Button size="compact-sm" variant="default" onClick={() => renew.mutate(station.id)}>
                        {t("access.new-link")}
                      </Button>
                      <Button size="compact-sm" variant="default" onClick={() => drop.mutate(station.id)}>
                        {t("access.remove")}
                      </Button>
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <NewStation
          made={(station) => {
            setLink(station);
            fresh();
          }}
        />
      </Stack>
    </section>
  );
};

const StationLink = ({ link }: { link: Link }) => {
  const address = `${window.location.origin}/kiosk#${link.token}`;
  return (
    <Paper withBorder p="sm" role="status">
      <Text size="sm">{t("access.link-lead", { station: link.station })}</Text>
      <Group gap="sm">
        <Anchor href={address} target="_blank" rel="noreferrer" size="sm" style={{ overflowWrap: "anywhere" }}>
          {address}
        </Anchor>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy}>
              {copied ? t("access.copied") : t("access.copy")}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Paper>
  );
};

const NewStation = ({ made }: { made: (link: Link) => void }) => {
  const plant = usePlant();
  const centres = cellsOf(useTable("work_centres.csv", { per_page: 1000 }).data);
  const units = cellsOf(useTable("work_units.csv", { per_page: 1000 }).data);
  const [id, setId] = useState("");
  const [name, setName] = useState("");
  const [area, setArea] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const add = useMutation({
    mutationFn: async (): Promise<Link> => {
      const station = { id, name, plant, work_centre: area, work_units: chosen };
      return { station: id, token: (await body(client.POST("/api/v1/stations", { body: station }))).token };
    },
    onSuccess: (link) => {
      setId("");
      setName("");
      setChosen([]);
      made(link);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate();
  };
  const here = units.filter((unit) => area === "" || unit["work_centre"] === area);
  return (
    <form onSubmit={submit} aria-label={t("access.new-station")}>
      <Stack gap="xs">
        <Problem error={add.error} />
        <Group align="flex-end" gap="sm">
          <TextInput label={t("access.station")} value={id} required onChange={(event) => setId(event.currentTarget.value)} />
          <TextInput label={t("access.shown-name")} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <NativeSelect
            label={t("access.area")}
            value={area}
            data={[{ value: "", label: t("app.none") }, ...centres.map((centre) => ({ value: centre["id"]!, label: centre["name"] || centre["id"]! }))]}
            onChange={(event) => {
              setArea(event.currentTarget.value);
              setChosen([]);
            }}
          />
          <MultiSelect
            label={t("access.units")}
            placeholder={chosen.length === 0 && area !== "" ? t("access.all-units") : ""}
            data={here.map((unit) => unit["id"]!)}
            value={chosen}
            onChange={setChosen}
            miw={220}
          />
          <Button type="submit" loading={add.isPending}>
            {t("access.new-station")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
