import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { respondersOf } from '../../catalog/responders';
import { type System } from '../../catalog/types';
import { OnCallPeople } from '../../scenes/oncall/OnCallPeople';

interface Props {
  systems: readonly System[];
  nowMs: number;
}

/** Who is on call for every team, system by system. */
export function OnCallTeams({ systems, nowMs }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <section aria-label="On call, by team">
      <h2 className={styles.title}>On call, by team</h2>
      <div className={styles.systems}>
        {systems.map((system) => (
          <div key={system.id} className={styles.system}>
            <h3 className={styles.name}>{system.name}</h3>
            <OnCallPeople
              responders={respondersOf(
                system.teams.map(({ id }) => ({ team: id, system: system.id })),
                systems,
                nowMs
              )}
              nowMs={nowMs}
            />
          </div>
        ))}
      </div>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ ...theme.typography.h4, margin: theme.spacing(1, 0) }),
  systems: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 3) }),
  system: css({ flex: '1 1 260px', minWidth: 0 }),
  name: css({ ...theme.typography.h6, margin: 0 }),
});
