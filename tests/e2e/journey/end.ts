import { test } from '@playwright/test';
import { script } from './incident';

test('the database is quick again', ({ request }) => script(request, 'end'));
