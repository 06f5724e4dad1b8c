import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Combobox, Input, useStyles2 } from '@grafana/ui';
import { type System } from '../../../catalog/types';
import { ConditionMessage } from '../../../components/ConditionMessage';
import { filterComparisons } from '../../../domain/anomalies/table';
import { samplingWords } from '../../../domain/traces/sampling';
import { countOf } from '../../../domain/format/format';
import { ComparisonBasis } from '../../../scenes/anomalies/ComparisonBasis';
import { NotableOperations } from '../../../scenes/anomalies/NotableOperations';
import { type ComparedOperations } from '../../../scenes/anomalies/OperationComparison';
import { LiveBody } from '../../../scenes/live/LiveBody';
import { chosenSystems } from '../../../scenes/variables/systems';
import { sampledRatioOf } from '../logSources';
import { type ComparedOperationsView } from './ComparedOperationsView';
import { ComparisonTable } from './ComparisonTable';

/** What changed, and every operation in a table; narrowed by system, service and words. */
export default function OperationsPane({ model }: { model: ComparedOperationsView }) {
  const styles = useStyles2(getStyles);
  const { comparison, systems } = model.useState();
  const { value } = comparison.resolve().useState();
  return (
    <div className={styles.page}>
      <Filter model={model} value={value} />
      <LiveBody live={comparison.resolve()} what="operations">
        {(compared) => <Compared model={model} value={compared} systems={systems} />}
      </LiveBody>
    </div>
  );
}

function Compared(props: { model: ComparedOperationsView; value: ComparedOperations; systems: readonly System[] }) {
  const { model, value, systems } = props;
  const styles = useStyles2(getStyles);
  const { find, service, sort, page } = model.useState();
  const chosen = chosenSystems(model);
  const { comparisons, windows, route } = value;
  if (comparisons.length === 0) {
    return <NothingToCompare service={service} />;
  }
  const scope = filterComparisons(comparisons, {
    search: '',
    service, // A sample is of one service, whatever system that is of.
    systems: route?.kind === 'trace-sample' ? undefined : chosen,
  });
  const sample =
    route?.kind === 'trace-sample' ? samplingWords(0, sampledRatioOf(systems, [route.service]), false) : undefined;
  const shown = filterComparisons(scope, { search: find, service: '' });
  return (
    <div className={styles.page}>
      <ComparisonBasis value={{ ...value, comparisons: scope }} />
      {sample !== undefined && <p>{sample}</p>}
      {shown.length > 0 ? (
        <>
          <NotableOperations comparisons={shown} windows={windows} systems={systems} />
          <ComparisonTable
            rows={shown}
            windows={windows}
            sort={sort}
            page={page}
            onSort={(next) => model.choose({ sort: next })}
            onPage={(next) => model.choose({ page: next })}
          />
        </>
      ) : (
        <ConditionMessage icon="search" title="No operation">
          None of {countOf(comparisons.length, 'operation')} matches the search and the filters.
        </ConditionMessage>
      )}
    </div>
  );
}

function NothingToCompare({ service }: { service: string }) {
  return service === '' ? (
    <ConditionMessage icon="search" title="Choose a service">
      No metrics of spans are counted and no index of spans is configured. From a sample of traces, operations can be
      compared one service at a time.
    </ConditionMessage>
  ) : (
    <ConditionMessage icon="minus-circle" title="No operations">
      There are neither metrics nor traces of {service} in this hour and the day before.
    </ConditionMessage>
  );
}

function Filter({ model, value }: { model: ComparedOperationsView; value: ComparedOperations | undefined }) {
  const styles = useStyles2(getStyles);
  const { find, service, systems } = model.useState();
  const chosen = chosenSystems(model);
  const names = new Set([
    ...(value?.comparisons ?? []).filter(({ system }) => chosen?.includes(system) ?? true).map((one) => one.service),
    ...systems
      .filter(({ id }) => chosen?.includes(id) ?? true)
      .flatMap(({ services }) => services.flatMap(({ traces }) => traces?.service ?? [])),
    ...(service ? [service] : []),
  ]);
  return (
    <div className={styles.filter}>
      <Input
        aria-label="Search operations"
        placeholder="Service, operation or verdict"
        value={find}
        onChange={(event) => model.setState({ find: event.currentTarget.value, page: 1 })}
        width={36}
      />
      <Combobox
        aria-label="Service"
        options={[...names].sort().map((name) => ({ value: name, label: name }))}
        value={service || null}
        placeholder="All services"
        width={30}
        isClearable
        onChange={(option) => model.choose({ service: option?.value ?? '' })}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), flexGrow: 1, minWidth: 0 }),
  filter: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
