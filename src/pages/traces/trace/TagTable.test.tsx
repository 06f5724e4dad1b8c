import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { PersonalContext } from './personal';
import { TagTable } from './TagTable';

/** As on the page: what the reader chose in one table counts in all. */
function Page() {
  const [isShown, show] = useState(false);
  return (
    <PersonalContext.Provider value={{ isShown, show }}>
      <TagTable
        label="Tags"
        tags={[
          { key: 'user_id', value: 123 },
          { key: 'http.route', value: '/orders' },
          { key: 'note', value: 'password=hunter2' },
        ]}
      />
      <TagTable label="Event" tags={[{ key: 'fields.user_id', value: 'ada' }]} />
    </PersonalContext.Provider>
  );
}

describe('the tags of a span', () => {
  it('hide who the users are until somebody asks, and secrets always', async () => {
    render(<Page />);
    expect(screen.getByText('/orders')).toBeTruthy();
    expect(screen.queryByText('123')).toBeNull();
    expect(screen.queryByText('ada')).toBeNull();
    const [first] = screen.getAllByRole('button', { name: 'Show who the users are' });
    await userEvent.click(first as HTMLElement);
    expect(screen.getByText('123')).toBeTruthy();
    expect(screen.getByText('ada')).toBeTruthy();
    expect(screen.queryByText(/hunter2/)).toBeNull();
    await userEvent.click(screen.getAllByRole('button', { name: 'Hide who the users are' })[1] as HTMLElement);
    expect(screen.queryByText('123')).toBeNull();
  });
});
