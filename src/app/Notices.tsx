import { css } from '@emotion/css';
import { Alert, TextLink, useStyles2 } from '@grafana/ui';
import { describeProblem } from '../catalog/load/problem';
import { type AppModel } from './model';
import { CONFIG_URL } from './navigation';

const SHOWN = 5;

/** What the reader has to know about the set-up before trusting the pages. */
export function Notices({ model }: { model: AppModel }) {
  const styles = useStyles2(getStyles);
  const { problems, notices } = model;
  return (
    <>
      {problems.length > 0 && (
        <Alert
          severity="warning"
          title="The settings have a mistake: running on the built-in catalog"
          className={styles.alert}
        >
          <ul className={styles.list}>
            {problems.slice(0, SHOWN).map((problem) => (
              <li key={`${problem.path} ${problem.message}`}>{describeProblem(problem)}</li>
            ))}
          </ul>
          {problems.length > SHOWN && `… and ${problems.length - SHOWN} more. `}
          <TextLink href={CONFIG_URL}>Open the configuration</TextLink>
        </Alert>
      )}
      {notices.map((notice) => (
        <Alert key={notice} severity="info" title={notice} className={styles.alert} />
      ))}
    </>
  );
}

const getStyles = () => ({
  alert: css({ flexShrink: 0 }),
  list: css({ paddingLeft: 20 }),
});
