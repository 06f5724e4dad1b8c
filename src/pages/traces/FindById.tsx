import { Button, Field, Input } from '@grafana/ui';
import { type FormEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';

/** Opens the trace whose id is pasted. */
export function FindById() {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const { search } = useLocation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    navigate(pageUrl('traces', [text.trim()], search));
  };
  return (
    <form onSubmit={submit}>
      <Field label="Trace id">
        <Input value={text} onChange={(event) => setText(event.currentTarget.value)} width={50} />
      </Field>
      <Button type="submit" disabled={text.trim() === ''}>
        Open trace
      </Button>
    </form>
  );
}
