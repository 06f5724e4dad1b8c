interface Alert {
  status?: { mutedBy?: string[]; [member: string]: unknown };
  [member: string]: unknown;
}

interface AlertGroup {
  alerts?: Alert[];
  routeLabels?: unknown;
  [member: string]: unknown;
}

function toGrafanaAlert({ status, ...rest }: Alert): Alert {
  const { mutedBy: _mutedBy, ...known } = status ?? {};
  return { ...rest, status: known };
}

/** Alertmanager's alerts and groups without the members that Grafana's older client does not know and so drops. */
export function toGrafanaAlerts(path: string, body: string): string {
  if (path === 'alerts') {
    return JSON.stringify((JSON.parse(body) as Alert[]).map(toGrafanaAlert));
  }
  if (path === 'alerts/groups') {
    const groups = (JSON.parse(body) as AlertGroup[]).map(({ routeLabels: _routeLabels, alerts, ...rest }) => ({
      ...rest,
      alerts: alerts?.map(toGrafanaAlert),
    }));
    return JSON.stringify(groups);
  }
  return body;
}
