import { Combobox, Field, Input } from '@grafana/ui';
import { type SpanIndex } from '../../app/settings';
import { listDataSources } from '../../datasources/lookup';
import { DEFAULT_SPAN_INDEX, isIndexName } from '../../domain/anomalies/spanIndex';

interface Props {
  value: SpanIndex | undefined;
  onChange: (value: SpanIndex | undefined) => void;
}

/** Where spans can be counted when Jaeger stores them in Elasticsearch and nobody counts them for Prometheus. */
export function SpanIndexFields({ value, onChange }: Props) {
  const isWrong = value !== undefined && !isIndexName(value.index);
  return (
    <>
      <Field
        label="Index of spans"
        description="Only when Jaeger stores its spans in Elasticsearch: operations are then compared by it where no metrics of spans are counted."
        htmlFor="watchkeeper-span-index"
        invalid={isWrong}
        error={isWrong ? `This is no name of an index; one is ${DEFAULT_SPAN_INDEX}` : undefined}
      >
        <Input
          id="watchkeeper-span-index"
          width={40}
          value={value?.index ?? ''}
          placeholder={`None; usually ${DEFAULT_SPAN_INDEX}`}
          onChange={(event) => {
            const index = event.currentTarget.value.trim();
            onChange(index === '' ? undefined : { ...value, index });
          }}
        />
      </Field>
      {value !== undefined && (
        <Field label="Elasticsearch of the spans" htmlFor="watchkeeper-span-source">
          <Combobox
            id="watchkeeper-span-source"
            width={40}
            isClearable
            options={listDataSources('logs').map(({ uid, name }) => ({ value: uid, label: name }))}
            value={value.elasticsearch ?? null}
            placeholder="The one of the logs"
            onChange={(option) => onChange({ index: value.index, ...(option ? { elasticsearch: option.value } : {}) })}
          />
        </Field>
      )}
    </>
  );
}
