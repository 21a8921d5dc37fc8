// Badges: who may sign in at the stations, with which role; PINs are set here and never shown.
import { Button, Group, NativeSelect, PasswordInput, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useState } from "react";
import { body, client } from "../api/client";
import type { Schema } from "../api/client";
import { cellsOf, usePlant, useTable } from "../live/plant";
import { Problem } from "../shell/Problem";
import { t } from "../words/words";

type Badge = Schema["Badge"];
type Role = Badge["role"];

const KEY = ["access", "badges"];
// Those that do not publish plans: a PIN is too weak a proof for that.
const ROLES: Role[] = ["operator", "supervisor", "stores", "quality", "maintenance", "buyer", "sales", "finance", "viewer"];

const useBadges = () => {
  const plant = usePlant();
  return useQuery({
    queryKey: KEY,
    queryFn: async () => {
      const all = (await body(client.GET("/api/v1/badges"))).badges as Badge[];
      return all.filter((badge) => badge.plant === plant);
    },
  });
};

export const Badges = () => {
  const badges = useBadges();
  const people = cellsOf(useTable("people.csv", { per_page: 10_000 }).data);
  const queries = useQueryClient();
  const fresh = (): void => void queries.invalidateQueries({ queryKey: KEY });
  const names = new Map(people.map((person) => [person["id"]!, person["name"] || person["id"]!]));
  return (
    <section aria-labelledby="badges">
      <Stack gap="sm">
        <Title order={2} size="h4" id="badges">
          {t("access.badges")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("access.badges-lead")}
        </Text>
        <Problem error={badges.error} />
        {badges.data && badges.data.length > 0 && (
          <Table aria-labelledby="badges">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("access.badge")}</Table.Th>
                <Table.Th>{t("access.person")}</Table.Th>
                <Table.Th>{t("access.role")}</Table.Th>
                <Table.Th>{t("access.new-pin")}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {badges.data.map((badge) => (
                <BadgeRow key={badge.badge} badge={badge} name={names.get(badge.person) ?? badge.person} fresh={fresh} />
              ))}
            </Table.Tbody>
          </Table>
        )}
        <NewBadge people={[...names]} made={fresh} />
      </Stack>
    </section>
  );
};

interface Change {
  role?: Role;
  pin?: string;
  active?: boolean;
}

const BadgeRow = ({ badge, name, fresh }: { badge: Badge; name: string; fresh: () => void }) => {
  const [pin, setPin] = useState("");
  const path = { badge: badge.badge };
  const change = useMutation({
    mutationFn: (wanted: Change) => client.PATCH("/api/v1/badges/{badge}", { params: { path }, body: wanted }),
    onSuccess: () => {
      setPin("");
      fresh();
    },
  });
  const drop = useMutation({
    mutationFn: () => client.DELETE("/api/v1/badges/{badge}", { params: { path } }),
    onSuccess: fresh,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate({ pin });
  };
  return (
    <Table.Tr>
      <Table.Td>{badge.badge}</Table.Td>
      <Table.Td>{badge.active ? name : `${name}, ${t("access.inactive")}`}</Table.Td>
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={`${t("access.role")} ${badge.badge}`}
          data={ROLES}
          value={badge.role}
          onChange={(event) => change.mutate({ role: event.currentTarget.value as Role })}
        />
      </Table.Td>
      <Table.Td>
        <form onSubmit={submit}>
          <Group gap="xs" wrap="nowrap">
            <PasswordInput
              size="xs"
              w={130}
              aria-label={`${t("access.new-pin")} ${badge.badge}`}
              autoComplete="off"
              inputMode="numeric"
              value={pin}
              onChange={(event) => setPin(event.currentTarget.value)}
            />
            <Button size="compact-sm" variant="default" type="submit" disabled={pin === ""}>
              {t("access.set")}
            </Button>
          </Group>
        </form>
        {change.isSuccess && change.variables.pin !== undefined && (
          <Text size="xs" role="status">
            {t("access.pin-set")}
          </Text>
        )}
        <Problem error={change.error ?? drop.error} />
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end">
          <Button size="compact-sm" variant="default" onClick={() => change.mutate({ active: !badge.active })}>
            {badge.active ? t("access.lock") : t("access.unlock")}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => drop.mutate()}>
            {t("access.remove")}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
};

const NewBadge = ({ people, made }: { people: [string, string][]; made: () => void }) => {
  const plant = usePlant();
  const [badge, setBadge] = useState("");
  const [person, setPerson] = useState("");
  const [role, setRole] = useState<Role>("operator");
  const [pin, setPin] = useState("");
  const add = useMutation({
    mutationFn: () => client.POST("/api/v1/badges", { body: { badge, plant, person, role, pin } }),
    onSuccess: () => {
      setBadge("");
      setPerson("");
      setPin("");
      made();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form onSubmit={submit} aria-label={t("access.new-badge")} autoComplete="off">
      <Stack gap="xs">
        <Problem error={add.error} />
        <Group align="flex-end" gap="sm">
          <TextInput label={t("access.badge")} value={badge} required onChange={(event) => setBadge(event.currentTarget.value)} />
          <NativeSelect
            label={t("access.person")}
            required
            value={person}
            data={[{ value: "", label: "" }, ...people.map(([id, name]) => ({ value: id, label: name }))]}
            onChange={(event) => setPerson(event.currentTarget.value)}
          />
          <NativeSelect
            label={t("access.role")}
            value={role}
            data={ROLES}
            onChange={(event) => setRole(event.currentTarget.value as Role)}
          />
          <PasswordInput
            label={t("access.pin")}
            required
            autoComplete="off"
            inputMode="numeric"
            value={pin}
            miw={140}
            onChange={(event) => setPin(event.currentTarget.value)}
          />
          <Button type="submit" loading={add.isPending}>
            {t("access.new-badge")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
