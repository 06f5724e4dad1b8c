import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { type Responder, responderInWords } from '../../catalog/responders';
import { shortTime } from './shortTime';

interface Props {
  responders: readonly Responder[];
  nowMs: number;
}

/** Who is on call now, team by team; where nobody is configured, whom to ask instead. */
export function OnCallPeople({ responders, nowMs }: Props) {
  const styles = useStyles2(getStyles);
  if (responders.length === 0) {
    return <span className={styles.unknown}>The catalog knows no team for this.</span>;
  }
  return (
    <ul className={styles.list} aria-label="On call now">
      {responders.map((responder) => {
        const icon = responder.shift ? 'user' : 'question-circle';
        return (
          <li
            key={`${responder.system} ${responder.team?.id} ${responder.owner}`}
            className={responder.shift ? styles.line : styles.unknown}
          >
            <Icon key={icon} name={icon} size="sm" aria-hidden />
            <span>{responderInWords(responder, (timeMs) => shortTime(timeMs, nowMs))}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** The same for a line that says more: the person, else the place to ask in. */
export function onCallInShort({ team, shift }: Responder): string | undefined {
  return shift ? `on call: ${shift.person}` : team?.contact && `ask ${team.contact}`;
}

const getStyles = (theme: GrafanaTheme2) => {
  const line = { display: 'flex', alignItems: 'baseline', gap: theme.spacing(0.5), overflowWrap: 'anywhere' } as const;
  return {
    list: css({ listStyle: 'none' }),
    line: css(line),
    unknown: css({ ...line, color: theme.colors.text.secondary }),
  };
};
