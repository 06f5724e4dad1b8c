export { activeAlerts, type AlertReport, alertRules, GRAFANA_RULES } from './alerts';
export { annotationsTagged, DEPLOY_TAG, writeAnnotation } from './annotations';
export { type RuleLimits } from './fetchRules';
export { inhibitedAlerts } from './inhibited';
export { parseRules, parseState } from './parseRules';
export { silences } from './silences';
