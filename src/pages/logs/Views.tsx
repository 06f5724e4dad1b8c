import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { type SystemBoard } from '../../scenes/board/boardsScene';

/** The questions that are asked often, by system. */
export function Views({ views }: { views: readonly SystemBoard[] }) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const systems = [...new Set(views.map(({ system }) => system))];
  return (
    <nav aria-label="Views" className={styles.views}>
      {systems.map((system) => (
        <div key={system.id} className={styles.system}>
          <span className={styles.name}>{system.name}</span>
          {views
            .filter((view) => view.system === system)
            .map(({ board }) => (
              <TextLink
                key={board.id}
                href={pageUrl('logs', [system.id, board.id], search)}
                variant="bodySmall"
                inline={false}
              >
                {board.title}
              </TextLink>
            ))}
        </div>
      ))}
    </nav>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  views: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 3) }),
  system: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: theme.spacing(0.5, 1.5) }),
  name: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
