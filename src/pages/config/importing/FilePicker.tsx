import { Button } from '@grafana/ui';
import { useRef, useState } from 'react';

/** Larger files are refused before they are read. */
const LARGEST_BYTES = 2_000_000;

/** A button that hands over the text of one file. */
export function FilePicker({ label, onText }: { label: string; onText: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');

  const read = async (file: File | undefined) => {
    if (!file) {
      return;
    }
    if (file.size > LARGEST_BYTES) {
      setProblem(`${file.name} is larger than 2 MB`);
      return;
    }
    try {
      onText(await file.text());
      setProblem('');
    } catch {
      setProblem(`${file.name} could not be read`);
    }
  };

  return (
    <div>
      <Button type="button" variant="secondary" icon="upload" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,.json"
        aria-label={label}
        hidden
        onChange={(event) => {
          void read(event.currentTarget.files?.[0]);
          // The same file again is a change too.
          event.currentTarget.value = '';
        }}
      />
      {problem && <span role="alert">{problem}</span>}
    </div>
  );
}
