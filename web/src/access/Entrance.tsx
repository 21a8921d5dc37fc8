// The frame of the pages before one is in.
import { Box, Center, Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../words/words";

export const Entrance = ({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) => (
  <Center mih="100vh" p="md" component="main">
    <Paper withBorder p="xl" w={400} maw="100%">
      <Stack gap="md">
        <Box>
          <Text fw={700} c="var(--kilter-accent)">
            {t("app.name")}
          </Text>
          <Title order={1} size="h3">
            {title}
          </Title>
          {lead && (
            <Text mt="xs" size="sm" c="var(--kilter-soft)">
              {lead}
            </Text>
          )}
        </Box>
        {children}
      </Stack>
    </Paper>
  </Center>
);
