import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { isPage, pageUrl } from '../../app/navigation';
import { CommandText } from '../../components/CommandText';
import { VerdictBadge } from '../../components/VerdictBadge';
import { type BoundCheck } from '../../domain/runbook/questions';
import { LiveCheck } from './LiveCheck';
import { type RunbookView } from './RunbookView';
import { type LiveRunbook } from './useRunbook';

interface Props {
  checkKey: string;
  live: LiveRunbook;
  model: RunbookView;
}

/** One check of a step, whatever its kind. */
export function CheckView(props: Props) {
  const check = props.live.checks[props.checkKey];
  switch (check?.kind) {
    case 'metric':
    case 'log':
    case 'trace':
      return <LiveCheck {...props} question={check} />;
    case 'command':
      return <CommandText {...check} />;
    case 'manual':
      return <Question {...props} check={check} />;
    case 'link':
      return <Way check={check} />;
    case 'unasked':
      return <Unasked {...props} />;
    default:
      return null;
  }
}

type Of<K extends BoundCheck['kind']> = Extract<BoundCheck, { kind: K }>;

function Question({ checkKey, live, check }: Props & { check: Of<'manual'> }) {
  const styles = useStyles2(getStyles);
  const { progress, save, findings } = live;
  const given = progress.answers[checkKey];
  const answer = (isYes: boolean) => {
    const { [checkKey]: _was, ...others } = progress.answers;
    save({
      ...progress,
      // The same answer again takes it back.
      answers: given?.isYes === isYes ? others : { ...others, [checkKey]: { isYes, atMs: Date.now() } },
    });
  };
  return (
    <div className={styles.row} role="group" aria-label={check.question}>
      <VerdictBadge verdict={findings[checkKey]?.verdict} />
      <span className={styles.grow}>{check.question}</span>
      {[true, false].map((isYes) => (
        <Button
          key={String(isYes)}
          size="sm"
          variant={given?.isYes === isYes ? 'primary' : 'secondary'}
          aria-pressed={given?.isYes === isYes}
          onClick={() => answer(isYes)}
        >
          {isYes ? 'Yes' : 'No'}
        </Button>
      ))}
    </div>
  );
}

function Way({ check: { title, page, params, url } }: { check: Of<'link'> }) {
  const { search } = useLocation();
  if (url !== undefined) {
    return (
      <div>
        <TextLink href={url} external>
          {title}
        </TextLink>
      </div>
    );
  }
  return page !== undefined && isPage(page) ? (
    <div>
      <TextLink href={pageUrl(page, params, search)}>{title}</TextLink>
    </div>
  ) : null;
}

function Unasked({ checkKey, live }: Props) {
  const styles = useStyles2(getStyles);
  const finding = live.findings[checkKey];
  return (
    <div className={styles.row}>
      <VerdictBadge verdict={finding?.verdict} />
      <span className={styles.grow}>{finding?.statement}</span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', alignItems: 'flex-start', gap: theme.spacing(1) }),
  grow: css({ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }),
});
