import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, LinkButton, useStyles2 } from '@grafana/ui';
import { useCallback, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { tracesUrl } from '../../app/navigation';
import { ConditionMessage } from '../../components/ConditionMessage';
import { useStored } from '../../components/useStored';
import { quotePhrase } from '../../domain/logs/lucene';
import { ChosenFilters } from './ChosenFilters';
import { ColumnsPane } from './ColumnsPane';
import { FacetsPane } from './FacetsPane';
import { KeptQueries } from './KeptQueries';
import { type LogExplorer } from './LogExplorer';
import { QueryForm } from './QueryForm';
import { asked, readKept, saved } from './queryHistory';
import { Views } from './Views';

/** What is drawn of the search for lines. */
export default function ExplorerPane({ model }: { model: LogExplorer }) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { choice, problem, timeline, lines, facets, views, found, usualColumns } = model.useState();
  const { value: kept = [], isRead, save } = useStored('log-queries', readKept);
  const [pane, setPane] = useState<'kept' | 'columns'>();
  const ask = useCallback(
    (query: string) => {
      if (isRead) {
        save(asked(kept, query));
      }
      model.choose({ query });
    },
    [isRead, kept, model, save]
  );
  return (
    <div className={styles.pane}>
      <QueryForm
        query={choice.query}
        problem={problem}
        isLive={choice.isLive}
        keptCount={kept.length}
        showsKept={pane === 'kept'}
        onAsk={ask}
        onLive={(isLive) => model.choose({ isLive })}
        onShowKept={(shows) => setPane(shows ? 'kept' : undefined)}
      />
      {pane === 'kept' && (
        <KeptQueries
          kept={kept}
          onAsk={ask}
          onSave={(query, isSaved) => save(saved(kept, query, isSaved))}
          onForget={(query) => save(kept.filter((one) => one.query !== query))}
        />
      )}
      <Views views={views} />
      <div className={styles.asked}>
        <ChosenFilters choice={choice} choose={model.choose} />
        {found !== undefined && (
          <LinkButton size="sm" variant="secondary" icon="gf-traces" href={tracesUrl({ lines: found }, search)}>
            Traces of these lines
          </LinkButton>
        )}
        {lines && (
          <Button
            size="sm"
            variant="secondary"
            icon="columns"
            aria-expanded={pane === 'columns'}
            onClick={() => setPane(pane === 'columns' ? undefined : 'columns')}
          >
            Columns
          </Button>
        )}
      </div>
      {pane === 'columns' && lines && (
        <ColumnsPane
          lines={lines}
          usual={usualColumns}
          chosen={choice.columns}
          onColumn={model.onColumn}
          onUsual={() => model.choose({ columns: undefined })}
        />
      )}
      {timeline && lines ? (
        <div className={styles.found}>
          {facets && <FacetsPane facets={facets} choice={choice} choose={model.choose} />}
          <div className={styles.lines}>
            <div className={styles.timeline} data-testid="logs-timeline">
              <timeline.Component key={timeline.state.key} model={timeline} />
            </div>
            <div className={styles.list} data-testid="logs-lines">
              <lines.Component key={lines.state.key} model={lines} />
            </div>
          </div>
        </div>
      ) : (
        <ConditionMessage
          icon={problem === undefined ? 'cog' : 'bug'}
          title={problem === undefined ? 'Not configured' : 'The query cannot be read'}
        >
          {problem ?? 'The catalog names no logs of these systems (logSchemas).'}{' '}
          {problem !== undefined && (
            <Button size="sm" variant="secondary" icon="search" onClick={() => ask(quotePhrase(choice.query))}>
              Search for it as text
            </Button>
          )}
        </ConditionMessage>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  pane: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    minWidth: 0,
    containerType: 'inline-size',
    containerName: 'explorer',
  }),
  asked: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  found: css({ display: 'flex', alignItems: 'flex-start', gap: theme.spacing(1), minWidth: 0 }),
  lines: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    flex: '1 1 0',
    minWidth: 0,
  }),
  timeline: css({ height: 200 }),
  list: css({ height: 620, display: 'flex', '& > *': { flexGrow: 1, minWidth: 0 } }),
});
