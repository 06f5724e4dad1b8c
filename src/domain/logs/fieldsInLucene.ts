/** Names before a colon, outside quotes; `\` escapes a character of a name. */
const FIELD = /(?<![\w\\.:"])((?:[\w.@-]|\\.)+):(?=\S)/g;

/** The fields that a query names, each once. */
export function fieldsInLucene(query: string): string[] {
  const bare = query.replace(/\\"/g, '').replace(/"[^"]*"/g, '""');
  const named = [...bare.matchAll(FIELD)].map(([, name = '']) => name.replace(/\\(.)/g, '$1'));
  const exists = [...bare.matchAll(/_exists_:((?:[\w.@-]|\\.)+)/g)].map(([, name = '']) =>
    name.replace(/\\(.)/g, '$1')
  );
  return [...new Set([...named, ...exists])].filter((name) => !name.startsWith('_'));
}
