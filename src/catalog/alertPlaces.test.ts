import { type Alert as ActiveAlert } from '../domain/alerts/types';
import { alertPlaces } from './alertPlaces';
import { builtInSystems } from './packs';

const places = alertPlaces(builtInSystems);

const alert = (name: string, labels: Record<string, string>): ActiveAlert => ({
  ruleId: name,
  name,
  state: 'firing',
  labels,
  annotations: {},
  activeAtMs: 0,
  value: null,
  source: { id: 'p', kind: 'data-source', name: 'P' },
});

it('finds the service of our own rules by their labels', () => {
  const place = places.serviceOf(alert('HighErrorRate', { system: 'obs-standards', service: 'order-service' }));
  expect(place).toEqual({ system: 'obs-standards', service: 'order-service' });
});

it('finds the service of a rule that another tool evaluates by its name', () => {
  expect(places.serviceOf(alert('InferenceServiceProviderDown', {}))).toEqual({
    system: 'enis',
    service: 'inference-service',
  });
});

it('does not guess', () => {
  expect(places.serviceOf(alert('SomebodyElses', { team: 'x' }))).toBeUndefined();
});

it('knows who calls whom, by name', () => {
  const kernel = { system: 'enis', service: 'nops-kernel' };
  expect(places.nameOf(kernel)).toBe('NOPS Kernel');
  expect(places.dependenciesOf(kernel).map(({ service }) => service)).toContain('inference-service');
  expect(places.dependenciesOf({ system: 'enis', service: 'nobody' })).toEqual([]);
});
