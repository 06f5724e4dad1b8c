import { render, screen } from '@testing-library/react';
import { TraceRemarks } from './TraceRemarks';

const NOTHING = { orphans: 0, droppedCopies: 0, cutCycles: 0, earlyStarts: 0, largestSkewUs: 0 };

describe('remarks about a trace', () => {
  it('flag one that takes longer than half a minute', () => {
    const { container, rerender } = render(<TraceRemarks remarks={NOTHING} roots={1} durationUs={30_000_000} />);
    expect(container.textContent).toBe('');
    rerender(<TraceRemarks remarks={NOTHING} roots={1} durationUs={41_200_000} />);
    expect(screen.getByText(/It took 41.2 s, longer than the 30 s that a trace should take/)).toBeTruthy();
  });

  it('count spans whose parent is missing', () => {
    render(<TraceRemarks remarks={{ ...NOTHING, orphans: 2 }} roots={3} durationUs={1000} />);
    expect(screen.getByText(/2 spans name a parent that is not here.*The trace has 3 beginnings/)).toBeTruthy();
  });
});
