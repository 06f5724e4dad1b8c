import { Combobox, Field } from '@grafana/ui';
import { type Settings } from '../../app/settings';
import { listDataSources } from '../../datasources/lookup';
import { type DataSourceRole } from '../../datasources/resolve';

type Value = NonNullable<Settings['dataSources']>;

const FIELDS: ReadonlyArray<{ role: DataSourceRole; key: keyof Value; label: string; description: string }> = [
  {
    role: 'metrics',
    key: 'prometheus',
    label: 'Metrics',
    description: 'Prometheus, or anything that speaks its language',
  },
  { role: 'traces', key: 'jaeger', label: 'Traces', description: 'Jaeger' },
  { role: 'logs', key: 'elasticsearch', label: 'Logs', description: 'Elasticsearch' },
];

/** Which data source answers each kind of question. */
export function DataSourceFields({ value, onChange }: { value: Value; onChange: (value: Value) => void }) {
  return FIELDS.map(({ role, key, label, description }) => {
    const options = listDataSources(role).map(({ uid, name }) => ({ value: uid, label: name }));
    const id = `watchkeeper-${key}`;
    const missing = value[key] !== undefined && options.every((option) => option.value !== value[key]);
    return (
      <Field
        key={key}
        label={label}
        description={description}
        htmlFor={id}
        invalid={missing}
        error={missing ? `There is no such data source: ${value[key]}` : undefined}
      >
        <Combobox
          id={id}
          width={40}
          isClearable
          options={options}
          value={value[key] ?? null}
          placeholder={options.length > 0 ? 'Grafana’s default' : 'None in this Grafana'}
          onChange={(option) => onChange({ ...value, [key]: option?.value })}
        />
      </Field>
    );
  });
}
