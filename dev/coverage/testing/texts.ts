// Small, valid coverage files. The checksums come from sha256sum over the lines `<id> <kind>`.

export const enisText = `system: enis
frozen:
  total: 3
  sha256: d64acbeb9f8a3f085ff9af38646f6bbfce1509d2d9f2c9dd4c5a3ba03849a949
  series:
    ENIS-PANEL: 2
    ENIS-SLO: 1
  kinds:
    panel: 2
    slo: 1
items:
  - id: ENIS-PANEL-01
    kind: panel
    title: First panel
    status: open
    note: comes with its page
  - id: ENIS-PANEL-02
    kind: panel
    title: Second panel
    status: out
    reason: not ours
  - id: ENIS-SLO-01
    kind: slo
    title: An objective
    status: done
    evidence:
      - docs/proof.md#proven here
`;

const oneItem = (system: string, prefix: string, sha256: string) => `system: ${system}
frozen:
  total: 1
  sha256: ${sha256}
  series: { ${prefix}-QUAL: 1 }
  kinds: { quality: 1 }
items:
  - { id: ${prefix}-QUAL-01, kind: quality, title: A gate, status: open }
`;

/** One file for each of the five systems: 7 items in all. */
export const allTexts: ReadonlyMap<string, string> = new Map([
  ['enis.yaml', enisText],
  [
    'mini-market.yaml',
    oneItem('mini-market', 'MM', '58f3f9c80afa81b26a26c010ea13304f6d71137d889e1a11e3aa8a60fc418a33'),
  ],
  [
    'soma-agent.yaml',
    oneItem('soma-agent', 'SOMA', 'd23a05bd1226f951bab033b9882e75a46956e9ad348fe87adfc88e007025e581'),
  ],
  ['accelerapp.yaml', oneItem('accelerapp', 'ACC', '611be100bbecf89d5d6dcf3b4566e76eb4f2b32052a81428c201fb60523c827f')],
  [
    'obs-standards.yaml',
    oneItem('obs-standards', 'OBS', 'd18e338a395edc3343f20bfb7192c0e9a7d50e907151cb9ef1a6cf79b7ff7bdc'),
  ],
]);

/** The only project file there is. */
export const readFile = (path: string) => (path === 'docs/proof.md' ? 'It is proven here.' : undefined);
