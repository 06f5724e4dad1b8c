import { type Matchers, renderSelector } from '../../promql/matchers';
import { type YamlValue } from '../../rules/yamlText';
import { NOTIFICATION_TEXTS_FILE } from './texts';
import { allInhibitions, allReceivers, routingTree, type SystemRouting } from './tree';
import { type Inhibition, type Receiver, type Route } from './types';

const SECRETS = '/etc/alertmanager/secrets';

/** What an Alertmanager configuration is made from. */
export interface AlertmanagerInput {
  systems: readonly SystemRouting[];
  /** Ids of burn-rate tiers, fastest first, of every kind of objective. */
  tierOrders: readonly (readonly string[])[];
}

/** For a real installation: every secret is read from a file. */
export function alertmanagerConfig(input: AlertmanagerInput): YamlValue {
  return {
    global: {
      resolve_timeout: '5m',
      smtp_smarthost: 'smtp.example.org:587',
      smtp_from: 'alerts@example.org',
      smtp_auth_username: 'alerts@example.org',
      smtp_auth_password_file: `${SECRETS}/smtp-password`,
      slack_api_url_file: `${SECRETS}/slack-webhook-url`,
    },
    templates: [NOTIFICATION_TEXTS_FILE],
    ...routingConfig(input),
    receivers: allReceivers(input.systems).map(integrations),
  };
}

/**
 * The same routes and receiver names, each delivered to a webhook under its name.
 * @param webhookUrl where notifications can be read, without the receiver's name.
 */
export function webhookAlertmanagerConfig(input: AlertmanagerInput, webhookUrl: string): YamlValue {
  return {
    global: { resolve_timeout: '5m' },
    ...routingConfig(input),
    receivers: allReceivers(input.systems).map(({ name }) => ({
      name,
      webhook_configs: [{ url: `${webhookUrl}/${name}`, send_resolved: true }],
    })),
  };
}

function routingConfig({ systems, tierOrders }: AlertmanagerInput): { route: YamlValue; inhibit_rules: YamlValue } {
  return {
    route: routeConfig(routingTree(systems)),
    inhibit_rules: allInhibitions(systems, tierOrders).map(inhibitionConfig),
  };
}

function routeConfig(route: Route): YamlValue {
  return {
    matchers: route.matchers && matcherTexts(route.matchers),
    receiver: route.receiver,
    continue: route.continue,
    group_by: route.groupBy,
    group_wait: route.groupWait,
    group_interval: route.groupInterval,
    repeat_interval: route.repeatInterval,
    routes: route.routes?.map(routeConfig),
  };
}

function inhibitionConfig({ source, target, equal }: Inhibition): YamlValue {
  return { source_matchers: matcherTexts(source), target_matchers: matcherTexts(target), equal };
}

/** One text a matcher, in the syntax that Alertmanager shares with PromQL. */
function matcherTexts(matchers: Matchers): string[] {
  return Object.keys(matchers)
    .sort()
    .map((label) => renderSelector({ metric: 'x', where: { [label]: matchers[label] ?? '' } }).slice(2, -1));
}

function integrations({ name, system, pagerduty, opsgenie, slack, email }: Receiver & { system?: string }): YamlValue {
  const ofSystem = system ? `-${system}` : '';
  return {
    name,
    pagerduty_configs: pagerduty
      ? [
          {
            routing_key_file: `${SECRETS}/pagerduty-routing-key${ofSystem}`,
            severity: '{{ template "watchkeeper.pagerduty.severity" . }}',
            description: '{{ template "watchkeeper.title" . }}',
            details: { alerts: '{{ template "watchkeeper.text" . }}' },
          },
        ]
      : undefined,
    opsgenie_configs: opsgenie
      ? [{ api_key_file: `${SECRETS}/opsgenie-api-key${ofSystem}`, message: '{{ template "watchkeeper.title" . }}' }]
      : undefined,
    slack_configs: slack?.map((channel) => ({
      channel,
      send_resolved: true,
      color: '{{ template "watchkeeper.slack.color" . }}',
      title: '{{ template "watchkeeper.title" . }}',
      text: '{{ template "watchkeeper.text" . }}',
    })),
    email_configs: email?.map((to) => ({
      to,
      send_resolved: true,
      headers: { Subject: '{{ template "watchkeeper.title" . }}' },
      text: '{{ template "watchkeeper.text" . }}',
    })),
  };
}
