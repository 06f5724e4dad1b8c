import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { type System } from '../../../catalog/types';
import { LiveBody } from '../../../scenes/live/LiveBody';
import { type JaegerServices } from './JaegerServices';
import { type SearchChoice } from './searchChoice';

interface Props {
  services: JaegerServices;
  systems: readonly System[];
  choose: (change: Partial<SearchChoice>) => void;
}

/** Jaeger searches one service at a time: which ones there are, by system. */
export function ServiceChoice({ services, systems, choose }: Props) {
  return (
    <LiveBody live={services} what="services">
      {(names) => <Services groups={grouped(names, systems)} choose={choose} />}
    </LiveBody>
  );
}

interface Group {
  title: string;
  names: readonly string[];
}

function Services({ groups, choose }: { groups: readonly Group[]; choose: Props['choose'] }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <p className={styles.hint}>Choose a service to see its traces of this time range.</p>
      {groups.map(({ title, names }) => (
        <section key={title} aria-label={title} className={styles.group}>
          <h2 className={styles.title}>{title}</h2>
          {names.map((name) => (
            <Button key={name} size="sm" variant="secondary" onClick={() => choose({ service: name })}>
              {name}
            </Button>
          ))}
        </section>
      ))}
    </>
  );
}

function grouped(names: readonly string[], systems: readonly System[]): Group[] {
  const groups = systems.map(({ name, services }) => ({
    title: name,
    names: names.filter((service) => services.some(({ traces }) => traces?.service === service)),
  }));
  const known = new Set(groups.flatMap((group) => group.names));
  return [...groups, { title: 'Others', names: names.filter((name) => !known.has(name)) }].filter(
    (group) => group.names.length > 0
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  hint: css({ color: theme.colors.text.secondary, margin: 0 }),
  group: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1.5),
  }),
  title: css({ ...theme.typography.h6, margin: 0, width: 180 }),
});
