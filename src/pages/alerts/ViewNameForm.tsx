import { Button, Field, Input, Stack } from '@grafana/ui';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';

interface Props {
  name: string;
  /** Why a name cannot be taken. */
  problemOf: (name: string) => string | undefined;
  onSave: (name: string) => void;
  onCancel: () => void;
}

/** Asks for the name of a view: Enter keeps it, Escape gives up. */
export function ViewNameForm({ name, problemOf, onSave, onCancel }: Props) {
  const [text, setText] = useState(name);
  const [isTried, setTried] = useState(false);
  const inputRef = useRef<HTMLInputElement>(null);
  // Whoever asked for it wants to type.
  useEffect(() => inputRef.current?.select(), []);
  const problem = problemOf(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem === undefined) {
      onSave(text);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={1} alignItems="flex-start">
        <Field noMargin invalid={isTried && problem !== undefined} error={problem}>
          <Input
            ref={inputRef}
            aria-label="Name of the view"
            placeholder="Name of the view"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            width={24}
          />
        </Field>
        <Button type="submit">Save</Button>
        <Button variant="secondary" onClick={onCancel}>
          Cancel
        </Button>
      </Stack>
    </form>
  );
}
