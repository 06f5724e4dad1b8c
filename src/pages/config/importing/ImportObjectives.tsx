import { Button, Combobox, Field, RadioButtonGroup, Stack, TextArea } from '@grafana/ui';
import { useId, useMemo, useState } from 'react';
import { type System } from '../../../catalog/types';
import { importObjectives } from '../../../domain/import/importObjectives';
import { idOf } from '../../../domain/import/names';
import { type ImportOptions } from '../../../domain/import/types';
import { countOf } from '../../../domain/format/format';
import { addToCatalog } from './addToCatalog';
import { FilePicker } from './FilePicker';
import { ImportPreview } from './ImportPreview';

const MEASURES = [
  {
    value: 'metrics',
    label: 'From their metrics',
    description: 'Events are counted from the metrics that the file names',
  },
  {
    value: 'recordings',
    label: 'From what is recorded',
    description: 'Reads what Sloth or Pyrra record already, and weighs time instead of events',
  },
] as const satisfies ReadonlyArray<{ value: ImportOptions['measure']; label: string; description: string }>;

interface Props {
  /** The user's catalog, as it stands in the editor. */
  catalog: string;
  /** All systems that there are with it. */
  systems: readonly System[];
  /** The catalog cannot be read at the moment, so nothing can be added. */
  isBroken: boolean;
  onAdd: (catalog: string) => void;
}

/** Takes objectives of other tools into the user's catalog, after showing what they become. */
export function ImportObjectives({ catalog, systems, isBroken, onAdd }: Props) {
  const ids = useId();
  const [text, setText] = useState('');
  const [measure, setMeasure] = useState<ImportOptions['measure']>('metrics');
  const [system, setSystem] = useState('Imported');
  const [added, setAdded] = useState('');
  const result = useMemo(() => (text.trim() ? importObjectives(text, { measure }) : undefined), [text, measure]);
  const count = result?.objectives.length ?? 0;

  const change = (next: string) => {
    setText(next);
    setAdded('');
  };
  const add = () => {
    const known = systems.find(({ id }) => id === system);
    const target = known
      ? { systemId: known.id, systemName: known.name }
      : { systemId: idOf(system), systemName: system };
    onAdd(addToCatalog(catalog, target, result?.objectives ?? [], systems));
    setAdded(`Added ${countOf(count, 'objective')} to your systems. Save to use them.`);
  };

  return (
    <>
      <Field
        label="Objectives of another tool"
        description="OpenSLO (v1, v1alpha), Sloth or Pyrra, as YAML or JSON: paste them, or choose a file."
        htmlFor={`${ids}-text`}
      >
        <Stack direction="column" gap={1}>
          <TextArea
            id={`${ids}-text`}
            rows={10}
            spellCheck={false}
            style={{ fontFamily: 'monospace' }}
            value={text}
            onChange={(event) => change(event.currentTarget.value)}
          />
          <FilePicker label="Choose a file" onText={change} />
        </Stack>
      </Field>
      {result && (
        <>
          <ImportPreview {...result} />
          <Field label="Measure" description="Sloth and Pyrra only">
            <RadioButtonGroup options={[...MEASURES]} value={measure} onChange={setMeasure} />
          </Field>
          <Field
            label="System"
            description="One of those that there are, or the name of a new one"
            htmlFor={`${ids}-system`}
          >
            <Combobox
              id={`${ids}-system`}
              width={40}
              createCustomValue
              options={systems.map(({ id, name }) => ({ value: id, label: name }))}
              value={{ value: system, label: systems.find(({ id }) => id === system)?.name ?? system }}
              onChange={({ value }) => setSystem(value)}
            />
          </Field>
          <Stack alignItems="center">
            <Button
              variant="secondary"
              icon="plus"
              disabled={count === 0 || isBroken || system.trim() === ''}
              onClick={add}
            >
              {`Add ${countOf(count, 'objective')}`}
            </Button>
            {isBroken && <span>Your systems have mistakes: correct them first.</span>}
            <span role="status">{added}</span>
          </Stack>
        </>
      )}
    </>
  );
}
