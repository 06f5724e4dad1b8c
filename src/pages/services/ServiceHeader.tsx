import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import { Fragment, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { type Service, type System } from '../../catalog/types';

/** Who owns a service, and who is hurt when it fails. */
export function ServiceHeader({ system, service }: { system: System; service: Service }) {
  const styles = useStyles2(getStyles);
  const team = system.teams.find(({ id }) => id === service.team);
  const nameOf = (id: string) => ({ id, name: system.services.find((other) => other.id === id)?.name ?? id });
  const upstream = system.services.filter(({ dependsOn }) => dependsOn?.includes(service.id));
  return (
    <dl className={styles.facts}>
      <Fact title="System">{system.name}</Fact>
      <Fact title="Owner">
        {team?.name ?? service.team}
        {team?.contact && ` (${team.contact})`}
      </Fact>
      <Fact title="Depends on">
        <Links system={system} services={(service.dependsOn ?? []).map(nameOf)} />
      </Fact>
      <Fact title="Is used by">
        <Links system={system} services={upstream} />
      </Fact>
    </dl>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <div>
      <dt className={styles.title}>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Links({ system, services }: { system: System; services: ReadonlyArray<{ id: string; name: string }> }) {
  const { search } = useLocation();
  if (services.length === 0) {
    return 'nothing that the catalog knows';
  }
  return services.map(({ id, name }, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <TextLink href={pageUrl('services', [system.id, id], search)}>{name}</TextLink>
    </Fragment>
  ));
}

const getStyles = (theme: GrafanaTheme2) => ({
  facts: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 4) }),
  title: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
  }),
});
