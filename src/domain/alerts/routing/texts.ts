/** File name under which the Alertmanager configuration expects these texts. */
export const NOTIFICATION_TEXTS_FILE = 'watchkeeper.tmpl';

/**
 * Texts of notifications for every kind of receiver, in Alertmanager's template language: plain text, with links only
 * where an alert has them.
 */
export const NOTIFICATION_TEXTS = `{{ define "watchkeeper.title" }}[{{ if eq .Status "firing" }}{{ .CommonLabels.severity | toUpper }} {{ .Alerts.Firing | len }}{{ else }}RESOLVED{{ end }}] {{ with .CommonLabels.system }}{{ . }}: {{ end }}{{ with .CommonAnnotations.summary }}{{ . }}{{ else }}{{ .GroupLabels.alertname }}{{ end }}{{ end }}

{{ define "watchkeeper.text" }}{{ range .Alerts }}{{ .Labels.alertname }}{{ with .Labels.service }} of {{ . }}{{ end }}: {{ .Annotations.summary }}
{{ with .Annotations.description }}{{ . }}
{{ end }}{{ with .Annotations.runbook_url }}Runbook: {{ . }}
{{ end }}{{ with .Annotations.dashboard_url }}Dashboard: {{ . }}
{{ end }}
{{ end }}{{ end }}

{{ define "watchkeeper.slack.color" }}{{ if eq .Status "resolved" }}good{{ else if eq .CommonLabels.severity "critical" }}danger{{ else }}warning{{ end }}{{ end }}

{{ define "watchkeeper.pagerduty.severity" }}{{ if eq .CommonLabels.severity "critical" }}critical{{ else if eq .CommonLabels.severity "high" }}error{{ else }}warning{{ end }}{{ end }}
`;
