// A titled part of a screen.
import { Box, Group, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useId } from "react";

export const Panel = ({ title, right, children }: { title: string; right?: ReactNode; children: ReactNode }) => {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} className="panel">
      <Group justify="space-between" align="baseline" mb={6}>
        <Title order={2} size="h5" id={id}>
          {title}
        </Title>
        {right}
      </Group>
      {children}
    </Box>
  );
};
