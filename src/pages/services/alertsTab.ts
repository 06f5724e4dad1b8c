import { type EmbeddedScene } from '@grafana/scenes';
import { ServiceAlertRules } from '../../scenes/services/ServiceAlertRules';
import { AlertRulesPanel } from './AlertRulesPanel';
import { type ServiceSubject } from './serviceSubject';
import { fullRow, tabScene } from './tabScene';

/** Which rules watch the service, and what each says now. */
export function alertsTab({ system, service }: ServiceSubject): EmbeddedScene {
  const rules = new ServiceAlertRules(system, service);
  const panel = new AlertRulesPanel({ system, service, rules: rules.getRef() });
  return tabScene([fullRow(`${system.id}-alert-rules`, panel)], [rules]);
}
