/** @jest-environment node */
import { readLocation } from './location';

describe('the location of an address', () => {
  it.each([
    [
      'Logstash',
      { geoip: { city_name: 'Lima', country_name: 'Peru', location: { lat: -12, lon: -77 } } },
      'Lima, Peru',
    ],
    ['Logstash since 8', { geoip: { geo: { city_name: 'Lima', country_iso_code: 'PE' } } }, 'Lima, PE'],
    [
      'Elastic Common Schema',
      { source: { geo: { region_name: 'Bavaria', country_name: 'Germany' } } },
      'Bavaria, Germany',
    ],
    ['a flattened document', { 'geoip.city_name': 'Singapore', 'geoip.country_name': 'Singapore' }, 'Singapore'],
  ])('is read as %s writes it', (_who, document, place) => {
    expect(readLocation(document)).toBe(place);
  });

  it('is never required', () => {
    expect(readLocation({ fields: { ip_address: '192.168.1.1' }, tags: ['_geoip_lookup_failure'] })).toBeUndefined();
    expect(readLocation({ geoip: {} })).toBeUndefined();
  });
});
