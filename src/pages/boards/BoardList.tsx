import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { countOf } from '../../domain/format/format';
import { type SystemBoard } from '../../scenes/board/boardsScene';

/** All boards, by system. */
export function BoardList({ boards }: { boards: readonly SystemBoard[] }) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const systems = [...new Set(boards.map(({ system }) => system))];
  return (
    <div className={styles.systems}>
      {systems.map((system) => (
        <section key={system.id} aria-labelledby={`boards-of-${system.id}`}>
          <h2 className={styles.title} id={`boards-of-${system.id}`}>
            {system.name}
          </h2>
          <ul className={styles.list}>
            {boards
              .filter((entry) => entry.system === system)
              .map(({ board }) => (
                <li key={board.id}>
                  <TextLink href={pageUrl('boards', [system.id, board.id], search)}>{board.title}</TextLink>{' '}
                  <span className={styles.count}>
                    {countOf(
                      board.rows.reduce((sum, { panels }) => sum + panels.length, 0),
                      'panel'
                    )}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  systems: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
  title: css({ ...theme.typography.h4 }),
  list: css({ listStyle: 'none', display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
  count: css({ color: theme.colors.text.secondary }),
});
