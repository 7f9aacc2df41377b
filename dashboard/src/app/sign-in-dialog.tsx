import { Button, Group, Modal, PasswordInput, Stack, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { leaveUnsigned, signIn, useOperator } from "@/shared/api/operator";

/** Asks for the key once the server demands one; what was about to be done goes on by itself. */
export function SignInDialog() {
  const asked = useOperator((known) => known.asked);
  return (
    <Modal opened={asked !== null} onClose={leaveUnsigned} title="Sign in to make changes" centered size="sm" zIndex={500} keepMounted={false}>
      <SignInForm wrong={asked?.wrong ?? false} />
    </Modal>
  );
}

function SignInForm({ wrong }: { wrong: boolean }) {
  const known = useOperator.getState();
  const [name, setName] = useState(known.name);
  const [key, setKey] = useState("");
  return (
    <form onSubmit={(event) => {
      event.preventDefault();
      signIn(name, key);
    }}>
      <Stack gap="sm">
        <p className="dim small">Everyone may look. Changes need this plant’s API key; what you were about to do goes on once you are signed in.</p>
        {wrong && <p className="sign-in-wrong small" role="alert"><IconAlertTriangle size={16} aria-hidden /> The server did not accept that key.</p>}
        <TextInput label="Your name" description="Signs what you do, such as acknowledged alarms" value={name} onChange={(event) => setName(event.currentTarget.value)} autoComplete="username" maxLength={60} required />
        <PasswordInput label="API key" leftSection={<IconKey size={16} aria-hidden />} value={key} onChange={(event) => setKey(event.currentTarget.value)} autoComplete="current-password" visibilityToggleButtonProps={{ "aria-label": "Show the key" }} required data-autofocus />
        <p className="dim small">The key stays in this browser until you sign out.</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={leaveUnsigned}>Not now</Button>
          <Button type="submit" disabled={key.trim() === ""}>Sign in</Button>
        </Group>
      </Stack>
    </form>
  );
}
