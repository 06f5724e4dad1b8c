/**
 * Turns the built-in packs into data when the app is built: `packs/index.ts?json` is the address of a JSON file. What five
 * systems are is no code, and a browser reads JSON far faster than the same text as JavaScript.
 */
export default function catalogLoader() {
  const done = this.async();
  this.importModule(this.resourcePath).then(
    ({ builtInSystems }) => done(null, JSON.stringify(builtInSystems, withoutProvenance)),
    (error) => done(error)
  );
}

/** Which requirement an entry fulfils is of no use to a browser. */
const withoutProvenance = (key, value) => (key === 'implements' ? undefined : value);
