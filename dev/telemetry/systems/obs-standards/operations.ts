import { calling, type CallingOperation } from '../../kit/compose';
import { errorRatio, latency, times, traffic } from '../../kit/rates';
import type { Latency, Of, OperationModel, SpanKind } from '../../model';
import { INCIDENT } from './incidents';
import type { ServiceName } from './topology';

/** An HTTP route of a service. */
export interface Route {
  service: ServiceName;
  method: string;
  endpoint: string;
  /** Share of answers that blame the caller (404, 422); good events for every objective. */
  clientErrorRatio: number;
  operation: CallingOperation;
}

/** A statement on a table. */
export interface Query {
  service: ServiceName;
  operation: string;
  table: string;
  model: OperationModel;
}

function query(
  service: ServiceName,
  operation: string,
  table: string,
  rate: Of<number>,
  latencyMs: Of<Latency>
): Query {
  return {
    service,
    operation,
    table,
    model: {
      service,
      name: `db.${operation}`,
      kind: 'client',
      ratePerSecond: rate,
      errorRatio: errorRatio(0.00004),
      latencyMs,
    },
  };
}

const lookUps = traffic('obs/users', 820);
const preferences = traffic('obs/preferences', 310);
const registrations = traffic('obs/registrations', 4);
const logins = traffic('obs/logins', 230);
const orders = traffic('obs/orders', 14);
const orderLookUps = traffic('obs/order-lookups', 60);

export const queries = {
  selectUser: query('user-service', 'SELECT', 'users', lookUps, latency(10, 0.45)),
  selectPreferences: query(
    'user-service',
    'SELECT',
    'preferences',
    preferences,
    latency(14, 0.45, [[INCIDENT.slowPreferences, 9]])
  ),
  insertUser: query('user-service', 'INSERT', 'users', registrations, latency(12, 0.4)),
  orderUser: query('order-service', 'SELECT', 'users', orders, latency(10, 0.4)),
  selectOrder: query('order-service', 'SELECT', 'orders', orderLookUps, latency(9, 0.45)),
  insertOrder: query('order-service', 'INSERT', 'orders', orders, latency(8, 0.4)),
  insertPayment: query('payment-service', 'INSERT', 'payments', orders, latency(7, 0.4)),
} as const satisfies Record<string, Query>;

interface Own {
  rate: Of<number>;
  errors: Of<number>;
  ms: Of<Latency>;
  calls?: OperationModel[];
}

function operation(
  service: ServiceName,
  name: string,
  kind: SpanKind,
  { rate, errors, ms, calls }: Own
): CallingOperation {
  return calling({ service, name, kind, ratePerSecond: rate, ownErrorRatio: errors, ownMs: ms }, calls);
}

function route(service: ServiceName, method: string, endpoint: string, clientErrorRatio: number, own: Own): Route {
  return {
    service,
    method,
    endpoint,
    clientErrorRatio,
    operation: operation(service, `${method} ${endpoint}`, 'server', own),
  };
}

const never = errorRatio(0);
const userErrors = errorRatio(0.00035, [[INCIDENT.userBurn, 0.0009]]);

export const externalCheck = operation('user-service', 'http.client.get', 'client', {
  rate: registrations,
  errors: errorRatio(0.0008),
  // Somebody else’s: usually fast, with a long tail of requests that take seconds.
  ms: latency(100, 1.1),
});
export const userLookUp = operation('user-service', 'user_lookup', 'internal', {
  rate: lookUps,
  errors: never,
  ms: latency(3, 0.4),
  calls: [queries.selectUser.model],
});
export const createUser = operation('user-service', 'user_service.create_user', 'internal', {
  rate: registrations,
  errors: never,
  ms: latency(6, 0.4),
  calls: [externalCheck, queries.insertUser.model],
});
export const fetchPreferences = operation('user-service', 'user_service.fetch_user_preferences', 'internal', {
  rate: preferences,
  errors: never,
  ms: latency(70, 0.3),
  calls: [queries.selectPreferences.model],
});

export const paymentRoute = route('payment-service', 'POST', '/payment/process', 0.012, {
  rate: orders,
  errors: errorRatio(0.00022, [[INCIDENT.paymentDeploy, 0.082]]),
  ms: latency(80, 0.38),
  calls: [queries.insertPayment.model],
});
export const paymentCall = operation('order-service', 'http.client.post', 'client', {
  rate: orders,
  errors: never,
  ms: latency(3, 0.4),
  calls: [paymentRoute.operation],
});
export const publishOrder = operation('order-service', 'message.send', 'producer', {
  rate: orders,
  errors: errorRatio(0.00005),
  ms: latency(2, 0.4),
});
export const consumeOrder = operation('user-service', 'message.receive', 'consumer', {
  rate: orders,
  errors: errorRatio(0.0003),
  ms: latency(24, 0.5),
});
export const processOrder = operation('order-service', 'process_order', 'internal', {
  rate: orders,
  errors: errorRatio(0.0002),
  ms: latency(48, 0.25),
  calls: [queries.orderUser.model, paymentCall, queries.insertOrder.model, publishOrder],
});

export const userRoutes = {
  lookUp: route('user-service', 'GET', '/users/{id}', 0.02, {
    rate: lookUps,
    errors: userErrors,
    ms: latency(26, 0.5),
    calls: [userLookUp],
  }),
  preferences: route('user-service', 'GET', '/users/{id}/preferences', 0.01, {
    rate: preferences,
    errors: userErrors,
    ms: latency(9, 0.4),
    calls: [fetchPreferences],
  }),
  create: route('user-service', 'POST', '/users', 0.05, {
    rate: registrations,
    errors: userErrors,
    ms: latency(8, 0.4),
    calls: [createUser],
  }),
  login: route('user-service', 'POST', '/login', 0.04, {
    rate: logins,
    errors: userErrors,
    ms: latency(34, 0.45),
  }),
} as const;

export const orderRoutes = {
  create: route('order-service', 'POST', '/orders', 0.01, {
    rate: orders,
    errors: never,
    ms: latency(5, 0.4),
    calls: [processOrder],
  }),
  lookUp: route('order-service', 'GET', '/orders/{id}', 0.015, {
    rate: orderLookUps,
    errors: errorRatio(0.0006, [[INCIDENT.orderErrors, 0.012]]),
    ms: latency(12, 0.5, [[INCIDENT.slowOrders, 50]]),
    calls: [queries.selectOrder.model],
  }),
} as const;

export const userCall = operation('web-frontend', 'http.client.get', 'client', {
  rate: times(lookUps, 0.5),
  errors: never,
  ms: latency(3, 0.4),
  calls: [userRoutes.lookUp.operation],
});
export const homeRoute = route('web-frontend', 'GET', '/', 0.004, {
  rate: times(lookUps, 0.5),
  errors: errorRatio(0.0001),
  ms: latency(18, 0.4),
  calls: [userCall],
});

export const routes: Route[] = [...Object.values(userRoutes), ...Object.values(orderRoutes), paymentRoute, homeRoute];
