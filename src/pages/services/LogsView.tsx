import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import {
  type SceneComponentProps,
  type SceneObject,
  SceneObjectBase,
  type SceneObjectState,
  SceneObjectUrlSyncConfig,
  type SceneObjectUrlValues,
} from '@grafana/scenes';
import { Button, InlineField, InlineSwitch, Input, PanelChrome, TextLink, useStyles2 } from '@grafana/ui';
import { type FormEvent, useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { type LogSchema, type Panel, type Service, type System } from '../../catalog/types';
import { ConditionMessage } from '../../components/ConditionMessage';
import { type LogWish, serviceLogFilters } from '../../domain/services/serviceLogs';
import { logLinesPanel } from '../../scenes/logs/LogLinesPanel';
import { logPanel } from '../../scenes/logs/logPanel';
import { serviceLogsUrl } from '../../scenes/logs/serviceLogsUrl';

interface LogsViewState extends SceneObjectState, LogWish {
  system: System;
  service: Service;
  /** What is drawn for the current wish: the histogram and the lines; absent when the service has no logs. */
  timeline?: SceneObject;
  lines?: SceneObject;
}

/** The newest log lines of a service and how many there are of each level; search and switch are in the URL. */
export class LogsView extends SceneObjectBase<LogsViewState> {
  static Component = LogsViewRenderer;

  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: ['search', 'errors'] });

  constructor(state: Pick<LogsViewState, 'system' | 'service'>) {
    const wish = { search: '', errorsOnly: false };
    super({ ...state, ...wish, ...panelsFor(state.system, state.service, wish) });
  }

  getUrlState(): SceneObjectUrlValues {
    const { search, errorsOnly } = this.state;
    return { search: search || undefined, errors: errorsOnly ? 'only' : undefined };
  }

  updateFromUrl({ search, errors }: SceneObjectUrlValues) {
    this.wish({ search: typeof search === 'string' ? search : '', errorsOnly: errors === 'only' });
  }

  onWish = (wish: Partial<LogWish>) => this._urlSync.performBrowserHistoryAction(() => this.wish(wish));

  private wish(changed: Partial<LogWish>) {
    const { system, service, search, errorsOnly } = this.state;
    const wish = { search, errorsOnly, ...changed };
    if (wish.search !== search || wish.errorsOnly !== errorsOnly) {
      this.setState({ ...wish, ...panelsFor(system, service, wish) });
    }
  }
}

function panelsFor(system: System, service: Service, wish: LogWish): Pick<LogsViewState, 'timeline' | 'lines'> {
  const schema = system.logSchemas?.find(({ id }) => id === service.logs?.schema);
  if (!schema) {
    return {};
  }
  const where = serviceLogFilters(service.logs?.where, wish);
  const panel = (id: string, title: string, logs: Omit<NonNullable<Panel['logs']>, 'schema' | 'where'>) => ({
    id: `logs-${id}`,
    title,
    logs: { schema: schema.id, where, ...logs },
  });
  return {
    timeline: logPanel(
      { ...panel('timeline', 'Lines by level', { by: schema.fields.level ? ['level'] : [] }), kind: 'log-timeline' },
      system
    ),
    lines: logLinesPanel(
      { ...panel('lines', 'Newest lines', { columns: columnsOf(schema), limit: LINES }), kind: 'log-lines' },
      system
    ),
  };
}

const LINES = 200;
const COLUMNS = ['level', 'message', 'durationMs', 'correlationId', 'traceId'] as const;

/** The columns that the schema has a field for; the trace is where a line leads. */
function columnsOf({ fields }: LogSchema): string[] {
  return COLUMNS.filter((role) => fields[role] !== undefined);
}

function LogsViewRenderer({ model }: SceneComponentProps<LogsView>) {
  const styles = useStyles2(getStyles);
  const { search: urlSearch } = useLocation();
  const { system, service, timeline, lines, search, errorsOnly } = model.useState();
  if (!timeline || !lines) {
    return (
      <PanelChrome title="Logs">
        <ConditionMessage icon="cog" title="Not configured">
          The catalog does not say where {service.id} writes its log (<code>logs.schema</code>).
        </ConditionMessage>
      </PanelChrome>
    );
  }
  return (
    <div className={styles.view}>
      <div className={styles.wishes}>
        <Wish key={search} search={search} errorsOnly={errorsOnly} onWish={model.onWish} />
        <TextLink href={serviceLogsUrl(system, service, urlSearch)}>Search with Lucene, older and live lines</TextLink>
      </div>
      <div className={styles.timeline} data-testid="logs-timeline">
        <timeline.Component key={timeline.state.key} model={timeline} />
      </div>
      <div className={styles.lines} data-testid="logs-lines">
        <lines.Component key={lines.state.key} model={lines} />
      </div>
    </div>
  );
}

function Wish({ search, errorsOnly, onWish }: LogWish & { onWish: (wish: Partial<LogWish>) => void }) {
  const styles = useStyles2(getStyles);
  const [text, setText] = useState(search);
  useEffect(() => setText(search), [search]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onWish({ search: text.trim() });
  };
  return (
    <form onSubmit={submit} role="search" className={styles.wish}>
      <Input
        aria-label="Search the messages"
        placeholder="Words of the message"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        width={50}
      />
      <Button type="submit" variant="secondary">
        Search
      </Button>
      <InlineField label="Errors only" transparent>
        <InlineSwitch
          value={errorsOnly}
          onChange={(event) => onWish({ errorsOnly: event.currentTarget.checked })}
          aria-label="Errors only"
        />
      </InlineField>
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  view: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), minWidth: 0 }),
  wish: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  wishes: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2) }),
  timeline: css({ height: 200 }),
  lines: css({ height: 560, display: 'flex', '& > *': { flexGrow: 1, minWidth: 0 } }),
});
