import { Modal, Table } from "@mantine/core";
import { t } from "../words/words";
import { PLACES } from "./places";

export const KeyMap = ({ opened, close }: { opened: boolean; close: () => void }) => (
  <Modal opened={opened} onClose={close} title={t("shell.keys")} closeButtonProps={{ "aria-label": t("app.close") }}>
    <Table>
      <Table.Tbody>
        <KeyRow keys="/" words={t("keys.search")} />
        <KeyRow keys="?" words={t("keys.help")} />
        <KeyRow keys="Esc" words={t("keys.close")} />
        {PLACES.map((place) => (
          <KeyRow key={place.key} keys={`g ${place.key}`} words={t(place.word)} />
        ))}
        <KeyRow keys="arrows" words={t("keys.board-move")} />
        <KeyRow keys="+ −" words={t("keys.board-zoom")} />
        <KeyRow keys="Enter" words={t("keys.board-open")} />
        <KeyRow keys="m" words={t("keys.board-shift")} />
        <KeyRow keys="p" words={t("keys.board-pin")} />
        <KeyRow keys="t" words={t("keys.board-table")} />
      </Table.Tbody>
    </Table>
  </Modal>
);

const KeyRow = ({ keys, words }: { keys: string; words: string }) => (
  <Table.Tr>
    <Table.Td w={110}>
      {keys.split(" ").map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </Table.Td>
    <Table.Td>{words}</Table.Td>
  </Table.Tr>
);
