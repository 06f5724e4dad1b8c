export { activeAlerts, type AlertReport, alertRules, GRAFANA_RULES } from './alerts';
export { type RuleLimits } from './fetchRules';
export { parseRules, parseState } from './parseRules';
