/** @jest-environment node */
import { isPersonalName } from './personalNames';

describe('names of what tells users apart', () => {
  it.each(['user_id', 'user.id', 'userId', 'enduser.id', 'fields.user_id', 'app.user-id', 'user_name', 'username'])(
    '%s is one',
    (name) => expect(isPersonalName(name)).toBe(true)
  );

  it.each(['user_agent.original', 'user.segment', 'user.found', 'tenant_id', 'superuser', 'user_identity_check', 'id'])(
    '%s is none',
    (name) => expect(isPersonalName(name)).toBe(false)
  );
});
