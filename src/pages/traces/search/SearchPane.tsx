import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { LiveBody } from '../../../scenes/live/LiveBody';
import { FindById } from './FindById';
import { FoundPane } from './FoundPane';
import { LinesQuery } from './LinesQuery';
import { isSearch } from './searchChoice';
import { SearchForm } from './SearchForm';
import { ServiceChoice } from './ServiceChoice';
import { type TraceSearch } from './TraceSearch';

/** Search by id, by what a trace did or by what was logged, and what was found. */
export default function SearchPane({ model }: { model: TraceSearch }) {
  const styles = useStyles2(getStyles);
  const { choice, found, services, systems } = model.useState();
  return (
    <div className={styles.page}>
      <FindById />
      {choice.lines === '' ? (
        <SearchForm choice={choice} services={services.resolve()} choose={model.choose} />
      ) : (
        <LinesQuery query={choice.lines} choose={model.choose} />
      )}
      {isSearch(choice) ? (
        <LiveBody live={found.resolve()} what="traces">
          {(list) => <FoundPane list={list} systems={systems} choice={choice} choose={model.choose} />}
        </LiveBody>
      ) : (
        <ServiceChoice services={services.resolve()} systems={systems} choose={model.choose} />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), flexGrow: 1, minWidth: 0 }),
});
