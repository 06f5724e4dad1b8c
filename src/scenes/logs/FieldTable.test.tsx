import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FieldTable } from './FieldTable';

// Icons are loaded when they are seen.
jest.mock('react-inlinesvg', () => () => null);

const document = {
  service: 'till',
  request: { headers: { authorization: 'Bearer abcdefgh' }, path: '/pay?token=abc' },
  status: 500,
  tags: ['a', 'b'],
};

function show(columns: readonly string[] = []) {
  const actions = { onFilter: jest.fn(), onColumn: jest.fn() };
  render(<FieldTable document={document} columns={columns} actions={actions} />);
  return actions;
}
const row = (name: RegExp) => within(screen.getByRole('row', { name }));
const names = (name: RegExp) =>
  row(name)
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label'));

describe('the fields of a line', () => {
  it('are all there, by name, without secrets', () => {
    show();
    expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
      'request.headers.authorization',
      'request.path',
      'service',
      'status',
      'tags',
    ]);
    expect(row(/authorization/).getByRole('cell', { name: '•••' })).toBeTruthy();
    expect(row(/request.path/).getByRole('cell', { name: '/pay?token=•••' })).toBeTruthy();
  });

  it('can be looked for, or be kept out, where lines can have just that value', async () => {
    const { onFilter } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Only lines with status 500' }));
    await userEvent.click(screen.getByRole('button', { name: 'No lines with service till' }));
    expect(onFilter.mock.calls).toEqual([
      [{ field: 'status', value: '500', isExcluded: false }],
      [{ field: 'service', value: 'till', isExcluded: true }],
    ]);
    expect(names(/^tags/)).toEqual(['Show tags as a column', 'Copy tags']);
    expect(names(/authorization/)).toEqual([
      'Show request.headers.authorization as a column',
      'Copy request.headers.authorization',
    ]);
  });

  it('become columns, or no longer', async () => {
    const { onColumn } = show(['status']);
    await userEvent.click(screen.getByRole('button', { name: 'Drop the column status' }));
    await userEvent.click(screen.getByRole('button', { name: 'Show service as a column' }));
    expect(onColumn.mock.calls).toEqual([['status'], ['service']]);
  });

  it('are only copied where a page can do nothing else with them', () => {
    render(<FieldTable document={{ status: 1 }} columns={[]} />);
    expect(names(/^status/)).toEqual(['Copy status']);
  });
});
