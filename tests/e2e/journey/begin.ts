import { test } from '@playwright/test';
import { script } from './incident';

test('the database becomes slow', ({ request }) => script(request, 'begin'));
