import { ActionIcon, Menu } from "@mantine/core";
import { IconKey, IconLogout, IconUser, IconUserCheck } from "@tabler/icons-react";
import { askForKey, signOut, useOperator } from "@/shared/api/operator";

/** Who works here, and the way in and out. */
export function OperatorMenu() {
  const { name, key } = useOperator();
  const signedIn = key !== null;
  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={signedIn ? `Signed in as ${name}` : "Sign in"} title={signedIn ? `Signed in as ${name}` : "Sign in"}>
          {signedIn ? <IconUserCheck size={19} stroke={1.6} /> : <IconUser size={19} stroke={1.6} />}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{signedIn ? <>Signed in as <strong>{name}</strong></> : "Not signed in"}</Menu.Label>
        <Menu.Item leftSection={<IconKey size={16} />} onClick={() => void askForKey(false)}>{signedIn ? "Change name or key" : "Sign in"}</Menu.Item>
        {signedIn && <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>Sign out</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
