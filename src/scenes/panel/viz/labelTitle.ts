/** Labels whose names say little, or say it in another language than the page. */
const TITLES: Readonly<Record<string, string>> = {
  __name__: 'Metric',
  service_name: 'Service',
  span_name: 'Operation',
  persona_id: 'Persona',
};

/** A label as a heading: `agent_type` becomes `Agent type`. */
export function labelTitle(label: string): string {
  const words = label.replaceAll('_', ' ');
  return TITLES[label] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
